import type { WrittenLikeness } from '../asks.ts';
import { type FeatureName, featureNamed } from './feature-names.ts';
import type { QuestionView } from './features.ts';
import type { Ranking } from './rank.ts';

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
 * Features of what is written down about the questions people ask; all 0 where nothing is. `rich` is the share of
 * statements with ways of asking.
 */
export function writtenFeatures({ view, ranked }: Ranking, rich: number): WrittenFeatures {
  const [first] = ranked;
  const value = (name: FeatureName) => (first === undefined ? 0 : featureNamed(first.features, name));
  const asks = value('asks');
  const asksCovered = value('asksCovered');
  let most = 0;
  const { ofStatements, denial } = view.written;
  for (const { closest } of ofStatements.values()) most = Math.max(most, closest);
  return {
    rich,
    asks,
    asksSquared: asks * asks,
    asksCovered,
    asksOfAnother: most - asks,
    asksVotes: value('asksVotes'),
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

/** From this likeness on, a question is one that was written down, but for words without meaning. */
const same = 0.98;

/** The statement for which a question was written down word for word, and for nothing else; -1 where there is none. */
export function wordForWord({ ofStatements, denial }: WrittenLikeness): number {
  if (denial.closest >= same) return -1;
  const found = [...ofStatements].filter(([, { closest }]) => closest >= same);
  return found.length === 1 ? (found[0]?.[0] ?? -1) : -1;
}
