import Fuse from 'fuse.js';

/** A word of a dictionary that a misspelt one may stand for. */
interface Correction {
  readonly word: string;
  /** 0..1; 1 is the same word. */
  readonly likeness: number;
}

export interface Speller {
  /** The most likely word meant by a folded word that the dictionary lacks, or null. */
  correct(word: string): Correction | null;
}

const shortlistLength = 10;
/** Share of letters that may be wrong. */
const tolerance = 0.4;
/** The same to fuse.js, which counts an exchange of two letters as two wrong ones. */
const fuseTolerance = 0.5;
/** From this length on two letters may be lost, added or exchanged. */
const longWord = 6;

/**
 * Corrects against a dictionary of folded words. fuse.js judges well and slowly, so it sees only the few words that
 * become the same as the typed one when a letter or two are left out of either (Garbe's symmetric deletions).
 */
export function createSpeller(dictionary: Iterable<string>): Speller {
  const words = [...new Set(dictionary)].filter((word) => word.length >= 3 && /^\p{L}+$/u.test(word));
  const { hashes, owners } = deletionsOf(words);

  const shortlist = (typed: string): string[] => {
    const room = typed.length < longWord ? 1 : 2;
    const found = new Set<number>();
    for (const form of formsOf(typed, room)) {
      const hash = hashOf(form);
      for (let at = lowerBound(hashes, hash); hashes[at] === hash; at++) found.add(owners[at] ?? 0);
    }
    const pairs = pairsOf(typed);
    return [...found]
      .map((id) => words[id] ?? '')
      .filter((word) => Math.abs(word.length - typed.length) <= room)
      .map((word) => ({ word, alike: likenessOf(pairs, pairsOf(word)) }))
      .filter(({ alike }) => alike >= 0.3)
      .sort((a, b) => b.alike - a.alike)
      .slice(0, shortlistLength)
      .map(({ word }) => word);
  };

  return {
    correct(word) {
      if (word.length < 4 || word.length > 30 || !/^\p{L}+$/u.test(word)) return null;
      const few = shortlist(word);
      if (few.length === 0) return null;
      const judge = new Fuse(few, { includeScore: true, threshold: fuseTolerance, ignoreFieldNorm: true });
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

/** Hashes of all words and of all words less one letter, ascending, each with the number of its word. */
function deletionsOf(words: readonly string[]): {
  readonly hashes: Uint32Array;
  readonly owners: Uint32Array;
} {
  const total = words.reduce((sum, { length }) => sum + length + 1, 0);
  const keys = new Float64Array(total);
  let at = 0;
  words.forEach((word, id) => {
    for (const form of formsOf(word, 1)) {
      // Hash and number in one number below 2^53, so that sorting keeps them together.
      keys[at++] = hashOf(form) * 2 ** 20 + id;
    }
  });
  const sorted = keys.subarray(0, at).sort();
  return {
    hashes: Uint32Array.from(sorted, (key) => Math.floor(key / 2 ** 20)),
    owners: Uint32Array.from(sorted, (key) => key % 2 ** 20),
  };
}

/** A word, and what is left of it without any one letter, or any two. */
function formsOf(word: string, letters: 1 | 2): Set<string> {
  const forms = new Set([word]);
  for (let one = 0; one < word.length; one++) {
    const shorter = word.slice(0, one) + word.slice(one + 1);
    forms.add(shorter);
    if (letters === 1) continue;
    for (let other = one; other < shorter.length; other++) {
      forms.add(shorter.slice(0, other) + shorter.slice(other + 1));
    }
  }
  return forms;
}

/** FNV-1a, 32 bits. */
function hashOf(text: string): number {
  let hash = 2166136261;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 16777619);
  return hash >>> 0;
}

function lowerBound(sorted: Uint32Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether two words differ by one exchange of neighbouring letters. */
function exchanged(one: string, other: string): boolean {
  if (one.length !== other.length) return false;
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return one[at] === other[at + 1] && one[at + 1] === other[at] && one.slice(at + 2) === other.slice(at + 2);
}

/** Share of letter pairs in common (Dice). */
function likenessOf(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let shared = 0;
  for (const pair of one) if (other.has(pair)) shared += 1;
  return (2 * shared) / (one.size + other.size);
}

/** Pairs of neighbouring letters, with marks for both ends. */
function pairsOf(word: string): Set<string> {
  const marked = `^${word}$`;
  const pairs = new Set<string>();
  for (let at = 0; at + 2 <= marked.length; at++) pairs.add(marked.slice(at, at + 2));
  return pairs;
}
