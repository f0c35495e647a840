import { type Token, tokenize } from './tokens.ts';

/** An alleged quote, read: its words, and what the quoter declares to have left out or put in. */
export interface Alleged {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** Numbers of the tokens before which an omission is declared: "…", "[...]". */
  readonly gaps: ReadonlySet<number>;
  /** Numbers of the tokens in square brackets, which are the quoter's own. */
  readonly bracketed: ReadonlySet<number>;
}

const omission = /[[(]\s*(?:…|\.(?:\s?\.){1,3})\s*[\])]|…+|\.(?:\s?\.){2,}/gu;
const editorial = /\[([^[\]]{1,80})\]/gu;
/** "[T]he": another capital, declared. */
const recased = /\[(\p{L})\](?=\p{L})/gu;
const sic = /\[\s*sic!?\s*\]/giu;

/** Reads an alleged quote. Offsets of the tokens are into the text as typed. */
export function readAlleged(text: string): Alleged {
  // Marks are replaced by as many characters, so that the offsets stay; U+2060 joins and is not seen.
  const readable = text
    .replace(sic, (mark) => ' '.repeat(mark.length))
    .replace(recased, (_, letter: string) => ` ${letter}\u2060`);
  const tokens = tokenize(readable);
  const gaps = new Set<number>();
  for (const { index } of readable.matchAll(omission)) {
    const next = tokens.findIndex(({ start }) => start >= index);
    if (next > 0) gaps.add(next);
  }
  const bracketed = new Set<number>();
  for (const { 0: all, index } of readable.matchAll(editorial)) {
    for (const [number, { start }] of tokens.entries()) {
      if (start >= index && start < index + all.length) bracketed.add(number);
    }
  }
  return { text, tokens, gaps, bracketed };
}
