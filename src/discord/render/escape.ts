/**
 * Text of others inside our messages: shown as written, never acting as markup, mention, link, emoji or timestamp.
 *
 * Discord's client shows a backslash before any character that is neither letter, digit nor white space as that
 * character alone, so escaping needs no invisible characters and can be undone exactly.
 */

/** Characters that can begin or end markup, a mention, an emoji, a link or an invitation wherever they stand. */
const anywhere = /[\\*_~`|<>@[\]]|:(?=\S)|\.(?=\w+\/)/g;
/** Headings, lists, quotes and subtext exist only at the beginning of a line. */
const atLineStart = /(^|[\n\r\u0085\u2028\u2029])([^\S\n\r\u2028\u2029]*)(?=[#+-])/g;
const numberedList = /((?:^|[\n\r\u0085\u2028\u2029])[^\S\n\r\u2028\u2029]*\d+)(?=\.)/g;

/** Text so that Discord shows it exactly as written. `unescape` is its inverse, for any text. */
export function escapeText(text: string): string {
  return text
    .replace(anywhere, (character) => `\\${character}`)
    .replace(atLineStart, '$1$2\\')
    .replace(numberedList, '$1\\');
}

/** The text that Discord shows for escaped text: the inverse of `escapeText`. */
export function unescapeText(escaped: string): string {
  return escaped.replace(/\\([^0-9A-Za-z\s])/g, '$1');
}

/** Control characters, and format characters that hide or turn text; joiners stay, as emoji and some scripts need them. */
const unseen = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]+/gu;
/** Characters of which none is hidden, or a mark. */
const plain = /^[\x20-\x7e]*$/;
/** More marks on one letter than any script uses; they climb over the lines above. */
const towers = /(\p{M}{4})\p{M}+/gu;

/**
 * What somebody typed, on one line, at most `limit` characters long before escaping, for showing back to them.
 * Not for quotations: invisible characters are dropped, and a cut is marked with an ellipsis.
 */
export function escapeTyped(typed: string, limit = 300): string {
  return escapeText(shorten(visible(typed).trim(), limit));
}

/** Typed text on one line, without characters that hide or turn text. */
export function visible(typed: string): string {
  const line = typed.replace(/\s+/g, ' ');
  return plain.test(line) ? line : line.replace(unseen, '').replace(towers, '$1');
}

/** At most `limit` UTF-16 units, cut between characters, the cut marked with an ellipsis. */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const cut = text.slice(0, limit - 1);
  const words = cut.slice(0, Math.max(cut.lastIndexOf(' '), Math.floor(limit * 0.7)));
  return `${words.replace(/[\ud800-\udbff]$/, '').trimEnd()}…`;
}
