import { frequencyOf } from '../index/build-index.ts';
import { isAmong } from '../language.ts';
import type { TextReader } from '../text/read-text.ts';
import type { Token } from '../text/tokenize.ts';
import type { QuestionReaderParts } from './read-question.ts';
import { closestPossible } from './speller.ts';
import { translateWord } from './translate-word.ts';

/** How much closer a merely common word must be than one of the announcement's to be taken for what was meant. */
const preferHere = 0.08;

/** Replaces chat spellings by what they stand for, and misspelt words by what was meant. */
export function spellOut(
  typed: readonly Token[],
  reader: TextReader,
  parts: QuestionReaderParts,
  unfinished: boolean,
): Token[] {
  return typed.flatMap((token, at) => {
    if (unfinished && at === typed.length - 1 && parts.matcher.begins(token.word)) return [token];
    const short = token.acronym ? undefined : reader.words?.chat.get(token.word);
    if (short !== undefined) return short.map((word) => ({ ...token, word, spelt: word, capital: false }));
    if (isWord(token, reader, parts)) return [token];
    const meant = correct(token.word, reader, parts);
    return [meant === null ? token : { ...token, word: meant, spelt: meant }];
  });
}

/** What was meant by a misspelt word. One of the announcement is likelier than one that is merely common. */
function correct(
  word: string,
  { language }: TextReader,
  { speller, lexicon }: QuestionReaderParts,
): string | null {
  const here = speller.correct(word);
  const enough = (here?.likeness ?? 0) + preferHere;
  if (here !== null && enough >= closestPossible(word)) return here.word;
  const anywhere = lexicon.speller(language)?.correct(word) ?? null;
  return anywhere !== null && anywhere.likeness > enough ? anywhere.word : (here?.word ?? null);
}

/** Whether a word carries no meaning, or belongs to asking. */
export function isOfAsking(token: Token, { words }: TextReader): boolean {
  return isAmong('stop', token, words) || isAmong('asking', token, words);
}

/** Whether a typed word is one, so that it must not be corrected. */
function isWord(token: Token, reader: TextReader, parts: QuestionReaderParts): boolean {
  const { word } = token;
  const { lexicon, index, people, textReader } = parts;
  if (isOfAsking(token, reader)) return true;
  if (index.words.has(word) || people.words.has(word)) return true;
  if (!/^\p{L}{4,}$/u.test(word) || /[\p{sc=Han}\p{sc=Thai}]/u.test(word)) return true;
  // Syllables that marks alone keep apart are all alike.
  if (reader.words?.spelt != null) return true;
  return (
    lexicon.background.rank(word, reader.language) !== null ||
    frequencyOf(textReader.stem(word), index) > 0 ||
    // Last, for these are many, and laid out when they are first asked for.
    lexicon.synonyms.words(reader.language).has(word) ||
    isTranslated(word, reader, parts)
  );
}

function isTranslated(
  word: string,
  reader: TextReader,
  { lexicon, textReader }: QuestionReaderParts,
): boolean {
  const translations = lexicon.translations(reader.language, textReader.language);
  return (
    translations !== null && translateWord({ word, stem: reader.stem(word) }, reader, translations).length > 0
  );
}
