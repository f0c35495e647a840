import type { Segmenter } from './tokenize.ts';

const words = new Intl.Segmenter('zh', { granularity: 'word' });

/**
 * Splits runs of scripts without spaces: first the longest entries of `known` (names, aliases, the lexicon, which
 * the dictionary of the runtime cuts to pieces), the rest by the runtime's own word boundaries. They are asked for when the
 * first such run is met.
 */
export function createSegmenter(known: () => Iterable<string>): Segmenter {
  let byFirst: ReadonlyMap<string, ReadonlySet<string>> | null = null;
  const longestAt = (run: string, at: number): string | null => {
    byFirst ??= byFirstLetter(known());
    const bucket = byFirst.get(run[at] ?? '');
    if (bucket === undefined) return null;
    let longest: string | null = null;
    for (const word of bucket) {
      if (word.length > (longest?.length ?? 1) && run.startsWith(word, at)) longest = word;
    }
    return longest;
  };
  return (run) => {
    const found: string[] = [];
    let rest = 0;
    const flush = (end: number) => {
      if (end > rest) for (const { segment } of words.segment(run.slice(rest, end))) found.push(segment);
    };
    for (let at = 0; at < run.length; ) {
      const word = longestAt(run, at);
      if (word === null) {
        at += 1;
        continue;
      }
      flush(at);
      found.push(word);
      at += word.length;
      rest = at;
    }
    flush(run.length);
    return found;
  };
}

function byFirstLetter(known: Iterable<string>): ReadonlyMap<string, ReadonlySet<string>> {
  const words = new Map<string, Set<string>>();
  for (const word of known) {
    const first = word[0];
    if (first === undefined || word.length < 2) continue;
    const bucket = words.get(first);
    if (bucket === undefined) words.set(first, new Set([word]));
    else bucket.add(word);
  }
  return words;
}
