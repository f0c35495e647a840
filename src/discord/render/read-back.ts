import { wordsAt } from '../../announcement/statement.ts';
import type { Reply } from '../reply.ts';
import type { Quotation } from './quotation.ts';

/** How a message's block quotes differ from the words they must quote. */
export interface Mismatch {
  /** Which block quote, from 0. */
  readonly at: number;
  readonly expected: string | null;
  readonly read: string | null;
}

/**
 * Reads the block quotes of a message back as a reader would see them and compares each with its source.
 * Null when all are the source's words; otherwise the first difference. A block quote that nothing was declared
 * for is a difference too.
 */
export function readBack({ content, embeds = [], quotations }: Reply): Mismatch | null {
  const texts = [
    content,
    ...embeds.flatMap(({ description, fields = [] }) => [
      description ?? '',
      ...fields.map(({ value }) => value),
    ]),
  ];
  const shown = texts.flatMap(blockQuotes).map(asSeen);
  for (let at = 0; at < Math.max(shown.length, quotations.length); at += 1) {
    const quotation = quotations[at];
    const expected = quotation === undefined ? null : expectedOf(quotation);
    const read = shown[at] ?? null;
    if (read !== expected) return { at, expected, read };
  }
  return null;
}

/** Runs of consecutive lines that begin with "> ", without it. */
function blockQuotes(text: string): readonly string[] {
  const found: string[][] = [];
  let inside = false;
  for (const line of text.split('\n')) {
    const quoted = line.startsWith('> ');
    if (quoted && inside) found.at(-1)?.push(line.slice(2));
    else if (quoted) found.push([line.slice(2)]);
    inside = quoted;
  }
  return found.map((lines) => lines.join('\n'));
}

/** Bold marks are markup of ours: an asterisk of the source has a backslash before it. */
function asSeen(escaped: string): string {
  return escaped.replace(/\\([^0-9A-Za-z\s])|\*\*/g, '$1');
}

function expectedOf({ source, span, inMarks }: Quotation): string {
  const words = wordsAt(source, span);
  return inMarks ? `“${words}”` : words;
}
