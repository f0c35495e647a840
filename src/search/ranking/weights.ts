import type { ConfidenceName } from './confidence.ts';
import type { FeatureName } from './features.ts';

/** Linear weights of the ranking. */
export const rankWeights: Partial<Readonly<Record<FeatureName, number>>> = {
  bm25Local: 2,
  bm25Rarity: 2,
  coverage: 3,
  coverageWithFrame: 1,
  exact: 0.5,
  label: 1,
  previousOnly: 2,
  previousOnlyLeaning: 1.5,
  nextOnly: 0.8,
  paragraph: 1,
  adjacent: 1,
  window: 1,
  light: 0.2,
  missingRarest: -0.5,
  answersWho: 0.5,
  answersWhen: 0.8,
  answersWhere: 0.6,
  answersHowMany: 0.8,
  answersHowMuch: 0.8,
  answersHowLong: 0.6,
  answersWhy: 0.5,
  answersWhich: 0.2,
  length: -0.05,
  mentionedSpeaks: 0.5,
  asks: 4,
  numberMissing: -0.3,
  nameMissing: -1,
};

/** Linear weights of the confidence, before the logistic function. */
export const confidenceWeights: Partial<Readonly<Record<ConfidenceName, number>>> = {
  one: -6,
  coverage: 4,
  labelled: 3,
  known: 4,
  paragraph: 2,
  unknownRarest: -2,
  missingRarest: -1,
  share: 1.5,
  answersNothing: -1,
  numberMissing: -2,
  nameMissing: -2,
  asks: 4,
  notSaid: -6,
};

/** Below this confidence nothing is quoted. */
export const threshold = 0.5;
