import type { Person } from '../../announcement/statement.ts';
import { once } from '../../once.ts';
import { type AskedWord, askedWords } from '../asks.ts';
import type { Lexicon } from '../compile-lexicon.ts';
import type { Index } from '../index/build-index.ts';
import { isAmong } from '../language.ts';
import type { ReadToken, TextReader } from '../text/read-text.ts';
import type { Token } from '../text/tokenize.ts';
import { answerOpening } from './answer-opening.ts';
import { askedSpeaker } from './asked-speaker.ts';
import { askingPart } from './asking-part.ts';
import { detectLanguage } from './detect-language.ts';
import type { Mention, People } from './people.ts';
import type { Question, TermMatch } from './question.ts';
import { begunStrength, questionTerms, rarityOf } from './question-terms.ts';
import { smallTalk } from './small-talk.ts';
import { closestPossible, type Speller } from './speller.ts';
import type { TermMatcher } from './term-matcher.ts';
import { translateWord } from './translate-word.ts';

/** Words beyond this many are not read: nobody asks that much, and an answer must stay quick. */
const mostWords = 400;

/** How much closer a merely common word must be than one of the announcement's to be taken for what was meant. */
const preferHere = 0.08;

/** What the kind of answer asked for counts where ways of asking are compared; a rare word counts 1. */
const kindWeight = 0.7;

/** What a question is read with. */
export interface QuestionReaderParts {
  readonly lexicon: Lexicon;
  readonly index: Index;
  readonly people: People;
  readonly speller: Speller;
  readonly matcher: TermMatcher;
  readonly tokenize: (text: string) => Token[];
  /** One for each language of the lexicon, and the announcement's. */
  readonly readers: ReadonlyMap<string, TextReader>;
  /** The announcement's own. */
  readonly textReader: TextReader;
}

/**
 * Reads a question: its language, the words to look for, whose words it asks for, and what kind of answer.
 * The last word of an `unfinished` one also stands for the words it begins.
 */
export function readQuestion(text: string, parts: QuestionReaderParts, unfinished = false): Question {
  const asking = readAsking(text, parts, unfinished ? 'unfinished' : 'typed');
  const { typed, tokens, reader, mentions, meanings, asked, inSlot, opening } = asking;
  const isAsking = (at: number) =>
    at === asked?.verb || (opening !== null && at >= opening.from && at < opening.to);
  const askedRole = asked?.mention ?? null;
  const compared = once(() => {
    const words = typedWords(asking, parts);
    return unfinished ? completed(words, tokens, parts) : words;
  });
  return {
    language: reader.language,
    terms: questionTerms(tokens, reader, parts, { inSlot, isAsking, mentions, meanings, unfinished }),
    kind: opening?.kind ?? null,
    speakers: askedRole === null ? null : askedRole.people,
    unknownSpeaker:
      asked === null || asked.mention !== null
        ? null
        : text.slice(tokens[asked.from]?.start ?? 0, tokens[asked.to - 1]?.end ?? 0),
    identified: opening?.kind === 'who' ? onlyNamed(tokens, mentions, isAsking) : [],
    mentioned: mentions
      .filter((mention) => mention.by === 'name' && !inSlot(mention.from))
      .flatMap((mention) => mention.people),
    personal: tokens.some(({ word }) => reader.words?.personal.has(word)),
    talk: smallTalk(typed, parts.lexicon),
    get words() {
      return compared();
    },
  };
}

/** The words by which a way of asking that was written down is compared with a question. */
export function readAskedWords(text: string, parts: QuestionReaderParts): readonly AskedWord[] {
  return comparedWords(readAsking(text, parts, 'written'), parts);
}

/** Somebody has typed it, or is still at it; or it was written down beforehand, and does not change. */
type Manner = 'typed' | 'unfinished' | 'written';

/** What a question's own words tell. */
function readAsking(text: string, parts: QuestionReaderParts, manner: Manner) {
  const { lexicon, index, people, textReader } = parts;
  const words = readWords(text, parts, manner);
  const { tokens, reader } = words;
  const mentions = people.mentions(tokens);
  const isKnown = ({ word }: ReadToken) => frequencyOf(textReader.stem(word), index) > 0;
  const asked = askedSpeaker(tokens, mentions, reader.words, lexicon.background, isKnown);
  return {
    ...words,
    mentions,
    meanings: reader.meanings(tokens, true),
    asked,
    /** Whether a token only names whose words are asked for. */
    inSlot: (at: number) => asked !== null && at >= asked.from && at < asked.to,
    opening: answerOpening(tokens, reader.words),
  };
}

function comparedWords(
  { tokens, meanings, reader, inSlot, opening }: ReturnType<typeof readAsking>,
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

/** The same of what somebody typed, which may ask in another language than what was written down. */
function typedWords(asking: ReturnType<typeof readAsking>, parts: QuestionReaderParts): readonly AskedWord[] {
  const { lexicon, textReader } = parts;
  const words = comparedWords(asking, parts);
  const translations = lexicon.translations(asking.reader.language, textReader.language);
  if (translations === null) return words;
  return words.map((word) => {
    const token = asking.tokens[word.at];
    const meant = token === undefined ? [] : translateWord(token, asking.reader, translations);
    const keys = meant.map(({ word, strength }) => [textReader.stem(word), strength] as const);
    return { ...word, keys: [...word.keys, ...keys] };
  });
}

/** A begun word with more endings than this is not completed: it may become anything. */
const mostCompletions = 24;

/** The same words, the last of them also standing for what it begins. */
function completed(
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

/**
 * The words of a question, of a long message only those that ask, with chat spellings and misspellings put right, and
 * the reader of their language. The last word of an `unfinished` one stays as it is where some word begins so.
 */
export function readWords(
  text: string,
  parts: QuestionReaderParts,
  manner: Manner = 'typed',
): { readonly typed: readonly Token[]; readonly tokens: ReadToken[]; readonly reader: TextReader } {
  const typed = parts.tokenize(text).slice(0, mostWords);
  const language = detectLanguage(text, typed, parts.lexicon, parts.textReader.language);
  const reader = parts.readers.get(language) ?? parts.textReader;
  const asking = askingPart(text, typed, (token) => !isOfAsking(token, reader));
  const spelt = spellOut(asking, reader, parts, manner === 'unfinished');
  return { typed, tokens: manner === 'written' ? reader.toKeep(spelt) : reader.toRead(spelt), reader };
}

/** The people named where nothing but names is asked about. */
function onlyNamed(
  tokens: readonly ReadToken[],
  mentions: readonly Mention[],
  isAsking: (at: number) => boolean,
): readonly Person[] {
  const named = mentions.filter(({ by }) => by === 'name');
  const idle = ({ stop }: ReadToken, at: number) =>
    stop || isAsking(at) || named.some(({ from, to }) => at >= from && at < to);
  return tokens.every(idle) ? named.flatMap(({ people }) => people) : [];
}

function frequencyOf(term: string, { vocabulary, frequency }: Index): number {
  const id = vocabulary.id(term);
  return id === undefined ? 0 : (frequency[id] ?? 0);
}

/** Replaces chat spellings by what they stand for, and misspelt words by what was meant. */
function spellOut(
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
function isOfAsking(token: Token, { words }: TextReader): boolean {
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
    isTranslated(reader.stem(word), reader, parts)
  );
}

function isTranslated(
  stem: string,
  { language }: TextReader,
  { lexicon, textReader }: QuestionReaderParts,
): boolean {
  const translations = lexicon.translations(language, textReader.language);
  return translations !== null && translations.of(stem).length > 0;
}
