import type { Source, Span } from './source.ts';
import type { Place } from './statement.ts';

/** Scripts written without spaces, where a letter beside the words says nothing about where a word ends. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** Ranges within a range where the words stand, neither beginning nor ending inside a word. No words stand nowhere. */
export function occurrences(text: string, words: string, [start, end]: Span): readonly Span[] {
  const found: Span[] = [];
  if (words === '') return found;
  // Searching the range alone keeps an article of many paragraphs from being read to its end for each sentence.
  const range = text.slice(start, end);
  for (let at = range.indexOf(words); at !== -1; at = range.indexOf(words, at + 1)) {
    const span: Span = [start + at, start + at + words.length];
    if (!insideWord(text, span[0]) && !insideWord(text, span[1])) found.push(span);
  }
  return found;
}

/**
 * Every place where the pieces stand one after the other in one paragraph, each at its nearest to the one before.
 * `paragraph` (from 1) restricts it to one; `from` skips what lies before that offset.
 */
export function placesOf(
  source: Source,
  pieces: readonly string[],
  { paragraph, from = 0 }: { readonly paragraph?: number | undefined; readonly from?: number | undefined },
): readonly Place[] {
  const within = (range: Span | undefined, number: number): readonly Place[] => {
    if (range === undefined || range[1] <= from) return [];
    return placements(source.text, pieces, [Math.max(range[0], from), range[1]]).map((spans) => ({
      paragraph: number,
      spans,
    }));
  };
  if (paragraph !== undefined) return within(source.paragraphs[paragraph - 1], paragraph);
  return source.paragraphs.flatMap((range, index) => within(range, index + 1));
}

function placements(text: string, pieces: readonly string[], within: Span): readonly (readonly Span[])[] {
  const [first, ...rest] = pieces;
  if (first === undefined) return [];
  return occurrences(text, first, within).flatMap((span) => {
    const spans: Span[] = [span];
    let after = span[1];
    for (const piece of rest) {
      const [next] = occurrences(text, piece, [after, within[1]]);
      if (next === undefined) return [];
      spans.push(next);
      after = next[1];
    }
    return [spans];
  });
}

/** Whether a word of the text, or a single character of it, reaches over this offset. */
function insideWord(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 2), at);
  const after = text.slice(at, at + 2);
  if (/[\ud800-\udbff]$/.test(before) && /^[\udc00-\udfff]/.test(after)) return true;
  if (before !== '' && /^\p{M}/u.test(after)) return true;
  if (!/[\p{L}\p{N}\p{M}]$/u.test(before) || !/^[\p{L}\p{N}]/u.test(after)) return false;
  return !unspaced.test(before.slice(-1)) && !unspaced.test(after.slice(0, 1));
}
