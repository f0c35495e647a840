import { fold, spelling } from './fold.ts';

/** A word of a text. Offsets are UTF-16, half-open. */
export interface Token {
  readonly start: number;
  readonly end: number;
  /** The word folded: lower case, no accents; endings such as 's and 'll and thousands separators taken off. */
  readonly word: string;
  /** The same with its marks, where it has any that `word` has not: "năm". Otherwise `word`. */
  readonly spelt: string;
  /** Its first letter is upper case. */
  readonly capital: boolean;
  /** All its letters are upper case, and there are at least two. */
  readonly acronym: boolean;
  /** Joined to the word before by a hyphen or slash: "all-weather". */
  readonly joined: boolean;
  /** A sentence, or at least a clause, ends or begins before it. */
  readonly breaks: boolean;
}

/** Splits a run of letters of a script without spaces into words. */
export type Segmenter = (run: string) => readonly string[];

// Letters and digits with inner apostrophes; numbers keep their separators; dotted capitals are one word (U.S.).
const wordPattern =
  /(?:\p{Lu}\.){2,}|\p{Nd}+(?:[.,٫٬]\p{Nd}+)*(?:st|nd|rd|th)?(?=[^\p{L}\p{N}]|$)|[\p{L}\p{N}\p{M}\u00ad\u200c\u200d]+(?:['’][\p{L}\p{M}]+)*|[%٪€£¥$]/gu;
/** Most words. */
const plain = /^[A-Za-z]+$/;
const unspaced =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]+/gu;
const symbols: ReadonlyMap<string, string> = new Map([
  ['%', 'percent'],
  ['٪', 'percent'],
  ['$', 'dollar'],
  ['€', 'euro'],
  ['£', 'pound'],
  ['¥', 'yuan'],
]);

/** A word before a vowel that has lost its own: l'école, dell'arte. What follows a single letter is no English ending. */
const elision =
  /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|un|[dns]ell|all|dall|sull|quest|quell)['’](?=h?[aeiouyàâäéèêëíìîïóòôöúùûüœæ].)/iu;

/** Endings of Turkish, which stand apart from names: Ankara'da, NATO'nun. */
const turkishEnding =
  /(?<=^\p{Lu}.+)['’](?:[aeıiuü]|y[aeıiuü]|n[ae]|n?[ıiuü]n|n?[dt][ae](?:n|ki)?|y?l[ae]|l[ae]r|l[ıiuü]|s[ıiuü])$/u;

/** The words of a text in order. `segment` is asked for runs of scripts that are written without spaces. */
export function tokenize(text: string, segment: Segmenter): Token[] {
  const tokens: Token[] = [];
  let before = 0;
  for (const match of text.matchAll(wordPattern)) {
    const raw = match[0];
    const start = match.index;
    const between = text.slice(before, start);
    const joined = tokens.length > 0 && /^[-‐‑–/]$/.test(between);
    const breaks = tokens.length === 0 || /[.!?;:,。！？；，、।॥؟؛،\n()"“”«»„]/.test(between);
    before = start + raw.length;
    if (plain.test(raw)) {
      tokens.push(toPlainToken(raw, start, joined, breaks));
      continue;
    }
    const elided = elision.exec(raw)?.[0].length ?? 0;
    if (elided > 0) {
      tokens.push(toToken(raw.slice(0, elided), start, joined, breaks));
      tokens.push(toToken(raw.slice(elided), start + elided, true, false));
    } else if (raw.search(unspaced) >= 0) {
      pushUnspaced(tokens, raw, start, breaks, segment);
    } else {
      tokens.push(toToken(raw, start, joined, breaks));
    }
  }
  return tokens;
}

/** The same as `toToken` makes of it, with less to look for. */
function toPlainToken(raw: string, start: number, joined: boolean, breaks: boolean): Token {
  const word = raw.toLowerCase();
  const capital = /^[A-Z]/.test(raw);
  const acronym = capital && /^[A-Z]{2,}s?$/.test(raw);
  return { start, end: start + raw.length, word, spelt: word, capital, acronym, joined, breaks };
}

function toToken(raw: string, start: number, joined: boolean, breaks: boolean): Token {
  const word = plainWord(raw);
  return {
    start,
    end: start + raw.length,
    word,
    spelt: /\p{L}/u.test(raw) && /[^\x20-\x7e]/.test(raw) ? spelling(raw) : word,
    capital: /^\p{Lu}/u.test(raw),
    acronym: /^(?:\p{Lu}[\p{N}.]*){2,}s?$/u.test(raw),
    joined,
    breaks,
  };
}

function plainWord(raw: string): string {
  const symbol = symbols.get(raw);
  if (symbol !== undefined) return symbol;
  if (/^\p{Nd}/u.test(raw)) {
    const digits = fold(raw).replace('٫', '.').replaceAll('٬', ',');
    return digits.replace(/[.,](?=\d{3}(?:\D|$))/g, '');
  }
  return fold(raw.replaceAll('.', '').replace(turkishEnding, ''))
    .replace(/['’](?:s|d|ll|re|ve|m)?$/, '')
    .replace(/['’]/g, '');
}

/** Splits a mixed run ("国际ABC站") into pieces with and without spaces, and segments the latter. */
function pushUnspaced(
  tokens: Token[],
  raw: string,
  start: number,
  breaks: boolean,
  segment: Segmenter,
): void {
  let at = 0;
  let first = breaks;
  const push = (piece: string, offset: number) => {
    if (piece === '') return;
    tokens.push(toToken(piece, start + offset, false, first));
    first = false;
  };
  for (const run of raw.matchAll(unspaced)) {
    push(raw.slice(at, run.index), at);
    let offset = run.index;
    for (const word of segment(run[0])) {
      push(word, offset);
      offset += word.length;
    }
    at = run.index + run[0].length;
  }
  push(raw.slice(at), at);
}
