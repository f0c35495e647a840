import type { Person } from '../../announcement/statement.ts';
import { once } from '../../once.ts';
import type { AskedWord } from '../asks.ts';
import type { Lexicon } from '../compile-lexicon.ts';
import { frequencyOf, type Index } from '../index/build-index.ts';
import type { ReadToken, TextReader } from '../text/read-text.ts';
import type { Token } from '../text/tokenize.ts';
import type { Translation } from '../translations.ts';
import { answerOpening } from './answer-opening.ts';
import { askedSpeaker } from './asked-speaker.ts';
import { askingPart } from './asking-part.ts';
import { comparedWords, completed, translatedWords } from './compared-words.ts';
import { detectLanguage } from './detect-language.ts';
import type { Mention, People } from './people.ts';
import type { Question } from './question.ts';
import { questionTerms } from './question-terms.ts';
import { smallTalk } from './small-talk.ts';
import { isOfAsking, spellOut } from './spell-out.ts';
import type { Speller } from './speller.ts';
import type { TermMatcher } from './term-matcher.ts';
import { translateWord } from './translate-word.ts';

/** Words beyond this many are not read: nobody asks that much, and an answer must stay quick. */
const mostWords = 400;

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
  const meant = translated(tokens, reader, parts);
  const compared = once(() => {
    const words = translatedWords(comparedWords(asking, parts), meant, parts.textReader);
    return unfinished ? completed(words, tokens, parts) : words;
  });
  return {
    language: reader.language,
    terms: questionTerms(tokens, reader, parts, { inSlot, isAsking, mentions, meanings, meant, unfinished }),
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

/** What each token may be called in the text's language; nothing where the question is in it. */
function translated(
  tokens: readonly ReadToken[],
  reader: TextReader,
  { lexicon, textReader }: QuestionReaderParts,
): readonly (readonly Translation[])[] {
  const translations = lexicon.translations(reader.language, textReader.language);
  return translations === null ? [] : tokens.map((token) => translateWord(token, reader, translations));
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
