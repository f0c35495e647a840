import type { AskLikeness } from '../asks.ts';
import type { AnswerKind } from '../compile-lexicon.ts';
import type { QuestionView } from './features.ts';
import type { Ranking } from './rank.ts';

/** What tells whether the best statement answers at all. */
export const confidenceNames = [
  'one',
  'coverage',
  'coverageSquared',
  'labelled',
  'exact',
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
] as const;
export type ConfidenceName = (typeof confidenceNames)[number];
export type ConfidenceFeatures = Record<ConfidenceName, number>;

/** Weight of the words of a question from which on it says enough of what it is about: three fairly rare ones. */
const enough = 2;

/**
 * Features of the first of `eligible`; null where nothing is. `everything` also has the statements that may not
 * answer.
 */
export function confidenceFeatures(
  { view, ranked }: Ranking,
  everything: Ranking,
): ConfidenceFeatures | null {
  const [first, second] = ranked;
  if (first === undefined) return null;
  const { terms, weights, question, meetings } = view;
  const best = first.features;
  const own = meetings.own(first.doc);
  const label = meetings.label(first.doc);
  const frame = meetings.frame(first.doc);
  let known = 0;
  let all = 0;
  let unknownRarest = 0;
  let matchedWords = 0;
  let missingWords = 0;
  let unknownWords = 0;
  terms.forEach((term, at) => {
    if (term.light) return;
    const weight = weights[at] ?? 0;
    all += weight;
    if (term.known) known += weight;
    else {
      unknownRarest = Math.max(unknownRarest, term.rarity);
      unknownWords += 1;
    }
    if (Math.max(own[at] ?? 0, frame[at] ?? 0, label[at] ?? 0) > 0) matchedWords += 1;
    else missingWords += 1;
  });
  const top = first.score;
  const mass = ranked.reduce((sum, { score }) => sum + Math.exp(score - top), 0);
  const labelled = best.coverageWithFrame + best.label;
  return {
    one: 1,
    coverage: best.coverage,
    coverageSquared: labelled * labelled,
    labelled,
    exact: best.exact,
    paragraph: best.paragraph,
    known: all === 0 ? 0 : known / all,
    unknownRarest,
    missingRarest: best.missingRarest,
    matchedWords: Math.min(matchedWords, 4) / 4,
    missingWords: Math.min(missingWords, 5) / 5,
    unknownWords: Math.min(unknownWords, 4) / 4,
    share: 1 / mass,
    lead: Math.min(5, top - (second?.score ?? 0)) / 5,
    score: Math.min(top, 20) / 20,
    window: best.window,
    adjacent: best.adjacent,
    asksKind: question.kind === null ? 0 : 1,
    ...nothing(best.answersNothing === 1 ? question.kind : null),
    numberMissing: best.numberMissing,
    nameMissing: best.nameMissing,
    personal: question.personal ? 1 : 0,
    behind: Math.min(5, Math.max(0, (everything.ranked[0]?.score ?? top) - top)),
    spokenShare: view.spokenShare,
    foreign: question.language === view.language ? 0 : 1,
    substance: Math.min(all, enough) / enough,
  };
}

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

/** How a question is like the ways of asking for something known not to be said, 0..1 each. */
export type Denial = Pick<AskLikeness, 'closest' | 'covered' | 'votes'>;

/** What ways of asking that somebody wrote down tell beside that. */
export const writtenNames = [
  'rich',
  'asks',
  'asksSquared',
  'asksCovered',
  'asksOfAnother',
  'asksVotes',
  'unaskedRarest',
  'notSaid',
  'notSaidCovered',
  'rather',
  'ratherCovered',
  'notSaidVotes',
] as const;
export type WrittenName = (typeof writtenNames)[number];
export type WrittenFeatures = Record<WrittenName, number>;

/**
 * Features of what is written down about the questions people ask; all 0 where nothing is. `denial` is the likeness
 * to something known not to be said; `rich` the share of statements with ways of asking.
 */
export function writtenFeatures({ view, ranked }: Ranking, denial: Denial, rich: number): WrittenFeatures {
  const [first] = ranked;
  const asks = first?.features.asks ?? 0;
  const asksCovered = first?.features.asksCovered ?? 0;
  let most = 0;
  for (const { closest } of view.written.ofStatements.values()) most = Math.max(most, closest);
  return {
    rich,
    asks,
    asksSquared: asks * asks,
    asksCovered,
    asksOfAnother: most - asks,
    asksVotes: first?.features.asksVotes ?? 0,
    unaskedRarest: first === undefined || rich === 0 ? 0 : unaskedRarest(view, first.doc),
    notSaid: denial.closest,
    notSaidCovered: denial.covered,
    rather: Math.max(0, denial.closest - most),
    ratherCovered: Math.max(0, denial.covered - asksCovered),
    notSaidVotes: denial.votes,
  };
}

/** Weight of the heaviest word that neither the statement has nor anybody asks for it with. */
function unaskedRarest({ terms, weights, meetings, written }: QuestionView, doc: number): number {
  const met = written.ofStatements.get(doc)?.met;
  const [own, frame, label] = [meetings.own(doc), meetings.frame(doc), meetings.label(doc)];
  let heaviest = 0;
  terms.forEach((term, at) => {
    const found = Math.max(own[at] ?? 0, frame[at] ?? 0, label[at] ?? 0, met?.get(term.at) ?? 0);
    if (!term.light && found === 0) heaviest = Math.max(heaviest, weights[at] ?? 0);
  });
  return heaviest;
}

/** The weights that a probability is made with. */
export interface ConfidenceWeights {
  readonly confidence: Readonly<Record<ConfidenceName, number>>;
  readonly written: Readonly<Record<WrittenName, number>>;
  /** What those of `confidence` count more or less where ways of asking are written down. */
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
  return 1 / (1 + Math.exp(-logOdds(features, weights.confidence) - beside));
}

export function logOdds(features: ConfidenceFeatures, weights: ConfidenceWeights['confidence']): number {
  return confidenceNames.reduce((sum, name) => sum + features[name] * weights[name], 0);
}

function writtenLogOdds(features: WrittenFeatures, weights: ConfidenceWeights['written']): number {
  return writtenNames.reduce((sum, name) => sum + features[name] * weights[name], 0);
}
