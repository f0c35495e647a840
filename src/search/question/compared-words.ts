import { type AskedWord, askedWords } from '../asks.ts';
import type { Meaning, ReadToken, TextReader } from '../text/read-text.ts';
import type { Translation } from '../translations.ts';
import type { Opening } from './answer-opening.ts';
import type { TermMatch } from './question.ts';
import { begunStrength, rarityOf } from './question-terms.ts';
import type { QuestionReaderParts } from './read-question.ts';

/** What was read of a question, as far as comparing needs it. */
export interface ReadAsking {
  readonly tokens: readonly ReadToken[];
  readonly reader: TextReader;
  readonly meanings: readonly Meaning[];
  readonly inSlot: (at: number) => boolean;
  readonly opening: Opening | null;
}

/** What the kind of answer asked for counts where ways of asking are compared; a rare word counts 1. */
const kindWeight = 0.7;

/** The words by which a question is compared with another one. */
export function comparedWords(
  { tokens, meanings, reader, inSlot, opening }: ReadAsking,
  { lexicon }: QuestionReaderParts,
): readonly AskedWord[] {
  const { language } = reader;
  const words = askedWords(tokens, meanings, reader, (word) => rarityOf(word, language, lexicon));
  return [
    ...words.filter(({ at }) => !inSlot(at)),
    // "How many institutes" is another question than "institutes".
    ...(opening === null ? [] : [{ at: -1, keys: [[`?${opening.kind}`, 1]] as const, weight: kindWeight }]),
  ];
}

/** The same words, each also standing for what it may be called in the text's language; `meant` goes by token. */
export function translatedWords(
  words: readonly AskedWord[],
  meant: readonly (readonly Translation[])[],
  { stem }: TextReader,
): readonly AskedWord[] {
  return words.map((word) => {
    const keys = (meant[word.at] ?? []).map((one) => [stem(one.word), one.strength] as const);
    return keys.length === 0 ? word : { ...word, keys: [...word.keys, ...keys] };
  });
}

/** A begun word with more endings than this is not completed: it may become anything. */
const mostCompletions = 24;

/** The same words, the last of them also standing for what it begins. */
export function completed(
  words: readonly AskedWord[],
  tokens: readonly ReadToken[],
  { matcher, index }: QuestionReaderParts,
): readonly AskedWord[] {
  return words.map((word) => {
    if (word.at !== tokens.length - 1) return word;
    const begun = new Map<number, TermMatch>();
    matcher.addBegun(begun, tokens[word.at]?.word ?? '', begunStrength);
    if (begun.size > mostCompletions) return word;
    const keys = [...begun].map(([id, { strength }]) => [index.vocabulary.term(id), strength] as const);
    return { ...word, keys: [...word.keys, ...keys] };
  });
}
