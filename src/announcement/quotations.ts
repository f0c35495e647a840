import type { Span } from './source.ts';

/** What closes a quotation opened by each mark. British single marks are left out: they are also apostrophes. */
const closing: Readonly<Record<string, string>> = {
  '"': '"',
  '“': '”"',
  '„': '“”"',
  '«': '»',
  '»': '«',
  '「': '」',
  '『': '』',
};

/**
 * Ranges between quotation marks, the marks left out, in one range of a text. A quotation that is not closed
 * reaches to the end: its paragraph is followed by another of the same speaker.
 */
export function quotationsIn(text: string, [start, end]: Span): readonly Span[] {
  const spans: Span[] = [];
  let closers: string | null = null;
  let from = start;
  for (let at = start; at < end; at++) {
    const mark = text.charAt(at);
    if (closers === null) {
      closers = closing[mark] ?? null;
      from = at + 1;
    } else if (closers.includes(mark)) {
      spans.push([from, at]);
      closers = null;
    }
  }
  if (closers !== null) spans.push([from, end]);
  return spans;
}
