import { type ConfidenceWeights, reported } from './confidence.ts';
import { inOrder } from './score.ts';
import learned from './weights.json' with { type: 'json' };

/** Linear weights of the ranking in the order of the features, as `npm run learn` found them. */
export const rankWeights = inOrder(learned.rank);

/** Linear weights of the confidence, before the logistic function; found by the same script. */
export const confidenceWeights: ConfidenceWeights = learned;

/**
 * Below this confidence nothing is quoted. Where somebody wrote down how people ask for most statements, sure answers
 * are surer, and the bar is higher. The README shows the trade-off.
 */
export function thresholdFor({
  spokenShare,
  rich,
}: {
  readonly spokenShare: number;
  readonly rich: number;
}): number {
  if (rich > 0.5) return thresholds.written;
  const told = reported(spokenShare);
  return (1 - told) * thresholds.lookup + told * thresholds.report;
}

const thresholds = { lookup: 0.45, report: 0.6, written: 0.77 } as const;
