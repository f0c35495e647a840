import type { Quotation } from '../announcement/quotations.ts';
import type { Span } from '../announcement/source.ts';
import type { StatementKind } from '../announcement/statement.ts';
import type { Range } from './noun-phrase.ts';
import type { Item } from './unit.ts';

export interface Pieces {
  readonly kind: StatementKind;
  readonly spans: readonly Span[];
  /** The quotations among the words. */
  readonly quotations: readonly Quotation[];
}

/** An annotator's convention: words of which nine tenths are quoted are a quotation, with "and" or "that" around it. */
const QUOTED_SHARE = 0.9;

/** The text of item ranges, and whether it is quoted wholly, partly or not at all. Null where there are no words. */
export function piecesOf(text: string, items: readonly Item[], contents: readonly Range[]): Pieces | null {
  const spans: Span[] = [];
  const quotations: Quotation[] = [];
  let all = 0;
  let quoted = 0;
  let marked = false;
  for (const [from, to] of contents) {
    for (const { quotation, word } of items.slice(from, to)) {
      if (quotation === null) {
        if (/[\p{L}\p{N}]/u.test(word)) all += 1;
        else if (/^["“”«»„]$|^''$/.test(word)) marked = true;
        continue;
      }
      const size = (word.match(/[\p{L}\p{N}]+/gu) ?? []).length;
      all += size;
      quoted += size;
      quotations.push(quotation);
    }
    const first = items[from];
    const last = items[to - 1];
    if (first !== undefined && last !== undefined) spans.push(trimmed(text, [first.start, last.end]));
  }
  if (all === 0) return null;
  if (quoted / all >= QUOTED_SHARE) {
    return {
      kind: 'direct',
      spans: quotations.map(({ start, end }) => trimmed(text, [start, end])),
      quotations,
    };
  }
  return { kind: quoted > 0 || marked ? 'mixed' : 'indirect', spans, quotations };
}

/** Without white space, and without the comma that belongs to the sentence around a quotation. */
export function trimmed(text: string, [start, end]: Span): Span {
  let [from, to] = [start, end];
  while (from < to && /\s/.test(text[from] ?? '')) from++;
  while (to > from && /[\s,]/.test(text[to - 1] ?? '')) to--;
  return to > from ? [from, to] : [start, end];
}

/** The stretch of text from the first content to the end of the last; null where there is none. */
export function spanOf(items: readonly Item[], contents: readonly Range[]): Span | null {
  const first = contents[0];
  const last = contents.at(-1);
  if (first === undefined || last === undefined) return null;
  return [items[first[0]]?.start ?? 0, items[last[1] - 1]?.end ?? 0];
}
