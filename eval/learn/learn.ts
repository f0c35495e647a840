import { writeFileSync } from 'node:fs';
import { loadLexicon } from '../../src/search/lexicon.ts';
import {
  type LabelledAnnouncement,
  labelledAnnouncements,
  questionRoots,
  withoutAsks,
} from '../search/labelled.ts';
import {
  askedQuestions,
  type Example,
  examplesOfAnnouncement,
  examplesOfText,
  strangersTo,
} from './examples.ts';
import { fitModel, judge } from './model.ts';
import { report } from './report.ts';
import { askedTexts, questionedTexts, wordingIn } from './squad.ts';

// Learns the weights of the ranking and of the confidence. Texts and announcements are held out whole in turn for the
// figures printed; what is written is learned from all of them.
//   npm run learn -- SQUAD.json [ANNOUNCEMENT-FOLDERS…] [--write] [--own=1.5] [--per=12] [--without=FEATURE,…]
//                    [--texts=XQUAD.en.json --in=XQUAD.es.json,…]  questions in other languages about English texts

const usage = 'Usage: npm run learn -- SQUAD.json [ANNOUNCEMENT-FOLDERS…] [--write]\n';
const weightsFile = 'src/search/ranking/weights.json';
const folds = 5;
/** So many ways of asking are learned from: one announcement's must not outweigh strangers' questions. */
const mostAsked = 1200;
/** Of the questions in another language so many of each are enough, and each counts less. */
const everyNth = 3;
const inAnotherLanguage = 0.25;
/** How many questions about others each announcement has to refuse. */
const strangers = 60;

const args = process.argv.slice(2);
const [squad, ...roots] = args.filter((one) => !one.startsWith('--'));
if (squad === undefined) {
  process.stderr.write(usage);
  process.exit(2);
}
/** How many answerable questions about a text are learned from, and what all of them count together. */
const per = option('per', 12);
const ofText = 6;
/** How much one question about an announcement counts beside one about another text. */
const own = option('own', 1.5);
const settings = {
  without: new Set(listed('without')),
  rank: option('rank-penalty', 0.001),
  confidence: option('confidence-penalty', 0.001),
  beside: option('beside', 0),
};

const lexicon = loadLexicon('data/lexicon');
const sets = labelledAnnouncements(roots.length > 0 ? roots : questionRoots);
const bare = (set: LabelledAnnouncement) => ({ ...set, announcement: withoutAsks(set.announcement) });
const hasAsks = ({ announcement }: LabelledAnnouncement) =>
  announcement.statements.some(({ asks }) => asks.length > 0);
/** Each announcement once, whatever number of files ask about it. */
const each = [...new Map(sets.map((set) => [set.announcement.slug, set])).values()];
const foreign = each.map((set) => strangersTo(set, sets, strangers));
const examples: readonly Example[] = [
  ...sets.flatMap((set) => examplesOfAnnouncement(bare(set), lexicon, own)),
  ...sets.filter(hasAsks).flatMap((set) => examplesOfAnnouncement(set, lexicon, own / 2)),
  ...foreign.flatMap((set) => examplesOfAnnouncement(bare(set), lexicon, own / 8, 'strangers')),
  ...foreign.filter(hasAsks).flatMap((set) => examplesOfAnnouncement(set, lexicon, own / 8, 'strangers')),
  ...each.flatMap(({ announcement }) =>
    examplesOfAnnouncement(askedQuestions(announcement, mostAsked), lexicon, own / 10, 'asks'),
  ),
  ...questionedTexts(squad, per, 1).flatMap((text) => examplesOfText(text, lexicon, ofText / per)),
  ...listed('in').flatMap((wording) =>
    askedTexts(listed('texts')[0] ?? squad, everyNth, wordingIn(wording)).flatMap((text) =>
      examplesOfText(text, lexicon, inAnotherLanguage, 'abroad'),
    ),
  ),
];

// Whole texts and whole announcements are held out, with and without asks at once.
const foldOf = new Map(
  [...new Set(examples.map(({ group }) => group))].map((name, at) => [name, at % folds]),
);
const held = Array.from({ length: folds }, (_, fold) => {
  const model = fitModel(
    examples.filter((one) => foldOf.get(one.group) !== fold),
    settings,
  );
  return examples.filter((one) => foldOf.get(one.group) === fold).map((one) => judge(one, model));
});
report(held.flat());

const model = fitModel(examples, settings);
const json = `${JSON.stringify(model, null, 2)}\n`;
if (args.includes('--write')) writeFileSync(weightsFile, json);
else process.stdout.write(json);

function listed(name: string): readonly string[] {
  const given = args.find((one) => one.startsWith(`--${name}=`));
  return given?.slice(name.length + 3).split(',') ?? [];
}

function option(name: string, otherwise: number): number {
  const given = args.find((one) => one.startsWith(`--${name}=`));
  return given === undefined ? otherwise : Number(given.slice(name.length + 3));
}
