import type { Language, Lexicon } from '../compile-lexicon.ts';
import type { PhraseTable } from '../phrase-table.ts';
import { type Stemmer, stemmerOf } from './stem.ts';
import { type Segmenter, type Token, tokenize } from './tokenize.ts';

/** A word of a text with its stem, and whether it carries no meaning. */
export interface ReadToken extends Token {
  readonly stem: string;
  readonly stop: boolean;
}

/** A word or phrase that belongs to a synonym group: tokens `from` up to, not including, `to`. */
export interface Meaning {
  readonly from: number;
  readonly to: number;
  readonly group: number;
  readonly weight: number;
}

/** Reads texts of one language into words and meanings. */
export interface TextReader {
  readonly language: string;
  /** Null where the lexicon has no file for the language. */
  readonly words: Language | null;
  tokens(text: string): ReadToken[];
  toRead(tokens: readonly Token[]): ReadToken[];
  /** The groups met in the tokens; those that only askers use when `asking`. */
  meanings(tokens: readonly ReadToken[], asking: boolean): Meaning[];
  readonly stem: Stemmer;
}

/** `own` holds the synonyms of one announcement beside the general ones. */
export function createTextReader(
  language: string,
  lexicon: Lexicon,
  own: PhraseTable,
  segment: Segmenter,
): TextReader {
  const words = lexicon.languages.get(language) ?? null;
  const stem = stemmerOf(language);
  const stems = new Map<string, string>();
  const stemOf = (word: string): string => {
    const known = stems.get(word);
    if (known !== undefined) return known;
    const made = stem(word.replace(/^(\d+)(?:st|nd|rd|th)$/, '$1'));
    // What people type is without bounds; what is remembered must not be.
    if (stems.size < 200_000) stems.set(word, made);
    return made;
  };
  const isAcronym = (word: string) => own.acronyms.has(word) || lexicon.synonyms.acronyms.has(word);
  const toRead = (tokens: readonly Token[]) =>
    tokens.map(({ start, end, word, capital, acronym, joined, breaks }) => ({
      start,
      end,
      word,
      capital,
      acronym,
      joined,
      breaks,
      stem: stemOf(word),
      stop: (words?.stop.has(word) ?? false) && !(acronym && isAcronym(word)),
    }));
  return {
    language,
    words,
    stem: stemOf,
    toRead,
    tokens: (text) => toRead(tokenize(text, segment)),
    meanings(tokens, asking) {
      const list = tokens.map((token) => token.stem);
      const found: Meaning[] = [];
      tokens.forEach((token, from) => {
        const shouted = token.acronym || !(token.stop || words?.asking.has(token.word));
        for (const table of [own, lexicon.synonyms]) {
          for (const { group, weight, stems, asked } of table.at(list, from, language, shouted)) {
            if (asking || !asked) found.push({ from, to: from + stems.length, group, weight });
          }
        }
      });
      return found;
    },
  };
}
