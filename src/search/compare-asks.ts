import type { AskedWord, AskLikeness, Denial, WrittenLikeness } from './asks.ts';
import { createTally } from './tally.ts';

/** Where a key stands: numbers of the ways of asking, and of the words among all words of all of them. */
export interface AskPostings {
  readonly asks: Int32Array;
  readonly words: Int32Array;
  readonly strengths: Float64Array;
}

/** Written-down ways of asking, laid out to compare a question with all of them. */
export interface AskTable {
  readonly postings: ReadonlyMap<string, AskPostings>;
  /** By the number of a written word. */
  readonly weights: Float64Array;
  /** Weight of all its words, by the number of a way of asking. */
  readonly sums: Float64Array;
  /** What it asks for, by the number of a way of asking. */
  readonly targetOf: Int32Array;
  /** How many things are asked for, the statements first, then what is known not to be said. */
  readonly targets: number;
  readonly statements: number;
  /** The weight of a word of a question. */
  readonly weightOf: (word: AskedWord) => number;
}

/** How many of the closest ways of asking vote on what is asked for. */
const voters = 7;

/** Makes the comparison; what it counts with is made once, for a question may share words with thousands. */
export function createComparison({
  postings,
  weights,
  sums,
  targetOf,
  targets,
  statements,
  weightOf,
}: AskTable): (asked: readonly AskedWord[]) => WrittenLikeness {
  /** How strongly each written word is met. */
  const met = createTally(weights.length);
  /** How strongly one word of the question is met in each way of asking, and by any way of asking for each thing. */
  const here = createTally(sums.length);
  const best = createTally(targets);
  /** Weight of what each way of asking shares, and each thing. */
  const shared = createTally(sums.length);
  const covered = createTally(targets);
  const closest = createTally(targets);

  return (asked) => {
    let total = 0;
    const metAt = new Map<number, Map<number, number>>();
    for (const word of asked) {
      const weight = weightOf(word);
      total += weight;
      for (const [key, sure] of word.keys) {
        const list = postings.get(key);
        if (list === undefined) continue;
        for (let place = 0; place < list.asks.length; place++) {
          const ask = list.asks[place] ?? 0;
          const written = list.words[place] ?? 0;
          const alike = Math.min(sure, list.strengths[place] ?? 0);
          here.raise(ask, alike);
          const more = alike - met.raise(written, alike);
          if (more > 0) shared.add(ask, (weights[written] ?? 0) * more);
        }
      }
      for (const ask of here.counted()) {
        const alike = here.at(ask);
        shared.add(ask, weight * alike);
        best.raise(targetOf[ask] ?? 0, alike);
      }
      here.clear();
      for (const target of best.counted()) {
        const alike = best.at(target);
        covered.add(target, weight * alike);
        if (target >= statements) continue;
        const known = metAt.get(target);
        if (known === undefined) metAt.set(target, new Map([[word.at, alike]]));
        else known.set(word.at, alike);
      }
      best.clear();
    }
    met.clear();

    const voting: Vote[] = [];
    for (const ask of shared.counted()) {
      const target = targetOf[ask] ?? 0;
      // Dice's coefficient on weights, a synonym counting less than the word itself.
      const alike = Math.min(1, shared.at(ask) / (total + (sums[ask] ?? 0) || 1));
      closest.raise(target, alike);
      vote(voting, target, alike);
    }
    shared.clear();
    const votes = votesOf(voting);
    const ofStatements = new Map<number, AskLikeness>();
    const denial: { -readonly [Name in keyof Denial]: number } = {
      about: -1,
      closest: 0,
      covered: 0,
      votes: 0,
    };
    for (const target of closest.counted()) {
      const alike = closest.at(target);
      const share = votes.get(target) ?? 0;
      if (target < statements) {
        ofStatements.set(target, { closest: alike, votes: share, met: metAt.get(target) ?? new Map() });
        continue;
      }
      if (alike > denial.closest) denial.about = target - statements;
      denial.closest = Math.max(denial.closest, alike);
      denial.covered = Math.max(denial.covered, covered.at(target) / (total || 1));
      denial.votes += share;
    }
    closest.clear();
    covered.clear();
    return { ofStatements, denial };
  };
}

interface Vote {
  readonly target: number;
  readonly alike: number;
}

/** Lets a way of asking vote if it is among the `voters` that are most alike; of equal ones the first are. */
function vote(voting: Vote[], target: number, alike: number): void {
  let at = voting.length;
  while (at > 0 && (voting[at - 1]?.alike ?? 0) < alike) at -= 1;
  if (at >= voters) return;
  voting.splice(at, 0, { target, alike });
  if (voting.length > voters) voting.pop();
}

/** Shares of those who vote, the closest counting most. */
function votesOf(voting: readonly Vote[]): ReadonlyMap<number, number> {
  const all = voting.reduce((sum, { alike }) => sum + alike ** 3, 0) || 1;
  const votes = new Map<number, number>();
  for (const { target, alike } of voting) votes.set(target, (votes.get(target) ?? 0) + alike ** 3 / all);
  return votes;
}
