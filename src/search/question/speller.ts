import Fuse from 'fuse.js';

/** A word of a dictionary that a misspelt one may stand for. */
export interface Correction {
  readonly word: string;
  /** 0..1; 1 is the same word. */
  readonly likeness: number;
}

export interface Speller {
  /** The most likely word meant by a folded word that the dictionary lacks, or null. */
  correct(word: string): Correction | null;
}

const shortlistLength = 12;
/** Share of letters that may be wrong, by fuse.js's measure; an exchange of two letters counts twice. */
const tolerance = 0.4;

/**
 * Corrects against a dictionary of folded words. fuse.js judges well and slowly, so it sees only the few words that
 * share most letter pairs with the one typed.
 */
export function createSpeller(dictionary: Iterable<string>): Speller {
  const words = [...new Set(dictionary)].filter((word) => word.length >= 3 && /^\p{L}+$/u.test(word));
  const byPair = new Map<string, number[]>();
  words.forEach((word, id) => {
    for (const pair of pairsOf(word)) {
      const bucket = byPair.get(pair);
      if (bucket === undefined) byPair.set(pair, [id]);
      else bucket.push(id);
    }
  });
  const shared = new Uint8Array(words.length);

  const shortlist = (word: string): string[] => {
    const pairs = pairsOf(word);
    const touched: number[] = [];
    for (const pair of pairs) {
      for (const id of byPair.get(pair) ?? []) {
        if (shared[id] === 0) touched.push(id);
        shared[id] = (shared[id] ?? 0) + 1;
      }
    }
    const room = word.length <= 5 ? 1 : 2;
    const rated: { word: string; score: number }[] = [];
    for (const id of touched) {
      const known = words[id] ?? '';
      const score = (2 * (shared[id] ?? 0)) / (pairs.size + known.length + 1);
      shared[id] = 0;
      if (score >= 0.4 && Math.abs(known.length - word.length) <= room) rated.push({ word: known, score });
    }
    return rated
      .sort((a, b) => b.score - a.score)
      .slice(0, shortlistLength)
      .map((one) => one.word);
  };

  return {
    correct(word) {
      if (word.length < 4 || word.length > 30 || !/^\p{L}+$/u.test(word)) return null;
      const few = shortlist(word);
      if (few.length === 0) return null;
      const judge = new Fuse(few, { includeScore: true, threshold: tolerance, ignoreFieldNorm: true });
      let best: Correction | null = null;
      for (const { item, score = 1 } of judge.search(word)) {
        // fuse.js counts an exchange of neighbours as two wrong letters; hasty fingers make it more often than one.
        const wrong = exchanged(item, word) ? Math.min(score, 0.8 / word.length) : score;
        const firstLetter = item[0] === word[0] ? 0 : 0.15;
        // Letters that the typed word lacks at its end are no fault to fuse.js, which looks for it anywhere.
        const lacking = (0.9 * Math.max(0, item.length - word.length)) / item.length;
        const likeness = 1 - Math.max(wrong, lacking) - firstLetter;
        if (likeness >= 1 - tolerance && likeness > (best?.likeness ?? 0)) best = { word: item, likeness };
      }
      return best;
    },
  };
}

/** Whether two words differ by one exchange of neighbouring letters. */
function exchanged(one: string, other: string): boolean {
  if (one.length !== other.length) return false;
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return one[at] === other[at + 1] && one[at + 1] === other[at] && one.slice(at + 2) === other.slice(at + 2);
}

/** Pairs of neighbouring letters, with marks for both ends. */
function pairsOf(word: string): Set<string> {
  const marked = `^${word}$`;
  const pairs = new Set<string>();
  for (let at = 0; at + 2 <= marked.length; at++) pairs.add(marked.slice(at, at + 2));
  return pairs;
}
