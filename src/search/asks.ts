import type { ReadToken, TextReader } from './text/read-text.ts';

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
  const asks = groups.flatMap((list, target) =>
    list.map((ask) => {
      const read = words(ask);
      return { target, keys: new Set(read.map(({ key }) => key)), sum: sumOf(read) };
    }),
  );
  const byKey = new Map<string, number[]>();
  asks.forEach(({ keys }, at) => {
    for (const key of keys) {
      const bucket = byKey.get(key);
      if (bucket === undefined) byKey.set(key, [at]);
      else bucket.push(at);
    }
  });
  // Of the weights a question shares with each ask; all 0 between two questions.
  const shared = new Float64Array(asks.length);
  return {
    likeness(asked) {
      const met: number[] = [];
      for (const { key, weight } of asked) {
        for (const at of byKey.get(key) ?? []) {
          if (shared[at] === 0) met.push(at);
          shared[at] = (shared[at] ?? 0) + weight;
        }
      }
      const total = sumOf(asked);
      const likeness = new Map<number, number>();
      for (const at of met) {
        const weight = shared[at] ?? 0;
        shared[at] = 0;
        const ask = asks[at];
        if (ask === undefined) continue;
        // Dice's coefficient on weights.
        const alike = Math.min(1, (2 * weight) / (total + ask.sum || 1));
        if (alike > (likeness.get(ask.target) ?? 0)) likeness.set(ask.target, alike);
      }
      return likeness;
    },
  };
}

/**
 * The words of a question for comparing: stems and synonym groups; words of asking weigh little. A word in groups
 * is compared by the group with the lowest number, so that synonyms fall together.
 */
export function askedWords(
  tokens: readonly ReadToken[],
  reader: TextReader,
  rarity: (word: string) => number,
): readonly AskedWord[] {
  const groups = new Map<number, number>();
  for (const { from, to, group, weight } of reader.meanings(tokens, true)) {
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
