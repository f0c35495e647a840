import type { Meaning, ReadToken, TextReader } from './text/read-text.ts';

/** How a question is like the ways of asking for one thing. */
export interface AskLikeness {
  /** 0..1, to the closest way of asking for it. */
  readonly closest: number;
  /** 0..1, its part of the likeness of the closest ways of asking for anything, the closest counting most. */
  readonly votes: number;
  /** 0..1, share of the question's weight that is met by any way of asking for it. */
  readonly covered: number;
  /** How strongly the question's token at a position is met by any way of asking for it, 0..1. */
  readonly met: ReadonlyMap<number, number>;
}

/** How a question is like what was written down about an announcement, by number of statement and of thing not said. */
export interface WrittenLikeness {
  readonly ofStatements: ReadonlyMap<number, AskLikeness>;
  readonly ofNotSaid: ReadonlyMap<number, AskLikeness>;
}

/** Ways of asking that somebody wrote down, for statements or for things that were not said. */
export interface Asks {
  /** By the number of what is asked for; what shares no word is left out. */
  likeness(words: readonly AskedWord[]): ReadonlyMap<number, AskLikeness>;
}

/** A word of a question as it can be compared with another question's. */
export interface AskedWord {
  /** Position among the question's tokens; -1 for what stands for the kind of answer. */
  readonly at: number;
  /** Its stem and its synonym groups, with how sure each is, 0..1; the stem first. */
  readonly keys: readonly (readonly [key: string, strength: number])[];
  /** How rare it is in general, 0..1; a word of asking counts little. */
  readonly weight: number;
}

/** Groups below this weight are too loose to make two questions the same. */
const sureGroup = 0.5;
/** What a word of asking counts beside another. */
const lightWeight = 0.2;
/** How many of the closest ways of asking vote on what is asked for. */
const voters = 7;

/** Where a key stands: numbers of the ways of asking, and of the words among all words of all of them. */
interface Postings {
  readonly asks: Int32Array;
  readonly words: Int32Array;
  readonly strengths: Float64Array;
}

/** `groups[i]` holds the ways of asking for `i`; `words` reads one of them. */
export function createAsks(
  groups: readonly (readonly string[])[],
  words: (ask: string) => readonly AskedWord[],
): Asks {
  const asks = groups.flatMap((list, target) => list.map((ask) => ({ target, words: words(ask) })));
  const places = new Map<string, { ask: number; word: number; strength: number }[]>();
  const targets = new Map<string, Set<number>>();
  let count = 0;
  asks.forEach(({ target, words }, ask) => {
    for (const { keys } of words) {
      for (const [key, strength] of keys) {
        enter(places, key, []).push({ ask, word: count, strength });
        enter(targets, key, new Set()).add(target);
      }
      count += 1;
    }
  });
  const postings = new Map<string, Postings>();
  for (const [key, list] of places) {
    postings.set(key, {
      asks: Int32Array.from(list, ({ ask }) => ask),
      words: Int32Array.from(list, ({ word }) => word),
      strengths: Float64Array.from(list, ({ strength }) => strength),
    });
  }
  const most = Math.log(1 + (groups.length + 0.5) / 0.5);
  /** Half of a word's weight is how few things are asked for with it. */
  const weightOf = ({ keys, weight }: AskedWord) => {
    const known = keys.find(([key]) => targets.has(key));
    const frequency = known === undefined ? 0 : (targets.get(known[0])?.size ?? 0);
    const rare = Math.log(1 + (groups.length - frequency + 0.5) / (frequency + 0.5)) / most;
    return weight * (0.5 + 0.5 * rare);
  };
  const weights = Float64Array.from(asks.flatMap(({ words }) => words.map(weightOf)));
  const sums = asks.map(({ words }) => words.reduce((sum, word) => sum + weightOf(word), 0));
  const targetOf = Int32Array.from(asks, ({ target }) => target);
  // How strongly each written word is met, and what each way of asking shares; all 0 between two questions.
  const metWords = new Float64Array(count);
  const shared = new Float64Array(asks.length);
  const metHere = new Float64Array(asks.length);

  return {
    likeness(asked) {
      const total = asked.reduce((sum, word) => sum + weightOf(word), 0);
      const found: number[] = [];
      const wordsFound: number[] = [];
      const met = new Map<number, Map<number, number>>();
      const covered = new Map<number, number>();
      for (const word of asked) {
        const weight = weightOf(word);
        const here: number[] = [];
        for (const [key, sure] of word.keys) {
          const list = postings.get(key);
          if (list === undefined) continue;
          for (let place = 0; place < list.asks.length; place++) {
            const ask = list.asks[place] ?? 0;
            const written = list.words[place] ?? 0;
            const alike = Math.min(sure, list.strengths[place] ?? 0);
            const before = metHere[ask] ?? 0;
            if (alike > before) {
              if (before === 0) here.push(ask);
              metHere[ask] = alike;
            }
            const had = metWords[written] ?? 0;
            if (alike <= had) continue;
            if (had === 0) wordsFound.push(written);
            metWords[written] = alike;
            if (shared[ask] === 0) found.push(ask);
            shared[ask] = (shared[ask] ?? 0) + (weights[written] ?? 0) * (alike - had);
          }
        }
        const best = new Map<number, number>();
        for (const ask of here) {
          const alike = metHere[ask] ?? 0;
          metHere[ask] = 0;
          shared[ask] = (shared[ask] ?? 0) + weight * alike;
          const target = targetOf[ask] ?? 0;
          if (alike > (best.get(target) ?? 0)) best.set(target, alike);
        }
        for (const [target, alike] of best) {
          enter(met, target, new Map<number, number>()).set(word.at, alike);
          covered.set(target, (covered.get(target) ?? 0) + weight * alike);
        }
      }

      const closest = new Map<number, number>();
      const near: Vote[] = [];
      for (const ask of found) {
        const target = targetOf[ask] ?? 0;
        // Dice's coefficient on weights, a synonym counting less than the word itself.
        const alike = Math.min(1, (shared[ask] ?? 0) / (total + (sums[ask] ?? 0) || 1));
        shared[ask] = 0;
        if (alike > (closest.get(target) ?? 0)) closest.set(target, alike);
        vote(near, target, alike ** 3);
      }
      for (const written of wordsFound) metWords[written] = 0;
      const votes = votesOf(near);
      return new Map(
        [...closest].map(([target, alike]) => [
          target,
          {
            closest: alike,
            votes: votes.get(target) ?? 0,
            covered: (covered.get(target) ?? 0) / (total || 1),
            met: met.get(target) ?? new Map(),
          },
        ]),
      );
    },
  };
}

interface Vote {
  readonly target: number;
  readonly worth: number;
}

/** Lets a way of asking vote if it is among the `voters` with the highest worth; of equal ones the first are. */
function vote(voting: Vote[], target: number, worth: number): void {
  let at = voting.length;
  while (at > 0 && (voting[at - 1]?.worth ?? 0) < worth) at -= 1;
  if (at >= voters) return;
  voting.splice(at, 0, { target, worth });
  if (voting.length > voters) voting.pop();
}

/** Shares of those who vote. */
function votesOf(voting: readonly Vote[]): ReadonlyMap<number, number> {
  const worth = voting.reduce((sum, one) => sum + one.worth, 0) || 1;
  const votes = new Map<number, number>();
  for (const one of voting) votes.set(one.target, (votes.get(one.target) ?? 0) + one.worth / worth);
  return votes;
}

function enter<Key, Value>(map: Map<Key, Value>, key: Key, fresh: Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  map.set(key, fresh);
  return fresh;
}

/** The words of a question for comparing; words of asking weigh little. `meanings` are those of the tokens. */
export function askedWords(
  tokens: readonly ReadToken[],
  meanings: readonly Meaning[],
  reader: TextReader,
  rarity: (word: string) => number,
): readonly AskedWord[] {
  const seen = new Set<string>();
  return tokens.flatMap((token, at): AskedWord[] => {
    if (token.stop || seen.has(token.stem)) return [];
    seen.add(token.stem);
    const groups = meanings
      .filter(({ from, to, weight }) => weight >= sureGroup && at >= from && at < to)
      .map(({ group, weight }) => [`#${group}`, weight] as const);
    const light = reader.words?.asking.has(token.word) ?? false;
    return [
      { at, keys: [[token.stem, 1], ...groups], weight: (light ? lightWeight : 1) * rarity(token.word) },
    ];
  });
}
