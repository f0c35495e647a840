import type { Meaning } from './meaning.ts';
import { type Token, tokenize } from './tokens.ts';

/** What finding a name in a text needs: words of saying, and who is known. */
export interface Names {
  readonly meaning: Meaning;
  /** Whether somebody of the announcement goes by this name or title. */
  readonly knows: (name: string) => boolean;
}

/** Words of a name, at most; "the director of the Department for …" is longer and given by an alias or not at all. */
const mostWords = 9;
/** Words between the saying and what was said: "said in Beijing on Wednesday that". */
const mostBetween = 7;

/** The name at the end of a text that leads up to a quote: "Xi:", "as President Xi said yesterday:", "according to Xi,". */
export function namedBefore(text: string, names: Names): string | null {
  const line = lastSentence(text);
  const tokens = tokenize(line);
  if (/[:：]\s*$/u.test(line)) {
    const label = nameEnding(line, tokens, tokens.length, names);
    if (label !== null && !names.meaning.label.has(label.toLowerCase())) return label;
  }
  const according = /\baccording to (.{2,80}?)[,:]?\s*$|\bsegún (.{2,80}?)[,:]?\s*$/iu.exec(line);
  if (according !== null) return nameBeginning(according[1] ?? according[2] ?? '', names);
  const said = lastSaying(tokens, names);
  return said === null || tokens.length - said.end > mostBetween
    ? null
    : nameEnding(line, tokens, said.start, names);
}

/** The name at the beginning of a text that follows a quote: "— Xi Jinping", ", said Xi.", ", Xi added". */
export function namedAfter(text: string, names: Names): string | null {
  const line = firstLine(text);
  const dashed = /^[\s,.]*[—–―~-]+\s*(\S.*)$/u.exec(line);
  if (dashed !== null) return nameBeginning(dashed[1] ?? '', names);
  const bracketed = /^\s*\(([^)]{2,60})\)/u.exec(line)?.[1];
  if (bracketed !== undefined && names.knows(bracketed)) return bracketed;
  const sentence = /^[^.!?。！？]*/u.exec(line)?.[0] ?? '';
  const tokens = tokenize(sentence);
  const said = firstSaying(tokens, names);
  if (said === null) return null;
  if (said.start === 0) return nameBeginning(sentence.slice(tokens[said.end - 1]?.end ?? 0), names);
  return said.start > mostWords ? null : nameEnding(sentence, tokens, said.start, names);
}

interface Saying {
  readonly start: number;
  readonly end: number;
}

/** The first word of saying in a sequence. */
export function firstSaying(tokens: readonly Token[], { meaning }: Names): Saying | null {
  const forms = tokens.map(({ form }) => form);
  for (let start = 0; start < forms.length; start++) {
    const length = meaning.saying.lengthAt(forms, start);
    if (length > 0) return { start, end: start + length };
  }
  return null;
}

function lastSaying(tokens: readonly Token[], { meaning }: Names): Saying | null {
  const forms = tokens.map(({ form }) => form);
  for (let start = forms.length - 1; start >= 0; start--) {
    const length = meaning.saying.lengthAt(forms, start);
    if (length > 0) return { start, end: start + length };
  }
  return null;
}

/** The longest known name that ends before token `end`, or else the words with capitals there; null for "he". */
export function nameEnding(text: string, tokens: readonly Token[], end: number, names: Names): string | null {
  // "Xi has really said": between a name and the saying stand words that are no name.
  const before = tokens[end - 1];
  const between =
    before !== undefined && (before.form.endsWith('ly') || (end > 1 && names.meaning.light.has(before.form)));
  if (between && !isNameWord(text, before, names)) return nameEnding(text, tokens, end - 1, names);
  const slice = (from: number) => text.slice(tokens[from]?.start ?? 0, tokens[end - 1]?.end ?? 0);
  for (let from = Math.max(0, end - mostWords); from < end; from++)
    if (names.knows(slice(from))) return slice(from);
  let from = end;
  while (from > 0 && isNameWord(text, tokens[from - 1], names)) from--;
  return from === end ? null : slice(from);
}

function nameBeginning(text: string, names: Names): string | null {
  const tokens = tokenize(text);
  const slice = (to: number) => text.slice(tokens[0]?.start ?? 0, tokens[to - 1]?.end ?? 0);
  for (let to = Math.min(mostWords, tokens.length); to > 0; to--)
    if (names.knows(slice(to))) return slice(to);
  let to = 0;
  while (to < tokens.length && isNameWord(text, tokens[to], names)) to++;
  return to === 0 ? null : slice(to);
}

function isNameWord(text: string, token: Token | undefined, { meaning }: Names): boolean {
  if (
    token === undefined ||
    [meaning.pronoun, meaning.light, meaning.saying].some((all) => all.has(token.form))
  )
    return false;
  return /^\p{Lu}/u.test(text.slice(token.start, token.end));
}

function lastSentence(text: string): string {
  const line = text.trimEnd().split('\n').at(-1) ?? '';
  // A full stop inside "Mr. Xi" ends nothing.
  return line.split(/(?<=[^\s.]{3}[.!?。！？])\s+/u).at(-1) ?? line;
}

function firstLine(text: string): string {
  return text.replace(/^[ \t]*\n/u, '').split('\n')[0] ?? '';
}
