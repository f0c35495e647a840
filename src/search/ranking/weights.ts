import type { ConfidenceWeights } from './confidence.ts';
import { inOrder } from './score.ts';
import learned from './weights.json' with { type: 'json' };

/** Linear weights of the ranking in the order of the features, as `npm run learn` found them. */
export const rankWeights = inOrder(learned.rank);

/** Linear weights of the confidence, before the logistic function; found by the same script. */
export const confidenceWeights: ConfidenceWeights = learned;

/**
 * Below this confidence nothing is quoted. A text in which nobody is said to speak is looked up rather than argued
 * about, and its questions are seldom traps: there more is answered. Where somebody wrote down how people ask for most
 * statements, sure answers are surer, and the bar is higher. The README shows the trade-off.
 */
export function thresholdFor({
  spokenShare,
  rich,
}: {
  readonly spokenShare: number;
  readonly rich: number;
}): number {
  if (spokenShare === 0) return 0.36;
  return rich > 0.5 ? 0.77 : 0.65;
}
