import type { Span } from './source.ts';

/** Words between quotation marks, within one paragraph. */
export interface Quotation {
  /** The words inside the marks: UTF-16 offsets [start, end). */
  readonly start: number;
  readonly end: number;
  /** The same with the marks. */
  readonly outerStart: number;
  readonly outerEnd: number;
  /** The closing mark stands in this paragraph. */
  readonly closed: boolean;
  /** It goes on from the paragraph before, which left it open. */
  readonly continues: boolean;
}

/** Ranges between quotation marks, the marks left out, in one range of a text. */
export function quotationsIn(text: string, range: Span): readonly Span[] {
  return findQuotations(text, [range]).map(({ start, end }): Span => [start, end]);
}

interface Mark {
  readonly at: number;
  readonly length: number;
  readonly sign: string;
}

const SPACE = /\s/;
const WORD = /[\p{L}\p{N}$£€@#]/u;

/**
 * Quotations of a text, in order. Handles straight, curly, low-high and pointed marks, two apostrophes, and
 * single marks where the text has no others. A quotation left open at the end of a paragraph goes on in the
 * next if that opens with a mark again ("every paragraph reopened"); otherwise it ends with its paragraph, and
 * the marks after it pair as if nothing had happened.
 */
export function findQuotations(text: string, paragraphs: readonly Span[]): Quotation[] {
  const single = usesSingleMarks(text);
  const found: Quotation[] = [];
  let carried = false;
  for (const [start, end] of paragraphs) {
    const paragraph = text.slice(start, end);
    const marks = single ? singleMarks(paragraph) : doubleMarks(paragraph);
    const continues = carried && marks[0]?.at === 0;
    const pairs = pair(paragraph, marks);
    for (const [index, { open, close }] of pairs.entries()) {
      const inner = open.at + open.length;
      const innerEnd = close?.at ?? paragraph.length;
      if (paragraph.slice(inner, innerEnd).trim() === '') continue;
      found.push({
        start: start + inner,
        end: start + innerEnd,
        outerStart: start + open.at,
        outerEnd: start + innerEnd + (close?.length ?? 0),
        closed: close !== null && close.length > 0,
        continues: index === 0 && continues,
      });
    }
    const last = pairs.at(-1);
    carried = last !== undefined && last.close === null;
  }
  return found.map((one, index) =>
    one.closed || found[index + 1]?.continues === true ? one : endedAtCue(text, one),
  );
}

const CUE =
  /[,?!.]\s+(?=(?:(?:\p{Lu}[\p{L}.'’-]*\s+){1,4}|(?:he|she|they)\s+)(?:said|says|told|added|asked|wrote)\b|(?:said|says|added|asked)\s)/u;

/** A quotation whose closing mark was forgotten ends where somebody is said to say it: "The well is dry, Duarte said. */
function endedAtCue(text: string, quotation: Quotation): Quotation {
  const cue = CUE.exec(text.slice(quotation.start, Math.min(quotation.end, quotation.start + 2000)));
  if (cue === null) return quotation;
  const end = quotation.start + cue.index + 1;
  return { ...quotation, end, outerEnd: end };
}

const SINGLE_PAIR = /(?<![\p{L}\p{N}])['‘](?=\p{L})[^'‘’"“”\n]{3,300}[,.?!]?['’](?![\p{L}\p{N}])/u;

/** British papers quote with single marks; elsewhere those are nested quotations and apostrophes. */
function usesSingleMarks(text: string): boolean {
  if (/["“”«»„「]|''/.test(text)) return false;
  return SINGLE_PAIR.test(text.slice(0, 200_000));
}

function doubleMarks(paragraph: string): Mark[] {
  return [
    ...paragraph.matchAll(/["“”„‟«»「」『』]|(?<=\S')''(?!')|''(?!'(?!'))|''(?=')(?<=^''|\s'')|``/g),
  ].map((m) => ({ at: m.index, length: m[0].length, sign: m[0] }));
}

/** An apostrophe within a word or after a plural ("the workers' hall") is no mark. */
function singleMarks(paragraph: string): Mark[] {
  const marks: Mark[] = [];
  for (const m of paragraph.matchAll(/['‘’]/g)) {
    const before = paragraph[m.index - 1];
    const after = paragraph[m.index + 1];
    const afterWord = before !== undefined && WORD.test(before);
    const beforeWord = after !== undefined && WORD.test(after);
    if (afterWord && beforeWord) continue;
    if (afterWord && before === 's' && after !== undefined && /\s/.test(after)) continue;
    if (!afterWord && beforeWord && m[0] !== '’') marks.push({ at: m.index, length: 1, sign: '“' });
    else if (before !== undefined && !SPACE.test(before)) marks.push({ at: m.index, length: 1, sign: '”' });
  }
  return marks;
}

interface Pair {
  readonly open: Mark;
  readonly close: Mark | null;
}

function pair(paragraph: string, marks: readonly Mark[]): Pair[] {
  const pairs: Pair[] = [];
  const balanced = marks.filter((m) => m.sign === '“').length === marks.filter((m) => m.sign === '”').length;
  let open: Mark | null = null;
  let depth = 0;
  for (const mark of marks) {
    if (open === null) {
      if (opens(paragraph, mark)) open = mark;
      continue;
    }
    if (closes(paragraph, open, mark)) {
      if (depth > 0) depth -= 1;
      else {
        pairs.push({ open, close: mark });
        open = null;
      }
    } else if (balanced && mark.sign === '“') depth += 1;
    else {
      // A second opening mark of a kind that does not nest: the first was never closed.
      pairs.push({ open, close: { at: mark.at, length: 0, sign: '' } });
      open = mark;
      depth = 0;
    }
  }
  if (open !== null) pairs.push({ open, close: null });
  return pairs;
}

function opens(paragraph: string, mark: Mark): boolean {
  if (mark.sign === '“' || '„‟«「『'.includes(mark.sign) || mark.sign === '``') return true;
  if (mark.sign === '」' || mark.sign === '』') return false;
  return mayOpen(paragraph, mark);
}

/** Only a mark before a word and not after one can begin a quotation. */
function mayOpen(paragraph: string, { at, length }: Mark): boolean {
  const before = paragraph[at - 1];
  const after = paragraph[at + length];
  return (
    after !== undefined && !SPACE.test(after) && (before === undefined || /[\s([{\-–—'‘/:]/.test(before))
  );
}

function closes(paragraph: string, open: Mark, mark: Mark): boolean {
  switch (mark.sign) {
    case '”':
      return true;
    case '“':
    case '‟': {
      // German „…“, and a slip of the typesetter's: here,“ said …
      const before = paragraph[mark.at - 1] ?? ' ';
      return (
        open.sign === '„' ||
        (!SPACE.test(before) && /^(?:\s|$)/.test(paragraph.slice(mark.at + 1, mark.at + 2)))
      );
    }
    case '«':
      return open.sign === '»';
    case '»':
      return open.sign === '«';
    case '」':
      return open.sign === '「';
    case '』':
      return open.sign === '『';
    case '„':
    case '「':
    case '『':
    case '``':
      return false;
    default: {
      const before = paragraph[mark.at - 1];
      return !mayOpen(paragraph, mark) || (before !== undefined && !SPACE.test(before));
    }
  }
}
