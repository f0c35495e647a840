import type { Index } from '../index/build-index.ts';
import type { TextReader } from '../text/read-text.ts';
import { createBeginnings } from './beginnings.ts';
import { createCompounds } from './compounds.ts';
import type { TermMatch } from './question.ts';

/** Terms of the index that a stem meets by itself or through its word family. */
export interface TermMatcher {
  add(matches: Map<number, TermMatch>, stem: string, strength: number, how: string): void;
  /** Whether some term may be the stem of two words written as one: it begins as these do. */
  mayJoin(left: string, right: string): boolean;
  /** Nation for national, Venezuelan for Venezuela: the same beginning, and only endings that make new words. */
  addFamily(matches: Map<number, TermMatch>, stem: string, strength: number): void;
  /** What the stem is part of, or is made of; nothing in languages that write compounds apart. */
  addCompounds(matches: Map<number, TermMatch>, stem: string, strength: number): void;
  /** Whether some word begins so. */
  begins(beginning: string): boolean;
  /** Every term of a word that begins so. */
  addBegun(matches: Map<number, TermMatch>, beginning: string, strength: number): void;
}

const shortestBeginning = 4;

export function createTermMatcher(index: Index, { words, stem }: TextReader): TermMatcher {
  const { vocabulary, frequency } = index;
  const byBeginning = new Map<string, number[]>();
  vocabulary.terms().forEach((term, id) => {
    if (term.length < shortestBeginning || !/^\p{L}/u.test(term)) return;
    const beginning = term.slice(0, shortestBeginning);
    const bucket = byBeginning.get(beginning);
    if (bucket === undefined) byBeginning.set(beginning, [id]);
    else bucket.push(id);
  });
  const beginnings = createBeginnings(index, stem);
  const compounds = words?.compounds ? createCompounds(index) : null;
  const isEnding = (rest: string) => rest === '' || (words?.suffixes.has(rest) ?? false);
  const put = (matches: Map<number, TermMatch>, id: number, strength: number, how: string) => {
    if ((matches.get(id)?.strength ?? 0) < strength) matches.set(id, { strength, how });
  };
  return {
    add(matches, stem, strength, how) {
      const id = vocabulary.id(stem);
      if (id !== undefined) put(matches, id, strength, how);
    },
    addCompounds(matches, stem, strength) {
      for (const id of compounds?.(stem) ?? []) put(matches, id, strength, 'compound');
    },
    begins: beginnings.has,
    addBegun(matches, beginning, strength) {
      for (const id of beginnings.terms(beginning)) put(matches, id, strength, 'begun');
    },
    mayJoin(left, right) {
      const joined = left + right;
      const begun = joined.slice(0, left.length + 1);
      // A short stem cannot be looked up so, and no number can.
      const short = begun.length < shortestBeginning && joined.length < 2 * shortestBeginning;
      if (short || !/^\p{L}/u.test(joined)) return true;
      const bucket = byBeginning.get(joined.slice(0, shortestBeginning)) ?? [];
      return bucket.some((id) => vocabulary.term(id).startsWith(begun));
    },
    addFamily(matches, stem, strength) {
      for (const id of byBeginning.get(stem.slice(0, shortestBeginning)) ?? []) {
        const term = vocabulary.term(id);
        const half = Math.ceil(Math.max(term.length, stem.length) / 2);
        // One letter tells of most that they are too unlike.
        if (term[half - 1] !== stem[half - 1] || (frequency[id] ?? 0) === 0 || term === stem) continue;
        let shared = shortestBeginning;
        while (shared < term.length && shared < stem.length && term[shared] === stem[shared]) shared += 1;
        if (shared < half) continue;
        if (isEnding(term.slice(shared)) && isEnding(stem.slice(shared)))
          put(matches, id, strength, 'family');
      }
    },
  };
}
