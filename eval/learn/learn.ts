import { writeFileSync } from 'node:fs';
import { loadLexicon } from '../../src/search/lexicon.ts';
import { labelledAnnouncements, questionRoots, withoutAsks } from '../search/labelled.ts';
import { type Example, examplesOfAnnouncement, examplesOfText } from './examples.ts';
import { fitModel, judge } from './model.ts';
import { report } from './report.ts';
import { questionedTexts } from './squad.ts';

// Learns the weights of the ranking and of the confidence. Texts and announcements are held out whole in turn for the
// figures printed; what is written is learned from all of them.
//   npm run learn -- SQUAD.json [ANNOUNCEMENT-FOLDERS…] [--write] [--own=4] [--per=8] [--without=FEATURE,…]

const usage = 'Usage: npm run learn -- SQUAD.json [ANNOUNCEMENT-FOLDERS…] [--write]\n';
const weightsFile = 'src/search/ranking/weights.json';
const folds = 5;

const args = process.argv.slice(2);
const [squad, ...roots] = args.filter((one) => !one.startsWith('--'));
if (squad === undefined) {
  process.stderr.write(usage);
  process.exit(2);
}
/** How much one question about an announcement counts beside one about another text. */
const own = option('own', 4);
const settings = {
  without: new Set(
    args
      .find((one) => one.startsWith('--without='))
      ?.slice(10)
      .split(',') ?? [],
  ),
  rank: option('rank-penalty', 0.001),
  confidence: option('confidence-penalty', 0.001),
  beside: option('beside', 0),
};

const lexicon = loadLexicon('data/lexicon');
const sets = labelledAnnouncements(roots.length > 0 ? roots : questionRoots);
const examples: readonly Example[] = [
  ...sets.flatMap((set) =>
    examplesOfAnnouncement({ ...set, announcement: withoutAsks(set.announcement) }, lexicon, own),
  ),
  ...sets
    .filter(({ announcement }) => announcement.statements.some(({ asks }) => asks.length > 0))
    .flatMap((set) => examplesOfAnnouncement(set, lexicon, own / 2)),
  ...questionedTexts(squad, option('per', 8), 1).flatMap((text) => examplesOfText(text, lexicon, 1)),
];

// Whole texts are held out; but of the few announcements with asks only some questions, or none would be left.
const unit = ({ group, rich, question }: Example) => (rich > 0 ? `${group} ${question}` : group);
const units = [...new Set(examples.map(unit))];
const foldOf = new Map(units.map((name, at) => [name, at % folds]));
const held = Array.from({ length: folds }, (_, fold) => {
  const model = fitModel(
    examples.filter((one) => foldOf.get(unit(one)) !== fold),
    settings,
  );
  return examples.filter((one) => foldOf.get(unit(one)) === fold).map((one) => judge(one, model));
});
report(held.flat());

const model = fitModel(examples, settings);
const json = `${JSON.stringify(model, null, 2)}\n`;
if (args.includes('--write')) writeFileSync(weightsFile, json);
else process.stdout.write(json);

function option(name: string, otherwise: number): number {
  const given = args.find((one) => one.startsWith(`--${name}=`));
  return given === undefined ? otherwise : Number(given.slice(name.length + 3));
}
