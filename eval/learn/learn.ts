import { writeFileSync } from 'node:fs';
import { loadLexicon } from '../../src/search/lexicon.ts';
import {
  type ConfidenceFeatures,
  type ConfidenceName,
  confidenceFeatures,
  confidenceNames,
  probability,
} from '../../src/search/ranking/confidence.ts';
import { type FeatureName, featureNames } from '../../src/search/ranking/features.ts';
import type { Ranking } from '../../src/search/ranking/rank.ts';
import { score } from '../../src/search/ranking/score.ts';
import { labelledAnnouncements, withoutAsks } from '../search/labelled.ts';
import { type Example, examplesOfAnnouncement, examplesOfText } from './examples.ts';
import { type Case, type Choice, fitCases, fitChoices } from './fit.ts';
import { questionedTexts } from './squad.ts';

type RankWeights = Record<FeatureName, number>;
type ConfidenceWeights = Record<ConfidenceName, number>;

const usage = 'npm run learn -- SQUAD.json [ANNOUNCEMENT-FOLDERS…] [--write]\n';
const weightsFile = 'src/search/ranking/weights.json';
const folds = 5;

const args = process.argv.slice(2);
const [squad, ...roots] = args.filter((one) => !one.startsWith('--'));
if (squad === undefined) {
  process.stderr.write(usage);
  process.exit(2);
}
const option = (name: string, otherwise: number) =>
  Number(args.find((one) => one.startsWith(`--${name}=`))?.split('=')[1] ?? otherwise);
const ownShare = option('own', 4);
const beside = option('beside', 0.5);
const rankPenalty = option('rank-penalty', 0.003);
const confidencePenalty = option('confidence-penalty', 0.003);

const lexicon = loadLexicon('data/lexicon');
const sets = labelledAnnouncements(roots.length > 0 ? roots : ['data/announcements', 'eval/announcements']);
const own = sets.flatMap((set) => [
  ...examplesOfAnnouncement({ ...set, announcement: withoutAsks(set.announcement) }, lexicon, ownShare),
  ...(set.announcement.statements.some(({ asks }) => asks.length > 0)
    ? examplesOfAnnouncement(set, lexicon, ownShare / 2).map((one) => ({ ...one, kind: `${one.kind}, asks` }))
    : []),
]);
const texts = questionedTexts(squad, option('per', 8), 1).flatMap((text) => examplesOfText(text, lexicon, 1));
const all = [...own, ...texts];
print(`${own.length} questions about announcements, ${texts.length} about other texts`);

// Whole texts are held out; but of the few announcements with asks single questions, or none would be left to learn from.
const foldOf = new Map<string, number>();
const unit = ({ group, kind, question }: Example) => (kind.includes('asks') ? `${group} ${question}` : group);
for (const one of all) if (!foldOf.has(unit(one))) foldOf.set(unit(one), foldOf.size % folds);

const held = Array.from({ length: folds }, (_, fold) => {
  const rest = all.filter((one) => foldOf.get(unit(one)) !== fold);
  const rankWeights = fitRanking(rest);
  const confidenceWeights = fitConfidence(rest, rankWeights);
  return all
    .filter((one) => foldOf.get(unit(one)) === fold)
    .map((example) => judged(example, rankWeights, confidenceWeights));
}).flat();

report(held);
const rankWeights = fitRanking(all);
const confidenceWeights = fitConfidence(all, rankWeights);
print(JSON.stringify({ rank: rounded(rankWeights), confidence: rounded(confidenceWeights) }, null, 1));
if (args.includes('--write')) {
  const weights = { rank: rounded(rankWeights), confidence: rounded(confidenceWeights) };
  writeFileSync(weightsFile, `${JSON.stringify(weights, null, 2)}\n`);
  print(`written to ${weightsFile}`);
}

interface Judged {
  readonly example: Example;
  readonly rank: number;
  readonly confidence: number;
}

function fitRanking(examples: readonly Example[]): RankWeights {
  const choices = examples.flatMap(({ consideration, right, weight }): Choice[] => {
    const { ranked } = consideration.eligible;
    const flags = ranked.map(({ doc }) => right.has(doc));
    if (!flags.includes(true) || !flags.includes(false)) return [];
    const rows = new Float64Array(ranked.length * featureNames.length);
    ranked.forEach(({ features }, at) => {
      featureNames.forEach((name, f) => {
        rows[at * featureNames.length + f] = features[name];
      });
    });
    return [{ rows, right: flags, weight }];
  });
  const fitted = fitChoices(choices, featureNames.length, rankPenalty);
  return Object.fromEntries(featureNames.map((name, f) => [name, fitted[f] ?? 0])) as RankWeights;
}

function fitConfidence(examples: readonly Example[], weights: RankWeights): ConfidenceWeights {
  const cases = examples.flatMap((example): Case[] => {
    const { features, rank } = seen(example, weights);
    if (features === null) return [];
    const row = Float64Array.from(confidenceNames, (name) => features[name]);
    // Something else said first is a lesser evil than something said that was not: the reader sees it is beside the point.
    const weight =
      rank > 1 || (rank === 0 && example.right.size > 0) ? beside * example.weight : example.weight;
    return [{ row, label: rank === 1, weight }];
  });
  const fitted = fitCases(cases, confidenceNames.length, confidencePenalty);
  return Object.fromEntries(confidenceNames.map((name, f) => [name, fitted[f] ?? 0])) as ConfidenceWeights;
}

function judged(example: Example, rankWeights: RankWeights, weights: ConfidenceWeights): Judged {
  const { features, rank } = seen(example, rankWeights);
  return { example, rank, confidence: features === null ? 0 : probability(features, weights) };
}

/** Ranks an example by other weights. */
function seen(
  { consideration, right }: Example,
  weights: RankWeights,
): { readonly features: ConfidenceFeatures | null; readonly rank: number } {
  const eligible = reranked(consideration.eligible, weights);
  const everything = reranked(consideration.everything, weights);
  return {
    features: confidenceFeatures(eligible, everything, consideration.notSaid.likeness),
    rank: eligible.ranked.findIndex(({ doc }) => right.has(doc)) + 1,
  };
}

function reranked({ view, ranked }: Ranking, weights: RankWeights): Ranking {
  const again = ranked.map((one) => ({ ...one, score: score(one.features, weights) }));
  return { view, ranked: again.sort((a, b) => b.score - a.score || a.doc - b.doc) };
}

function report(list: readonly Judged[]): void {
  print('\nheld out, by group                 n   R@1   R@3');
  const isText = ({ example }: Judged) => example.kind.startsWith('answerable');
  const table = (name: string, some: readonly Judged[]) => {
    const answerable = some.filter(({ example }) => example.right.size > 0);
    const at = (k: number) =>
      answerable.filter(({ rank }) => rank >= 1 && rank <= k).length / answerable.length;
    print(`${name.padEnd(32)} ${String(answerable.length).padStart(4)} ${percent(at(1))} ${percent(at(3))}`);
  };
  for (const kind of ['answerable', 'answerable, misspelt']) {
    table(
      `texts, ${kind}`,
      list.filter(({ example }) => example.kind === kind),
    );
  }
  const announcements = list.filter(({ example }) => own.includes(example));
  for (const group of new Set(own.map((one) => one.group))) {
    const some = announcements.filter(({ example }) => example.group === group);
    table(
      group,
      some.filter(({ example }) => !example.kind.includes('asks')),
    );
    if (some.some(({ example }) => example.kind.includes('asks'))) {
      table(
        `${group}, asks`,
        some.filter(({ example }) => example.kind.includes('asks')),
      );
    }
  }
  const bare = announcements.filter(({ example }) => !example.kind.includes('asks'));
  table('all announcements', bare);

  print(
    '\nthreshold   announcements: overall  accuracy  false   texts: answered  right  foreign  (misspelt)  adversarial',
  );
  for (let at = 0.2; at < 0.85; at += 0.05) {
    const yes = bare.filter(({ example }) => example.right.size > 0);
    const no = bare.filter(({ example }) => example.right.size === 0);
    const right = yes.filter(({ rank, confidence }) => rank === 1 && confidence >= at).length;
    const wrong = no.filter(({ confidence }) => confidence >= at).length;
    const text = (kind: string) => list.filter(({ example }) => example.kind === kind);
    const answered = (kind: string) =>
      text(kind).filter(({ confidence }) => confidence >= at).length / text(kind).length;
    const t = list.filter(isText);
    print(
      `${at.toFixed(2)}        ${percent((right + no.length - wrong) / bare.length)} ${percent(right / yes.length)} ${percent(wrong / no.length)}     ` +
        `${percent(t.filter(({ confidence }) => confidence >= at).length / t.length)} ` +
        `${percent(t.filter(({ rank, confidence }) => rank === 1 && confidence >= at).length / t.length)} ` +
        `${percent(answered('foreign'))} ${percent(answered('foreign, misspelt'))} ${percent(answered('adversarial'))}`,
    );
  }
  const yes = (kind: string) =>
    list.filter(({ example }) => example.kind === kind).map(({ confidence }) => confidence);
  print(
    `AUROC foreign: ${percent(auroc(yes('answerable'), yes('foreign')))} misspelt ${percent(auroc(yes('answerable, misspelt'), yes('foreign, misspelt')))}`,
  );
}

/** Share of pairs in which the first has the greater value. */
function auroc(first: readonly number[], second: readonly number[]): number {
  const sorted = [...second].sort((a, b) => a - b);
  let sum = 0;
  for (const value of first) {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    sum += low;
  }
  return sum / (first.length * second.length);
}

function rounded<T extends Record<string, number>>(weights: T): Record<string, number> {
  return Object.fromEntries(Object.entries(weights).map(([name, value]) => [name, Number(value.toFixed(4))]));
}

function percent(share: number): string {
  return (100 * share).toFixed(1).padStart(5);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
