import { type FeatureName, type Features, featureNames } from './features.ts';

/** The sum of features times weights. */
export function score(features: Features, weights: Partial<Readonly<Record<FeatureName, number>>>): number {
  let sum = 0;
  for (const name of featureNames) sum += features[name] * (weights[name] ?? 0);
  return sum;
}
