import type { Meaning, ReadToken, TextReader } from './text/read-text.ts';

/** Ways of asking that somebody wrote down, for statements or for things that were not said. */
export interface Asks {
  /** Likeness 0..1 of a question to the closest way of asking, by the number of what it asks for. */
  likeness(words: readonly AskedWord[]): ReadonlyMap<number, number>;
}

/** A word of a question as it can be compared with another question's. */
export interface AskedWord {
  readonly key: string;
  readonly weight: number;
}

/** `groups[i]` holds the ways of asking for `i`; `words` reads one of them. */
export function createAsks(
  groups: readonly (readonly string[])[],
  words: (ask: string) => readonly AskedWord[],
): Asks {
  const targets: number[] = [];
  const sums: number[] = [];
  const byKey = new Map<string, number[]>();
  groups.forEach((list, target) => {
    for (const ask of list) {
      const read = words(ask);
      for (const key of new Set(read.map((word) => word.key))) {
        const bucket = byKey.get(key);
        if (bucket === undefined) byKey.set(key, [sums.length]);
        else bucket.push(sums.length);
      }
      targets.push(target);
      sums.push(sumOf(read));
    }
  });
  // What a question shares with each ask, and how like it is to what each target is asked for by; all 0 between questions.
  const shared = new Float64Array(sums.length);
  const best = new Float64Array(groups.length);
  return {
    likeness(asked) {
      const met: number[] = [];
      for (const { key, weight } of asked) {
        for (const at of byKey.get(key) ?? nowhere) {
          if (shared[at] === 0) met.push(at);
          shared[at] = (shared[at] ?? 0) + weight;
        }
      }
      const total = sumOf(asked);
      const found: number[] = [];
      for (const at of met) {
        const weight = shared[at] ?? 0;
        shared[at] = 0;
        const target = targets[at] ?? 0;
        // Dice's coefficient on weights.
        const alike = Math.min(1, (2 * weight) / (total + (sums[at] ?? 0) || 1));
        if (alike <= (best[target] ?? 0)) continue;
        if (best[target] === 0) found.push(target);
        best[target] = alike;
      }
      const likeness = new Map<number, number>();
      for (const target of found) {
        likeness.set(target, best[target] ?? 0);
        best[target] = 0;
      }
      return likeness;
    },
  };
}

const nowhere: readonly number[] = [];

/**
 * The words of a question for comparing: stems and synonym groups; words of asking weigh little. A word in groups
 * is compared by the group with the lowest number, so that synonyms fall together. `meanings` are those of the tokens.
 */
export function askedWords(
  tokens: readonly ReadToken[],
  meanings: readonly Meaning[],
  reader: TextReader,
  rarity: (word: string) => number,
): readonly AskedWord[] {
  const groups = new Map<number, number>();
  for (const { from, to, group, weight } of meanings) {
    if (weight < 0.7) continue;
    for (let at = from; at < to; at++) groups.set(at, Math.min(group, groups.get(at) ?? group));
  }
  const seen = new Set<string>();
  return tokens.flatMap((token, at) => {
    if (token.stop) return [];
    const group = groups.get(at);
    const key = group === undefined ? token.stem : `#${group}`;
    if (seen.has(key)) return [];
    seen.add(key);
    const light = reader.words?.asking.has(token.word) ?? false;
    return [{ key, weight: (light ? 0.2 : 1) * rarity(token.word) }];
  });
}

function sumOf(words: readonly AskedWord[]): number {
  return words.reduce((sum, { weight }) => sum + weight, 0);
}
