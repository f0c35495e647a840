import type { Asked, AskedWord, AskLikeness, Denial, WrittenLikeness } from './asks.ts';
import type { Lists } from './index/lists.ts';
import { createTally, highest } from './tally.ts';

/** Written-down ways of asking, laid out to compare a question with all of them. Each word is numbered once. */
export interface AskTable {
  /** Pairs of the number of a word that has a key, and how sure the key is. */
  readonly wordsWith: ReadonlyMap<string, readonly number[]>;
  /** Numbers of the ways of asking with a word. */
  readonly asksWith: Lists;
  /** By the number of a word. */
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

const nothing: WrittenLikeness = {
  ofStatements: new Map(),
  denial: { about: -1, closest: 0, covered: 0, votes: 0 },
};

/** How many of the closest ways of asking vote on what is asked for. */
const voters = 7;

/** Makes the comparison; what it counts with is made once, for a question may share words with thousands. */
export function createComparison({
  wordsWith,
  asksWith,
  weights,
  sums,
  targetOf,
  targets,
  statements,
  weightOf,
}: AskTable): (asked: Asked) => WrittenLikeness {
  /** How strongly one word of the question meets each written word, and all of its words together. */
  const alikeTo = createTally(weights.length);
  const met = createTally(weights.length);
  /** How strongly one word of the question is met in each way of asking, and by any way of asking for each thing. */
  const here = createTally(sums.length);
  const best = createTally(targets);
  /** Weight of what each way of asking shares, then how alike it is, and the closest for each thing. */
  const likeness = createTally(sums.length);
  const closest = createTally(targets);
  /** Weight of what each thing is asked for with. */
  const covered = createTally(targets);

  /** Shares of those who vote, the closest counting most. */
  const votesOf = (voting: readonly number[]): ReadonlyMap<number, number> => {
    const worth = (ask: number) => likeness.at(ask) ** 3;
    const all = voting.reduce((sum, ask) => sum + worth(ask), 0) || 1;
    const votes = new Map<number, number>();
    for (const ask of voting) {
      const target = targetOf[ask] ?? 0;
      votes.set(target, (votes.get(target) ?? 0) + worth(ask) / all);
    }
    return votes;
  };

  return (asked) => {
    if (sums.length === 0) return nothing;
    let total = 0;
    const metAt = new Map<number, Map<number, number>>();
    for (const word of asked.words) {
      const weight = weightOf(word);
      total += weight;
      for (const [key, sure] of word.keys) {
        const pairs = wordsWith.get(key) ?? [];
        for (let at = 0; at < pairs.length; at += 2) {
          alikeTo.raise(pairs[at] ?? 0, Math.min(sure, pairs[at + 1] ?? 0));
        }
      }
      for (const number of alikeTo.counted()) {
        const alike = alikeTo.at(number);
        const more = (weights[number] ?? 0) * Math.max(0, alike - met.raise(number, alike));
        const end = asksWith.offsets[number + 1] ?? 0;
        for (let place = asksWith.offsets[number] ?? 0; place < end; place++) {
          const ask = asksWith.items[place] ?? 0;
          // The question's word counts once for it, with the best that it meets there.
          const better = Math.max(0, alike - here.raise(ask, alike));
          likeness.add(ask, more + weight * better);
          best.raise(targetOf[ask] ?? 0, alike);
        }
      }
      alikeTo.clear();
      here.clear();
      for (const target of best.counted()) {
        const alike = best.at(target);
        covered.add(target, weight * alike);
        if (target >= statements) continue;
        const known = metAt.get(target) ?? new Map<number, number>();
        metAt.set(target, known.set(word.at, alike));
      }
      best.clear();
    }
    met.clear();

    for (const ask of likeness.counted()) {
      // Dice's coefficient on weights, a synonym counting less than the word itself.
      const alike = Math.min(1, likeness.at(ask) / (total + (sums[ask] ?? 0) || 1));
      likeness.replace(ask, alike);
      closest.raise(targetOf[ask] ?? 0, alike);
    }
    const votes = votesOf(highest(likeness, voters));
    likeness.clear();
    const ofStatements = new Map<number, AskLikeness>();
    const denial: { -readonly [Name in keyof Denial]: number } = {
      about: -1,
      closest: 0,
      covered: 0,
      votes: 0,
    };
    let named = 0;
    for (const target of closest.counted()) {
      const alike = closest.at(target);
      const share = votes.get(target) ?? 0;
      if (target < statements) {
        ofStatements.set(target, { closest: alike, votes: share, met: metAt.get(target) ?? new Map() });
        continue;
      }
      const met = covered.at(target) / (total || 1);
      // One way of asking may share no more than the words around what is asked for.
      if (alike + met > named) {
        named = alike + met;
        denial.about = target - statements;
      }
      denial.closest = Math.max(denial.closest, alike);
      denial.covered = Math.max(denial.covered, met);
      denial.votes += share;
    }
    closest.clear();
    covered.clear();
    return { ofStatements, denial };
  };
}
