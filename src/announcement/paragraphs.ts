import type { Span } from './source.ts';

/** Lines broken to fit a page or a terminal are no longer than this, and no shorter where more words follow. */
const widest = 120;
const narrowest = 40;

/**
 * Ranges of a text's paragraphs, without the white space around them. Each line is a paragraph, unless the text
 * was broken into lines that fit a page, with blank lines between the paragraphs.
 */
export function paragraphsOf(text: string): readonly Span[] {
  const lines = linesOf(text).map((line) => trimmed(text, line));
  const written = lines.filter(isWritten);
  return wasBroken(text, lines) ? joined(lines) : written;
}

/** Whether the ends of lines were chosen by their length: then most of them fall inside a sentence. */
function wasBroken(text: string, lines: readonly Span[]): boolean {
  if (lines.some((line) => lengthOf(line) > widest)) return false;
  const followed = lines.filter((line, index) => {
    const next = lines[index + 1];
    return isWritten(line) && next !== undefined && isWritten(next);
  });
  const finished = followed.filter(([, end]) => /[.!?…:;。！？"”’»)]/.test(text.charAt(end - 1)));
  return followed.every((line) => lengthOf(line) >= narrowest) && 2 * finished.length < followed.length;
}

function isWritten([start, end]: Span): boolean {
  return start < end;
}

function lengthOf([start, end]: Span): number {
  return end - start;
}

function linesOf(text: string): readonly Span[] {
  const lines: Span[] = [];
  let from = 0;
  for (const { 0: lineBreak, index } of text.matchAll(/\r\n?|\n/g)) {
    lines.push([from, index]);
    from = index + lineBreak.length;
  }
  lines.push([from, text.length]);
  return lines;
}

/** Lines that follow one another without a blank one between them, as one range each. */
function joined(lines: readonly Span[]): readonly Span[] {
  const blocks: Span[] = [];
  let open: Span | null = null;
  for (const [start, end] of lines) {
    if (start < end) {
      open = [open === null ? start : open[0], end];
    } else if (open !== null) {
      blocks.push(open);
      open = null;
    }
  }
  if (open !== null) blocks.push(open);
  return blocks;
}

/** The range without the white space at its ends; empty where there is nothing else. */
export function trimmed(text: string, [start, end]: Span): Span {
  const words = text.slice(start, end);
  const left = words.length - words.trimStart().length;
  return [start + left, Math.max(start + left, start + words.trimEnd().length)];
}
