import type { Index } from '../index/build-index.ts';
import type { Stemmer } from '../text/stem.ts';

/** What the first letters of a word can become, among the words and terms of an announcement. */
export interface Beginnings {
  /** Whether anything said begins so. */
  has(beginning: string): boolean;
  /** Terms of everything that begins so; a term may come more than once. */
  terms(beginning: string): Uint32Array;
}

/**
 * Words are found as printed and as their stems: "happines" begins "happiness", whose stem is "happi". All are kept
 * sorted, so that those with one beginning stand side by side and two binary searches find them.
 */
export function createBeginnings({ vocabulary, frequency, words }: Index, stem: Stemmer): Beginnings {
  const keys: string[] = [];
  const termOf = new Map<string, number>();
  const enter = (key: string, id: number | undefined) => {
    if (id === undefined || (frequency[id] ?? 0) === 0 || termOf.has(key)) return;
    termOf.set(key, id);
    keys.push(key);
  };
  vocabulary.terms().forEach(enter);
  for (const word of words) enter(word, vocabulary.id(stem(word)));
  keys.sort();
  const terms = Uint32Array.from(keys, (key) => termOf.get(key) ?? 0);

  const first = (beginning: string) => lowerBound(keys, (key) => key < beginning);
  return {
    has: (beginning) => keys[first(beginning)]?.startsWith(beginning) ?? false,
    terms: (beginning) =>
      terms.subarray(
        first(beginning),
        lowerBound(keys, (key) => key.slice(0, beginning.length) <= beginning),
      ),
  };
}

/** Place of the first of the sorted keys that does not lie before what is looked for. */
function lowerBound(keys: readonly string[], before: (key: string) => boolean): number {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (before(keys[middle] ?? '')) low = middle + 1;
    else high = middle;
  }
  return low;
}
