import type { AnswerKind } from '../language.ts';
import { byNecessity } from './by-necessity.ts';
import { countWords } from './count-words.ts';
import { type FeatureName, featureNamed } from './feature-names.ts';
import { featuresOf } from './features.ts';
import type { Ranked, Ranking } from './rank.ts';
import { type WrittenFeatures, type WrittenName, writtenNames } from './written.ts';

/** What tells whether the best statement answers at all. */
export const confidenceNames = [
  'one',
  'coverage',
  'coverageSquared',
  'labelled',
  'exact',
  'complete',
  'paragraph',
  'known',
  'unknownRarest',
  'missingRarest',
  'matchedWords',
  'missingWords',
  'unknownWords',
  'share',
  'lead',
  'score',
  'window',
  'adjacent',
  'asksKind',
  'nothingNumbered',
  'nothingTimed',
  'nobody',
  'nowhere',
  'nothingElse',
  'numberMissing',
  'nameMissing',
  'personal',
  'behind',
  'spokenShare',
  'foreign',
  'substance',
  'specificMissing',
  'concreteMissing',
  'specificMet',
  'concreteMet',
  'vagueMet',
] as const;
export type ConfidenceName = (typeof confidenceNames)[number];
export type ConfidenceFeatures = Record<ConfidenceName, number>;

/** Weight of the words of a question from which on it says enough of what it is about: two or three rare ones. */
const enough = 2;

/**
 * Features of the first of `eligible`; null where nothing is. `everything` also has the statements that may not
 * answer.
 */
export function confidenceFeatures(
  { view: asRanked, ranked }: Ranking,
  everything: Ranking,
): ConfidenceFeatures | null {
  const [first, second] = ranked;
  if (first === undefined) return null;
  const view = byNecessity(asRanked);
  const { question } = view;
  const features = featuresOf(view, first.doc);
  const best = (name: FeatureName) => featureNamed(features, name);
  const { known, all, unknownRarest, matched, missing, unknown, telling } = countWords(view, first.doc);
  const top = first.score;
  const mass = ranked.reduce((sum, { score }) => sum + Math.exp(score - top), 0);
  const labelled = best('coverageWithFrame') + best('label');
  return {
    one: 1,
    coverage: best('coverage'),
    coverageSquared: labelled * labelled,
    labelled,
    exact: best('exact'),
    complete: matched > 0 && isComplete(ranked) ? 1 : 0,
    paragraph: best('paragraph'),
    known: all === 0 ? 0 : known / all,
    unknownRarest,
    missingRarest: best('missingRarest'),
    matchedWords: Math.min(matched, 4) / 4,
    missingWords: Math.min(missing, 5) / 5,
    unknownWords: Math.min(unknown, 4) / 4,
    share: 1 / mass,
    lead: Math.min(5, top - (second?.score ?? 0)) / 5,
    score: Math.min(top, 20) / 20,
    window: best('window'),
    adjacent: best('adjacent'),
    asksKind: question.kind === null ? 0 : 1,
    ...nothing(best('answersNothing') === 1 ? question.kind : null),
    numberMissing: best('numberMissing'),
    nameMissing: best('nameMissing'),
    personal: question.personal ? 1 : 0,
    behind: Math.min(5, Math.max(0, (everything.ranked[0]?.score ?? top) - top)),
    spokenShare: view.spokenShare,
    foreign: question.language === view.language ? 0 : 1,
    substance: Math.min(all, enough) / enough,
    specificMissing: Math.min(telling.specificNowhereNear, 2) / 2,
    concreteMissing: Math.min(telling.concreteMissing, 2) / 2,
    specificMet: Math.min(telling.specificMet, 2) / 2,
    concreteMet: Math.min(telling.concreteMet, 2) / 2,
    vagueMet: Math.min(telling.vagueMet, 3) / 3,
  };
}

/** Whether the first statement, and none that comes after it, leaves nothing open that is asked. */
function isComplete([first, ...others]: readonly Ranked[]): boolean {
  if (first === undefined) return false;
  const met = featureNamed(first.features, 'coverageWithFrame');
  return (
    unmet.every((name) => featureNamed(first.features, name) === 0) &&
    others.every(({ features }) => featureNamed(features, 'coverageWithFrame') < met)
  );
}

/** What a question leaves open in a statement. */
const unmet = ['missingRarest', 'answersNothing', 'numberMissing'] as const;

type Nothing = 'nothingNumbered' | 'nothingTimed' | 'nobody' | 'nowhere' | 'nothingElse';

/** What a kind of question misses in the best statement. */
function nothing(kind: AnswerKind | null): Readonly<Record<Nothing, number>> {
  const missed = kind === null ? null : missedBy[kind];
  const is = (name: Nothing) => (missed === name ? 1 : 0);
  return {
    nothingNumbered: is('nothingNumbered'),
    nothingTimed: is('nothingTimed'),
    nobody: is('nobody'),
    nowhere: is('nowhere'),
    nothingElse: is('nothingElse'),
  };
}

const missedBy: Readonly<Record<AnswerKind, Nothing>> = {
  'how-many': 'nothingNumbered',
  'how-much': 'nothingNumbered',
  'how-long': 'nothingTimed',
  when: 'nothingTimed',
  who: 'nobody',
  where: 'nowhere',
  why: 'nothingElse',
  which: 'nothingElse',
};

/** The weights that a probability is made with. */
export interface ConfidenceWeights {
  /** For a text to look things up in, whose questions are about it or about something else. */
  readonly lookup: Readonly<Record<ConfidenceName, number>>;
  /** For a report of what people said, which is argued about. */
  readonly report: Readonly<Record<ConfidenceName, number>>;
  readonly written: Readonly<Record<WrittenName, number>>;
  /** What those of `report` count more or less where ways of asking are written down. */
  readonly adjusted: Readonly<Record<ConfidenceName, number>>;
}

/** The logistic function of features times weights: a probability. */
export function probability(
  features: ConfidenceFeatures,
  written: WrittenFeatures,
  weights: ConfidenceWeights,
): number {
  const beside =
    writtenLogOdds(written, weights.written) + written.rich * logOdds(features, weights.adjusted);
  return 1 / (1 + Math.exp(-bareLogOdds(features, weights) - beside));
}

/** What is known without ways of asking. */
export function bareLogOdds(
  features: ConfidenceFeatures,
  { lookup, report }: Pick<ConfidenceWeights, 'lookup' | 'report'>,
): number {
  const told = reported(features.spokenShare);
  return (1 - told) * logOdds(features, lookup) + told * logOdds(features, report);
}

/** From which share of statements that somebody says a text begins to be a report, and from which on it is one. */
const reportFrom = 0.2;
const reportFully = 0.35;

/** How far an announcement is a report of what people said, 0..1. */
export function reported(spokenShare: number): number {
  return Math.min(1, Math.max(0, (spokenShare - reportFrom) / (reportFully - reportFrom)));
}

function logOdds(features: ConfidenceFeatures, weights: ConfidenceWeights['report']): number {
  return confidenceNames.reduce((sum, name) => sum + features[name] * weights[name], 0);
}

function writtenLogOdds(features: WrittenFeatures, weights: ConfidenceWeights['written']): number {
  return writtenNames.reduce((sum, name) => sum + features[name] * weights[name], 0);
}
