import { createRequire } from 'node:module';
import { fold } from './text/fold.ts';

// The packages as a whole would read every list at once, a third of a second, where few ask in Spanish.
const require = createRequire(import.meta.url);
const lists = {
  en: {
    wikipedia: () => require('@zxcvbn-ts/language-en/dist/wikipedia.json.cjs'),
    commonWords: () => require('@zxcvbn-ts/language-en/dist/commonWords.json.cjs'),
    firstNames: () => require('@zxcvbn-ts/language-en/dist/firstnames.json.cjs'),
    lastNames: () => require('@zxcvbn-ts/language-en/dist/lastnames.json.cjs'),
  },
  es: {
    wikipedia: () => require('@zxcvbn-ts/language-es-es/dist/wikipedia.json.cjs'),
    commonWords: () => require('@zxcvbn-ts/language-es-es/dist/commonWords.json.cjs'),
    firstNames: () => require('@zxcvbn-ts/language-es-es/dist/firstnames.json.cjs'),
    lastNames: () => require('@zxcvbn-ts/language-es-es/dist/lastnames.json.cjs'),
  },
} satisfies Record<string, Record<string, () => readonly string[]>>;

/**
 * How common words are in general: their rank in lists sorted by frequency (Wikipedia and film subtitles, as the
 * packages @zxcvbn-ts/language-en and -es-es ship them, MIT).
 */
export interface Background {
  /** Rank from 1 of a folded word in a language, or null where the lists do not have it. */
  rank(word: string, language: string): number | null;
  /**
   * Rarity of a folded word, 0 for the commonest to 1 for words the lists do not have. By Zipf's law frequency goes
   * with the inverse of the rank, so that this is an inverse document frequency up to scale.
   */
  rarity(word: string, language: string): number;
  /** Personal first names and family names, folded. */
  isName(word: string): boolean;
  /** Every word of a language's lists with its rank. */
  ranks(language: string): ReadonlyMap<string, number>;
}

const unknown = 80_000;
const nothing: ReadonlyMap<string, number> = new Map();

export function createBackground(): Background {
  const { en, es } = lists;
  const rankedOf: Readonly<Record<string, () => ReadonlyMap<string, number>>> = {
    en: () => ranked(en.wikipedia(), en.commonWords()),
    es: () => ranked(es.wikipedia(), es.commonWords()),
  };
  const read = new Map<string, ReadonlyMap<string, number>>();
  const ranksOf = (language: string): ReadonlyMap<string, number> => {
    const known = read.get(language);
    if (known !== undefined) return known;
    const made = rankedOf[language]?.() ?? nothing;
    read.set(language, made);
    return made;
  };
  const names = new Set([
    ...en.firstNames().map(fold),
    ...en.lastNames().slice(0, 20_000).map(fold),
    ...es.firstNames().map(fold),
    ...es.lastNames().map(fold),
  ]);
  const rank = (word: string, language: string) => ranksOf(language).get(word) ?? null;
  return {
    rank,
    rarity(word, language) {
      const found = rank(word, language);
      const plural = found === null && word.endsWith('s') ? rank(word.slice(0, -1), language) : null;
      return Math.log((found ?? plural ?? unknown) + 1) / Math.log(unknown + 1);
    },
    isName: (word) => names.has(word),
    ranks: ranksOf,
  };
}

/** The better rank of two lists; hyphenated words and clitics are left out. */
function ranked(...lists: readonly (readonly string[])[]): ReadonlyMap<string, number> {
  const ranks = new Map<string, number>();
  for (const list of lists) {
    list.forEach((word, index) => {
      const folded = fold(word);
      if (!/^[a-z]+$/.test(folded) && !/^\p{L}+$/u.test(folded)) return;
      const known = ranks.get(folded);
      if (known === undefined || known > index + 1) ranks.set(folded, index + 1);
    });
  }
  return ranks;
}
