import type { Lexicon } from '../compile-lexicon.ts';
import { isAmong, type Language } from '../language.ts';
import type { PhraseTable } from '../phrase-table.ts';
import { remembering } from './remembering.ts';
import { type Stemmer, stemmerOf } from './stem.ts';
import { type Segmenter, type Token, tokenize } from './tokenize.ts';

/** So many typed words are remembered: those of some hundred questions. */
const mostTyped = 1_000;

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
  /** Whether a word carries no meaning. */
  isStop(token: Token): boolean;
  /** The words of a text that does not change, such as a source: all are remembered. */
  tokens(text: string): ReadToken[];
  /** The words of what somebody typed. */
  toRead(tokens: readonly Token[]): ReadToken[];
  /** The words of a question that does not change; all are remembered. */
  toKeep(tokens: readonly Token[]): ReadToken[];
  /** The groups met in the tokens; those that only askers use when `asking`. */
  meanings(tokens: readonly ReadToken[], asking: boolean): Meaning[];
  readonly stem: Stemmer;
  /** The same for what is hardly ever asked for again, such as two words as one: it takes the place of none remembered. */
  readonly stemOnce: Stemmer;
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
  const plainStem = (word: string) =>
    words?.stems.get(word) ?? stem(word.replace(/^(\d+)(?:st|nd|rd|th)$/, '$1'));
  const said = new Map<string, string>();
  // What people type is without bounds, unlike the texts that are read here.
  const typedStem = remembering(plainStem, mostTyped);
  const stemOf = (word: string) => said.get(word) ?? typedStem(word);
  const stemOfSaid = (word: string) => {
    const known = said.get(word);
    if (known !== undefined) return known;
    const made = plainStem(word);
    said.set(word, made);
    return made;
  };
  const isAcronym = (word: string) => own.acronyms.has(word) || lexicon.synonyms.acronyms.has(word);
  /** May, written as a name within a sentence, is a month. */
  const isMonth = ({ word, capital, breaks }: Token) =>
    capital && !breaks && words?.months.has(word) === true;
  const isStop = (token: Token) =>
    isAmong('stop', token, words) && !(token.acronym && isAcronym(token.word)) && !isMonth(token);
  const read = (tokens: readonly Token[], stemOf: Stemmer) =>
    tokens.map((token) => {
      const { start, end, word, spelt, capital, acronym, joined, breaks } = token;
      const [stem, stop] = [stemOf(word), isStop(token)];
      return { start, end, word, spelt, capital, acronym, joined, breaks, stem, stop };
    });
  return {
    language,
    words,
    isStop,
    stem: stemOf,
    stemOnce: (word) => said.get(word) ?? plainStem(word),
    toRead: (tokens) => read(tokens, stemOf),
    toKeep: (tokens) => read(tokens, stemOfSaid),
    tokens: (text) => read(tokenize(text, segment), stemOfSaid),
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
