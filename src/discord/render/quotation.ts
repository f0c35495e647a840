import type { Source, Span } from '../../announcement/source.ts';
import { type Statement, wordsAt } from '../../announcement/statement.ts';
import { escapeText } from './escape.ts';

/** Words of a source that stand in a message as one block quote. */
export interface Quotation {
  readonly source: Source;
  readonly span: Span;
  /** True where quotation marks of ours stand around them: for direct quotations only. */
  readonly inMarks: boolean;
}

/** Lines of a message that quote, and what they must quote. */
export interface Block {
  readonly text: string;
  readonly quotations: readonly Quotation[];
}

/** Escaped length up to which words are shown at once; what is longer continues on a next page. */
export const longestBlock = 950;

/** Stands between two pieces of an interrupted quotation, outside the block quotes. */
const interruption = '[…]';

/**
 * The words of a statement in as many blocks as it takes, each short enough for one message. Only a direct
 * quotation is put in quotation marks: the others are the article's words, with its own marks where it has some.
 * Ranges of `emphasis` are set bold, which changes nothing about how the words are divided.
 */
export function statementBlocks(statement: Statement, emphasis: readonly Span[] = []): Blocks {
  if (emphasis.length > 0) return divided(statement, emphasis);
  const known = plainBlocks.get(statement) ?? divided(statement, emphasis);
  plainBlocks.set(statement, known);
  return known;
}

type Blocks = readonly [Block, ...Block[]];

/** A statement never changes, so neither do its blocks; what is sent of them is read back each time. */
const plainBlocks = new WeakMap<Statement, Blocks>();

function divided(statement: Statement, emphasis: readonly Span[]): Blocks {
  const inMarks = statement.kind === 'direct';
  const quotations = statement.place.spans.flatMap((span) =>
    splitSpan(statement.source, span, longestBlock).map((piece) => ({
      source: statement.source,
      span: piece,
      inMarks,
    })),
  );
  const together: Quotation[][] = [];
  for (const quotation of quotations) {
    const last = together.at(-1);
    if (last === undefined || written([...last, quotation]).length > longestBlock) together.push([quotation]);
    else last.push(quotation);
  }
  const [first, ...rest] = together.map((some) => ({ text: written(some, emphasis), quotations: some }));
  if (first === undefined) throw new RangeError(`Statement "${statement.id}" has no words.`);
  return [first, ...rest];
}

function written(quotations: readonly Quotation[], emphasis: readonly Span[] = []): string {
  return quotations.map((quotation) => blockQuote(quotation, emphasis)).join(`\n${interruption}\n`);
}

/**
 * A block quote of the quotation's words, escaped, each line begun with "> ". Parts of them may be set bold:
 * `emphasis` holds ranges of the source.
 */
export function blockQuote({ source, span, inMarks }: Quotation, emphasis: readonly Span[] = []): string {
  const words = emphasise(source, span, emphasis);
  return `> ${(inMarks ? `“${words}”` : words).replaceAll('\n', '\n> ')}`;
}

function emphasise(source: Source, [start, end]: Span, emphasis: readonly Span[]): string {
  let escaped = '';
  let at = start;
  for (const [from, to] of emphasis) {
    const left = Math.max(from, at);
    const right = Math.min(to, end);
    if (left >= right) continue;
    escaped += `${escapeText(wordsAt(source, [at, left]))}**${escapeText(wordsAt(source, [left, right]))}**`;
    at = right;
  }
  return escaped + escapeText(wordsAt(source, [at, end]));
}

/**
 * A span in consecutive pieces that together are the span, each at most `limit` long as a block quote; cut after a
 * sentence or a word where there is one, never inside a character.
 */
export function splitSpan(source: Source, [start, end]: Span, limit: number): readonly Span[] {
  const pieces: Span[] = [];
  let at = start;
  while (end - at > 0) {
    let to = Math.min(end, at + limit);
    while (blockQuote({ source, span: [at, to], inMarks: true }).length > limit)
      to -= Math.ceil((to - at) / 8);
    if (to < end) to = at + cutPoint(wordsAt(source, [at, to]));
    pieces.push([at, to]);
    at = to;
  }
  return pieces;
}

function cutPoint(words: string): number {
  const half = Math.floor(words.length / 2);
  const sentence = words.search(/[.!?…。！？]["”’»]?\s(?!.*[.!?…。！？]["”’»]?\s)/s);
  if (sentence > half) return sentence + (words.slice(sentence).search(/\s/) + 1);
  const space = words.lastIndexOf(' ');
  if (space > half) return space + 1;
  const inside = /[\ud800-\udbff]$/.test(words) && words.length > 1;
  return inside ? words.length - 1 : words.length;
}
