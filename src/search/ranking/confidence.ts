import type { Ranking } from './rank.ts';

/** What tells whether the best statement answers at all. */
export const confidenceNames = [
  'one',
  'coverage',
  'labelled',
  'exact',
  'paragraph',
  'known',
  'unknownRarest',
  'missingRarest',
  'share',
  'score',
  'window',
  'adjacent',
  'answersNothing',
  'asksKind',
  'numberMissing',
  'nameMissing',
  'asks',
  'notSaid',
  'few',
  'behind',
  'foreign',
] as const;
export type ConfidenceName = (typeof confidenceNames)[number];
export type ConfidenceFeatures = Record<ConfidenceName, number>;

/**
 * Features of the first of `eligible`; null where nothing is. `everything` also has the statements that may not
 * answer; `notSaid` is the likeness to something known not to be said, 0..1.
 */
export function confidenceFeatures(
  { view, ranked }: Ranking,
  everything: Ranking,
  notSaid: number,
): ConfidenceFeatures | null {
  const [first] = ranked;
  if (first === undefined) return null;
  const best = first.features;
  const scores = ranked.map(({ score }) => score);
  const { terms, weights, question } = view;
  let known = 0;
  let all = 0;
  let unknownRarest = 0;
  terms.forEach((term, at) => {
    if (term.light) return;
    const weight = weights[at] ?? 0;
    all += weight;
    if (term.known) known += weight;
    else unknownRarest = Math.max(unknownRarest, term.rarity);
  });
  const top = scores[0] ?? 0;
  const mass = scores.reduce((sum, score) => sum + Math.exp(score - top), 0);
  const heavy = terms.filter(({ light }) => !light).length;
  return {
    one: 1,
    coverage: best.coverage,
    labelled: best.coverageWithFrame + best.label,
    exact: best.exact,
    paragraph: best.paragraph,
    known: all === 0 ? 0 : known / all,
    unknownRarest,
    missingRarest: best.missingRarest,
    share: mass === 0 ? 0 : 1 / mass,
    score: top,
    window: best.window,
    adjacent: best.adjacent,
    answersNothing: best.answersNothing,
    asksKind: question.kind === null ? 0 : 1,
    numberMissing: best.numberMissing,
    nameMissing: best.nameMissing,
    asks: best.asks,
    notSaid,
    few: heavy <= 1 ? 1 : heavy === 2 ? 0.5 : 0,
    behind: Math.min(5, Math.max(0, (everything.ranked[0]?.score ?? top) - top)),
    foreign: question.language === view.language ? 0 : 1,
  };
}

/** The logistic function of features times weights: a probability. */
export function probability(
  features: ConfidenceFeatures,
  weights: Partial<Readonly<Record<ConfidenceName, number>>>,
): number {
  let sum = 0;
  for (const name of confidenceNames) sum += features[name] * (weights[name] ?? 0);
  return 1 / (1 + Math.exp(-sum));
}
