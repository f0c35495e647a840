import type { ConfidenceName } from './confidence.ts';
import type { FeatureName } from './features.ts';
import learned from './weights.json' with { type: 'json' };

/** Linear weights of the ranking, as `npm run learn` found them. */
export const rankWeights: Readonly<Record<FeatureName, number>> = learned.rank;

/** Linear weights of the confidence, before the logistic function; found by the same script. */
export const confidenceWeights: Readonly<Record<ConfidenceName, number>> = learned.confidence;

/** Below this confidence nothing is quoted. */
export const threshold = 0.5;
