import type { Passages } from './passages.ts';
import { marksIn } from './tokens.ts';

/** Words at either end that stand for others are believed up to this number. */
const mostSwapped = 4;

/**
 * Positions of the stream that alleged words are compared with: from the first word matched to the last, and beyond,
 * since another word at the very beginning or end stands for the one that is there ("Brazil" for "Venezuela").
 * `partner` gives the position aligned with an alleged word, -1 where it was added.
 */
export function windowAround(
  passages: Passages,
  partner: (alleged: number) => number,
  length: number,
  firstMatch: number,
  lastMatch: number,
): readonly [from: number, to: number] {
  const start = outermost(passages, partner, firstMatch, -1, length);
  const end = outermost(passages, partner, lastMatch, 1, length);
  return [start, end + 1];
}

function outermost(
  passages: Passages,
  partner: (alleged: number) => number,
  match: number,
  step: 1 | -1,
  length: number,
): number {
  const matched = partner(match);
  let word = match;
  while (
    Math.abs(word + step - match) <= mostSwapped &&
    aligned(passages, partner, word + step, matched, length)
  ) {
    word += step;
  }
  const unmatched = step === 1 ? length - 1 - match : match;
  const remainder = restOfSentence(passages, matched, step, unmatched + 2);
  // What is left of the sentence, if no more than that is left, is what the alleged end stands for.
  if (remainder > 0 && remainder <= unmatched + 1 && unmatched > 0 && unmatched <= mostSwapped) {
    return matched + step * remainder;
  }
  return partner(word);
}

function aligned(
  passages: Passages,
  partner: (alleged: number) => number,
  word: number,
  matched: number,
  length: number,
): boolean {
  if (word < 0 || word >= length) return false;
  const position = partner(word);
  return position >= 0 && ownerAt(passages, position) === ownerAt(passages, matched);
}

/** How many words of the same statement and sentence follow in this direction; counted up to `most`. */
function restOfSentence(passages: Passages, from: number, step: 1 | -1, most: number): number {
  let count = 0;
  while (count < most) {
    const position = from + step * (count + 1);
    const token = passages.stream[position] ?? -1;
    if (token < 0 || ownerAt(passages, position) !== ownerAt(passages, from)) break;
    const border = step === 1 ? token : (passages.stream[position + 1] ?? -1);
    if (/[.!?]/u.test(marksIn(passages.gapBefore(border)))) break;
    count++;
  }
  return count;
}

function ownerAt(passages: Passages, position: number): unknown {
  return passages.ownerOf(passages.stream[position] ?? -1);
}
