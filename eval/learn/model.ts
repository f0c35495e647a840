import {
  bareLogOdds,
  type ConfidenceFeatures,
  type ConfidenceName,
  confidenceFeatures,
  confidenceNames,
  probability,
} from '../../src/search/ranking/confidence.ts';
import { type FeatureName, featureNames } from '../../src/search/ranking/feature-names.ts';
import type { Ranking } from '../../src/search/ranking/rank.ts';
import { inOrder, score } from '../../src/search/ranking/score.ts';
import {
  type WrittenFeatures,
  type WrittenName,
  writtenFeatures,
  writtenNames,
} from '../../src/search/ranking/written.ts';
import type { Example } from './examples.ts';
import { type Case, type Choice, fitCases, fitChoices, type Range } from './fit.ts';

/** All that is learned; what the weights file holds. */
export interface Model {
  readonly rank: Readonly<Record<FeatureName, number>>;
  readonly lookup: Readonly<Record<ConfidenceName, number>>;
  readonly report: Readonly<Record<ConfidenceName, number>>;
  readonly written: Readonly<Record<WrittenName, number>>;
  readonly adjusted: Readonly<Record<ConfidenceName, number>>;
}

/** What a model makes of an example. */
export interface Judged {
  readonly example: Example;
  /** Rank of the first right statement, from 1; 0 where none was found. */
  readonly rank: number;
  readonly confidence: number;
}

export interface Settings {
  /** Features left out, to see what they buy. */
  readonly without: ReadonlySet<string>;
  readonly rank: number;
  readonly confidence: number;
  /** How much a wrong answer weighs where there is a right one, beside an answer where there is none. */
  readonly beside: number;
}

/**
 * Learns the ranking from all examples that have an answer, two confidences from those without written-down ways of
 * asking (for texts to look things up in, and for reports), and from those with them what they add.
 */
export function fitModel(examples: readonly Example[], settings: Settings): Model {
  const { beside, confidence: penalty, without } = settings;
  const rank = fitRanking(examples, settings.rank, without);
  const seen = examples.map((example) => look(example, rank)).filter((one) => one.features !== null);
  const bare = seen.filter(({ example }) => example.rich === 0);
  const learned = (some: readonly Look[]) =>
    record(
      confidenceNames,
      fitCases(
        some.map((one) =>
          caseOf(
            one,
            confidenceNames.map((name) => (without.has(name) ? 0 : (one.features?.[name] ?? 0))),
            0,
            beside,
          ),
        ),
        confidenceNames.length,
        penalty,
        confidenceNames.map(rangeOf),
      ),
    );
  const lookup = learned(bare.filter(({ example }) => isLookedUp(example)));
  const report = learned(bare.filter(({ example }) => !isTrap(example)).map(asReport));
  const rich = seen.filter(({ example }) => example.rich > 0);
  const both = fitCases(
    rich.map((one) => {
      const known = one.features === null ? 0 : bareLogOdds(one.features, { lookup, report });
      return caseOf(
        one,
        [
          ...writtenNames.map((name) => one.written[name]),
          ...confidenceNames.map((name) => one.features?.[name] ?? 0),
        ],
        known,
        beside,
      );
    }),
    writtenNames.length + confidenceNames.length,
    4 * penalty,
    [
      ...writtenNames.map(rangeOf),
      // With what is added, too, a sign stays what it is.
      ...confidenceNames.map((name): Range => {
        const [least, most] = rangeOf(name);
        return [least - report[name], most - report[name]];
      }),
    ],
  );
  const written = record(writtenNames, both);
  const adjusted = record(confidenceNames, both.subarray(writtenNames.length));
  return { rank, lookup, report, written, adjusted };
}

/**
 * Written to look as if a text answered it. A text is asked about what it tells or about something else, and traps
 * would only teach to trust nothing; a report is argued about, and has traps of its own.
 */
function isTrap({ source, kind }: Example): boolean {
  return source === 'text' && kind.startsWith('adversarial');
}

/** A text or what is strange to an announcement, as a text to look things up in. */
function isLookedUp(example: Example): boolean {
  const { source } = example;
  return source === 'strangers' || source === 'abroad' || (source === 'text' && !isTrap(example));
}

/** How much a question about a text counts for reports: enough to learn that more words met are more evidence. */
const textInReports = 0.3;

function asReport(one: Look): Look {
  const { example } = one;
  if (example.source !== 'text' && example.source !== 'abroad') return one;
  return { ...one, example: { ...example, weight: textInReports * example.weight } };
}

/** What can only speak for an answer. */
const favourable: ReadonlySet<string> = new Set<ConfidenceName | WrittenName>([
  'coverage',
  'coverageSquared',
  'labelled',
  'exact',
  'complete',
  'paragraph',
  'known',
  'matchedWords',
  'share',
  'lead',
  'score',
  'window',
  'adjacent',
  'substance',
  'specificMet',
  'concreteMet',
  'vagueMet',
  'asks',
  'asksSquared',
  'asksCovered',
  'asksVotes',
]);
/** What can only speak against one. */
const adverse: ReadonlySet<string> = new Set<ConfidenceName | WrittenName>([
  'unknownRarest',
  'missingRarest',
  'missingWords',
  'unknownWords',
  'nothingNumbered',
  'nothingTimed',
  'nobody',
  'nowhere',
  'nothingElse',
  'numberMissing',
  'nameMissing',
  'personal',
  'specificMissing',
  'concreteMissing',
  'behind',
  'asksOfAnother',
  'unaskedRarest',
  'notSaid',
  'notSaidCovered',
  'rather',
  'ratherCovered',
  'notSaidVotes',
]);

/**
 * A few hundred questions teach false lessons ("the more words are met, the less it is answered", since traps use the
 * text's words): what more evidence does is known beforehand, and only how much is learned.
 */
function rangeOf(name: ConfidenceName | WrittenName): Range {
  return [
    favourable.has(name) ? 0 : Number.NEGATIVE_INFINITY,
    adverse.has(name) ? 0 : Number.POSITIVE_INFINITY,
  ];
}

export function judge(example: Example, model: Model): Judged {
  const { features, written, rank } = look(example, model.rank);
  return { example, rank, confidence: features === null ? 0 : probability(features, written, model) };
}

interface Look {
  readonly example: Example;
  readonly features: ConfidenceFeatures | null;
  readonly written: WrittenFeatures;
  readonly rank: number;
}

/** Ranks an example by other weights. */
function look(example: Example, weights: Model['rank']): Look {
  const { consideration, right, rich } = example;
  const eligible = reranked(consideration.eligible, weights);
  const everything = reranked(consideration.everything, weights);
  return {
    example,
    features: confidenceFeatures(eligible, everything),
    written: writtenFeatures(eligible, rich),
    rank: eligible.ranked.findIndex(({ doc }) => right.has(doc)) + 1,
  };
}

function caseOf({ example, rank }: Look, row: readonly number[], known: number, beside: number): Case {
  const wrong = rank !== 1 && example.right.size > 0;
  return {
    row: Float64Array.from(row),
    known,
    label: rank === 1,
    weight: example.weight * (wrong ? beside : 1),
  };
}

function fitRanking(
  examples: readonly Example[],
  penalty: number,
  without: ReadonlySet<string>,
): Model['rank'] {
  const width = featureNames.length;
  const choices = examples.flatMap(({ consideration, right, weight }): Choice[] => {
    const { ranked } = consideration.eligible;
    const flags = ranked.map(({ doc }) => right.has(doc));
    if (!flags.includes(true) || !flags.includes(false)) return [];
    const rows = new Float64Array(ranked.length * width);
    ranked.forEach(({ features }, at) => {
      rows.set(
        featureNames.map((name, at) => (without.has(name) ? 0 : (features[at] ?? 0))),
        at * width,
      );
    });
    return [{ rows, right: flags, weight }];
  });
  return record(featureNames, fitChoices(choices, width, penalty));
}

function reranked({ view, ranked }: Ranking, weights: Model['rank']): Ranking {
  const ordered = inOrder(weights);
  const again = ranked.map((one) => ({ ...one, score: score(one.features, ordered) }));
  return { view, ranked: again.sort((a, b) => b.score - a.score || a.doc - b.doc) };
}

function record<Name extends string>(names: readonly Name[], values: Float64Array): Record<Name, number> {
  const pairs = names.map((name, at) => [name, Number((values[at] ?? 0).toFixed(4))]);
  return Object.fromEntries(pairs) as Record<Name, number>;
}
