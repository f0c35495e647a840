import Fuse from 'fuse.js';
import { remembering } from '../text/remembering.ts';

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

/** What an exchange of neighbours counts, and a letter that the typed word lacks; any other wrong letter counts 1. */
const exchangedLetters = 0.8;
const lackedLetter = 0.9;

/** The most that any other word can be like one. */
export function closestPossible({ length }: string): number {
  return 1 - Math.min(exchangedLetters / length, lackedLetter / (length + 1));
}

const shortlistLength = 10;
/** Shorter words are too much alike, and longer ones are none. */
const shortest = 4;
const longest = 30;
/** So many typed words are remembered. */
const mostTyped = 500;
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
  const { hashes, owners, starts, shift } = deletionsOf(words);

  const shortlist = (typed: string): string[] => {
    const room = typed.length < longWord ? 1 : 2;
    const found = new Set<number>();
    forEachForm(typed, room, (hash) => {
      const bucket = hash >>> shift;
      const end = starts[bucket + 1] ?? 0;
      for (let at = starts[bucket] ?? 0; at < end; at++) {
        if (hashes[at] === hash) found.add(owners[at] ?? 0);
      }
    });
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

  const closest = (typed: string): Correction | null => {
    const few = shortlist(typed);
    if (few.length === 0) return null;
    const judge = new Fuse(few, { includeScore: true, threshold: fuseTolerance, ignoreFieldNorm: true });
    let best: Correction | null = null;
    for (const { item, score = 1 } of judge.search(typed)) {
      // fuse.js counts an exchange of neighbours as two wrong letters; hasty fingers make it more often than one.
      const wrong = exchanged(item, typed) ? Math.min(score, exchangedLetters / typed.length) : score;
      const firstLetter = item[0] === typed[0] ? 0 : 0.15;
      // Letters that the typed word lacks at its end are no fault to fuse.js, which looks for it anywhere.
      const lacking = (lackedLetter * Math.max(0, item.length - typed.length)) / item.length;
      const likeness = 1 - Math.max(wrong, lacking) - firstLetter;
      if (likeness >= 1 - tolerance && likeness > (best?.likeness ?? 0)) best = { word: item, likeness };
    }
    return best;
  };

  // While somebody types, every letter brings the words before it again.
  const known = remembering(closest, mostTyped);
  return {
    correct: (word) =>
      word.length < shortest || word.length > longest || !/^\p{L}+$/u.test(word) ? null : known(word),
  };
}

/** Hashes of all words and of all words less one letter, in buckets by their first bits, each with the number of its word. */
function deletionsOf(words: readonly string[]): {
  /** Those of one bucket are those of the words in order. */
  readonly hashes: Uint32Array;
  readonly owners: Uint32Array;
  /** Where a bucket begins, by the bits of its hashes above `shift`; last where the last one ends. */
  readonly starts: Uint32Array;
  readonly shift: number;
} {
  const total = words.reduce((sum, { length }) => sum + length + 1, 0);
  // A handful of hashes for each bucket.
  const bits = Math.max(1, Math.floor(Math.log2(total + 1)) - 2);
  const shift = 32 - bits;
  const starts = new Uint32Array(2 ** bits + 1);
  const made = new Uint32Array(total);
  let count = 0;
  for (const word of words) {
    forEachForm(word, 1, (hash) => {
      made[count++] = hash;
      const next = (hash >>> shift) + 1;
      starts[next] = (starts[next] ?? 0) + 1;
    });
  }
  for (let bucket = 1; bucket < starts.length; bucket++) {
    starts[bucket] = (starts[bucket] ?? 0) + (starts[bucket - 1] ?? 0);
  }
  const free = starts.slice();
  const hashes = new Uint32Array(total);
  const owners = new Uint32Array(total);
  let from = 0;
  words.forEach(({ length }, id) => {
    for (const end = from + length + 1; from < end; from++) {
      const hash = made[from] ?? 0;
      const bucket = hash >>> shift;
      const place = free[bucket] ?? 0;
      hashes[place] = hash;
      owners[place] = id;
      free[bucket] = place + 1;
    }
  });
  return { hashes, owners, starts, shift };
}

/** Hands over the hash (FNV-1a, 32 bits) of a word, and of what is left of it without any one letter, or any two. */
function forEachForm(word: string, letters: 1 | 2, each: (hash: number) => void): void {
  each(hashFrom(word, 0, empty) >>> 0);
  let before = empty;
  for (let one = 0; one < word.length; one++) {
    each(hashFrom(word, one + 1, before) >>> 0);
    let between = before;
    for (let other = one + 1; letters === 2 && other < word.length; other++) {
      each(hashFrom(word, other + 1, between) >>> 0);
      between = withLetter(between, word.charCodeAt(other));
    }
    before = withLetter(before, word.charCodeAt(one));
  }
}

/** The hash of no letters. */
const empty = 2166136261;

function withLetter(hash: number, letter: number): number {
  return Math.imul(hash ^ letter, 16777619);
}

function hashFrom(word: string, from: number, hash: number): number {
  let made = hash;
  for (let at = from; at < word.length; at++) made = withLetter(made, word.charCodeAt(at));
  return made;
}

/** Whether two words differ by one exchange of neighbouring letters. */
function exchanged(one: string, other: string): boolean {
  if (one.length !== other.length) return false;
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return one[at] === other[at + 1] && one[at + 1] === other[at] && one.slice(at + 2) === other.slice(at + 2);
}

/** Share of letter pairs in common (Dice). */
function likenessOf(one: readonly number[], other: readonly number[]): number {
  let shared = 0;
  for (const pair of one) if (other.includes(pair)) shared += 1;
  return (2 * shared) / (one.length + other.length);
}

/** Pairs of neighbouring letters, each once and as one number; 0 stands beside the letter at either end. */
function pairsOf(word: string): readonly number[] {
  const pairs: number[] = [];
  for (let at = 0; at <= word.length; at++) {
    const pair = (word.charCodeAt(at - 1) || 0) * 2 ** 16 + (word.charCodeAt(at) || 0);
    if (!pairs.includes(pair)) pairs.push(pair);
  }
  return pairs;
}
