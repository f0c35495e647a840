import { type FeatureName, type Features, featureNames } from './feature-names.ts';

/** Weights in the order of the features' names; 0 for a name that has none. */
export function inOrder(weights: Partial<Readonly<Record<FeatureName, number>>>): readonly number[] {
  return featureNames.map((name) => weights[name] ?? 0);
}

/** The sum of features times weights, both in the order of their names. */
export function score(features: Features, weights: readonly number[]): number {
  let sum = 0;
  for (let at = 0; at < features.length; at++) sum += (features[at] ?? 0) * (weights[at] ?? 0);
  return sum;
}
