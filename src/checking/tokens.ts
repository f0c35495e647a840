import { compatible, fold } from './fold.ts';

/** One word, number, sign that counts as a word ("%", "€", "&"), or character of a script without spaces. */
export interface Token {
  /** What it is compared by. */
  readonly form: string;
  /** UTF-16, half-open, into the text it was read from. */
  readonly start: number;
  readonly end: number;
}

// Scripts whose words stand without spaces are compared character by character.
const spaceless =
  '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\u30fc\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}]';
const letter = `(?:(?!${spaceless})[\\p{L}\\p{N}])`;
const part = `(?:(?!${spaceless})[\\p{L}\\p{N}\\p{M}\\p{Cf}])`;
const words = new RegExp(
  [
    // U.S. and p.m.: letters with dots between. The last dot may end the sentence, so it is no part.
    `(?<!${part})(?:(?!${spaceless})\\p{L})(?:\\.(?:(?!${spaceless})\\p{L}))+(?!${part})`,
    // A number with its sign, separators and ending: −5, 18,000, 2.6, 21:40, 50th.
    `(?:(?<=^|[\\s(\\[{"“‘])[-−–])?\\p{Nd}+(?:[.,:/٫٬'’]\\p{Nd}+)*${part}*(?:['’]${part}+)*`,
    `${spaceless}\\p{M}*`,
    `${letter}${part}*(?:['’ʼ\`´]${part}+)*`,
    '[%‰％&＆+＋=＝°§\\p{Sc}]',
    // 1990–95 is a range, 1990 95 is none.
    '(?<=\\p{Nd})[-–−‒](?=\\p{Nd})',
  ].join('|'),
  'gu',
);

// The same for texts of plain ASCII, which most are: without classes of Unicode it is many times as fast.
const plainWords = new RegExp(
  [
    '(?<![A-Za-z0-9])[A-Za-z](?:\\.[A-Za-z])+(?![A-Za-z0-9])',
    `(?:(?<=^|[\\s(\\[{"])-)?[0-9]+(?:[.,:/'][0-9]+)*[A-Za-z0-9]*(?:'[A-Za-z0-9]+)*`,
    "[A-Za-z0-9]+(?:['`][A-Za-z0-9]+)*",
    '[%&+=$]',
    '(?<=[0-9])-(?=[0-9])',
  ].join('|'),
  'g',
);
const isPlain = /^[\0-\x7f]*$/;

/** The tokens of a text, in order. Everything between them is white space, punctuation or decoration. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  for (const { 0: word, index } of text.matchAll(isPlain.test(text) ? plainWords : words)) {
    tokens.push({ form: fold(word), start: index, end: index + word.length });
  }
  return tokens;
}

/** Only the forms, for vocabulary. */
export function forms(text: string): string[] {
  return tokenize(text).map(({ form }) => form);
}

/** Whether a form is a number in digits, with or without sign, separators and ending. */
export function isNumber(form: string): boolean {
  return /^-?\p{Nd}/u.test(form);
}

/** A form without its ending: possessive 's and a last apostrophe. */
export function withoutPossessive(form: string): string {
  return form.replace(/'s?$/u, '');
}

/** Marks between words that may carry meaning, of one style: `,` `;` `:` `(` `)` `.` `!` `?`. */
export function marksIn(gap: string): string {
  return compatible(gap)
    .replace(/[。｡]/gu, '.')
    .replace(/[、،]/gu, ',')
    .replace(/…|\.{2,}/gu, ',')
    .replace(/¿|¡/gu, '')
    .replace(/؟/gu, '?')
    .replace(/[^,;:().!?]/gu, '');
}

/** Whether a capital after this gap is owed to a beginning and not to a name. */
export function opensSentence(gap: string): boolean {
  return /[.!?:。\n"“«„]/u.test(gap);
}
