import { type Mutant, type Mutation, pick, type Said, splice } from './mutation.ts';

/** Mutations of how words are written and where an excerpt begins: verbatim still. */

export const asSaid: Mutation = (said) => make('as said', said, said.text);

export const otherCapitals: Mutation = (said, _, random) =>
  make('capitals', said, random() < 0.5 ? said.text.toUpperCase() : said.text.toLowerCase());

export const otherQuotationMarks: Mutation = (said) => {
  const curly = /[“”‘’]/u.test(said.text);
  const quote = curly
    ? said.text.replace(/[“”]/gu, '"').replace(/[‘’]/gu, "'")
    : said.text
        .replace(/'/gu, '’')
        .replace(/"(?=\S)/gu, '“')
        .replace(/"/gu, '”');
  return quote === said.text ? null : make('quotation marks', said, quote);
};

export const otherDashes: Mutation = (said, _, random) => {
  if (!/[-–—]/u.test(said.text)) return null;
  return make(
    'dashes',
    said,
    said.text.replace(/(?<=\p{L})-(?=\p{L})/gu, pick(['‑', '–', ' '], random)).replace(/ [–—] /gu, ' - '),
  );
};

export const otherSpaces: Mutation = (said, _, random) =>
  make(
    'spaces',
    said,
    said.text.replace(/ /gu, () => pick([' ', ' ', '  ', '\u00a0', '\n', '\u2009'], random)),
  );

export const otherEnd: Mutation = (said, _, random) =>
  make(
    'end mark',
    said,
    said.text.replace(/[.!?,]+$/u, '') + pick(['.', '!', '…', '...', ',', '!!!', ''], random),
  );

export const inQuotationMarks: Mutation = (said, _, random) => {
  const [open, close] = pick(
    [
      ['"', '"'],
      ['“', '”'],
      ['«', '»'],
      ['‘', '’'],
      ['「', '」'],
    ] as const,
    random,
  );
  return make('in quotation marks', said, open + said.text + close);
};

export const fullwidth: Mutation = (said) =>
  make(
    'fullwidth',
    said,
    said.text.replace(/[A-Za-z]/gu, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)),
  );

export const decomposed: Mutation = (said) => {
  const quote = said.text.normalize('NFD');
  return quote === said.text ? null : make('decomposed', said, quote);
};

export const invisible: Mutation = (said, _, random) => {
  const inside = [...said.text.matchAll(/(?<=\p{L})(?=\p{L})/gu)].map(({ index }) => index);
  if (inside.length === 0) return null;
  const at = pick(inside, random);
  return make(
    'invisible',
    said,
    splice(said.text, at, at, pick(['\u200b', '\u00ad', '\u200d', '\ufeff', '\u2060'], random)),
  );
};

/** An excerpt of some words, unless it begins just after a negation or shows only two words. */
export const excerpt: Mutation = (said, _, random) => {
  const words = said.text.split(' ');
  if (words.length < 6) return null;
  const length = 4 + Math.floor(random() * (words.length - 4));
  const from = Math.floor(random() * (words.length - length + 1));
  const before = words.slice(Math.max(0, from - 2), from).join(' ');
  if (/\b(?:not|no|never|nobody|nothing|neither|nor|n['’]t|hardly|none|without)\b/iu.test(before))
    return null;
  return make('excerpt', said, words.slice(from, from + length).join(' '));
};

/** Something left out in the middle, and marked so; nothing that negates. */
export const declaredGap: Mutation = (said, _, random) => {
  const words = said.text.split(' ');
  if (words.length < 12) return null;
  const from = 4 + Math.floor(random() * (words.length - 10));
  const count = 1 + Math.floor(random() * (words.length - from - 4));
  const hidden = words.slice(from, from + count).join(' ');
  if (/\b(?:not|no|never|nobody|nothing|neither|nor|hardly|none|without|cannot)\b|n['’]t/iu.test(hidden))
    return null;
  const mark = pick(['…', '...', '[...]', '[…]'], random);
  return make('declared gap', said, [...words.slice(0, from), mark, ...words.slice(from + count)].join(' '));
};

export const nobodyNamed: Mutation = (said) => ({ ...make('nobody named', said, said.text), speaker: null });

function make(kind: string, said: Said, quote: string): Mutant {
  return { kind, quote, speaker: said.speaker, verdict: 'verbatim', matters: [] };
}
