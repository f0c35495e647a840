/** What a statement has to say for itself as an answer to a question; the names are those of the weights. */
export const featureNames = [
  'bm25Local',
  'bm25Rarity',
  'coverage',
  'coverageWithFrame',
  'exact',
  'label',
  'topic',
  'previousOnly',
  'previousOnlyLeaning',
  'nextOnly',
  'paragraph',
  'adjacent',
  'window',
  'light',
  'missingRarest',
  'answersWho',
  'answersWhen',
  'answersWhere',
  'answersHowMany',
  'answersHowMuch',
  'answersHowLong',
  'answersWhy',
  'answersWhich',
  'answersNothing',
  'length',
  'mentionedSpeaks',
  'spoken',
  'asks',
  'asksCovered',
  'asksSquared',
  'asksVotes',
  'numberMissing',
  'nameMissing',
] as const;
export type FeatureName = (typeof featureNames)[number];

/** The values of a statement in the order of `featureNames`: some dozens are made for every question. */
export type Features = readonly number[];

const places = new Map(featureNames.map((name, at) => [name, at]));

/** The value that has a name. */
export function featureNamed(features: Features, name: FeatureName): number {
  return features[places.get(name) ?? -1] ?? 0;
}
