import { askedWords } from '../asks.ts';
import type { Lexicon } from '../compile-lexicon.ts';
import type { Index } from '../index/build-index.ts';
import { groupTerm, personTerm } from '../index/vocabulary.ts';
import type { ReadToken, TextReader } from '../text/read-text.ts';
import type { Token } from '../text/tokenize.ts';
import { answerOpening } from './answer-opening.ts';
import { askedSpeaker } from './asked-speaker.ts';
import { detectLanguage } from './detect-language.ts';
import type { Mention, People } from './people.ts';
import type { Question, QuestionTerm, TermMatch } from './question.ts';
import type { Speller } from './speller.ts';
import type { TermMatcher } from './term-matcher.ts';

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
  const { lexicon, index, people, textReader } = parts;
  const { typed, tokens, reader } = readWords(text, parts);
  const { language } = reader;
  const mentions = people.mentions(tokens);
  const isKnown = ({ word }: ReadToken) => frequencyOf(textReader.stem(word), index) > 0;
  const asked = askedSpeaker(tokens, mentions, reader.words, lexicon.background, isKnown);
  const inSlot = (at: number) => asked !== null && at >= asked.from && at < asked.to;
  const isAsking = (at: number) =>
    at === asked?.verb || (opening !== null && at >= opening.from && at < opening.to);
  const opening = answerOpening(tokens, reader.words);
  const askedRole = asked?.mention ?? null;
  return {
    language,
    terms: termsOf(tokens, reader, parts, { inSlot, isAsking, mentions, unfinished }),
    kind: opening?.kind ?? null,
    speakers: askedRole === null ? null : askedRole.people,
    unknownSpeaker:
      asked === null || asked.mention !== null
        ? null
        : text.slice(tokens[asked.from]?.start ?? 0, tokens[asked.to - 1]?.end ?? 0),
    mentioned: mentions
      .filter((mention) => mention.by === 'name' && !inSlot(mention.from))
      .flatMap((mention) => mention.people),
    personal: tokens.some(({ word }) => reader.words?.personal.has(word)),
    talk: smallTalk(typed, lexicon),
    words: [
      ...askedWords(tokens, reader, (word) => rarityOf(word, language, lexicon)),
      // "How many institutes" is another question than "institutes".
      ...(opening === null ? [] : [{ key: `?${opening.kind}`, weight: kindWeight }]),
    ],
  };
}

/** The words of a question with chat spellings and misspellings put right, and the reader of their language. */
export function readWords(
  text: string,
  parts: QuestionReaderParts,
): { readonly typed: readonly Token[]; readonly tokens: ReadToken[]; readonly reader: TextReader } {
  const typed = parts.tokenize(text).slice(0, mostWords);
  const language = detectLanguage(text, typed, parts.lexicon, parts.textReader.language);
  const reader = parts.readers.get(language) ?? parts.textReader;
  return { typed, tokens: reader.toRead(spellOut(typed, reader, parts)), reader };
}

function frequencyOf(term: string, { vocabulary, frequency }: Index): number {
  const id = vocabulary.id(term);
  return id === undefined ? 0 : (frequency[id] ?? 0);
}

/** Replaces chat spellings by what they stand for, and misspelt words by what was meant. */
function spellOut(typed: readonly Token[], reader: TextReader, parts: QuestionReaderParts): Token[] {
  return typed.flatMap((token) => {
    const short = token.acronym ? undefined : reader.words?.chat.get(token.word);
    if (short !== undefined) return short.map((word) => ({ ...token, word, capital: false }));
    if (isWord(token, reader, parts)) return [token];
    const here = parts.speller.correct(token.word);
    const anywhere = parts.lexicon.speller(reader.language)?.correct(token.word) ?? null;
    // A word of the announcement is likelier than one that is merely common.
    const better =
      anywhere !== null && anywhere.likeness > (here?.likeness ?? 0) + preferHere ? anywhere : here;
    return [better === null ? token : { ...token, word: better.word }];
  });
}

/** Whether a typed word is one, so that it must not be corrected. */
function isWord(token: Token, reader: TextReader, parts: QuestionReaderParts): boolean {
  const { word } = token;
  const { lexicon, index, people, textReader } = parts;
  if (!/^\p{L}{4,}$/u.test(word) || /\p{sc=Han}/u.test(word)) return true;
  if (index.words.has(word) || people.words.has(word) || lexicon.synonyms.words(reader.language).has(word))
    return true;
  if (frequencyOf(textReader.stem(word), index) > 0) return true;
  if (reader.words?.stop.has(word) || reader.words?.asking.has(word)) return true;
  return lexicon.background.rank(word, reader.language) !== null;
}

/** What is known of a question's tokens before its terms are made. */
interface TermContext {
  /** Whether a token only names whose words are asked for. */
  readonly inSlot: (at: number) => boolean;
  /** Whether a token belongs to the asking rather than to what is asked. */
  readonly isAsking: (at: number) => boolean;
  readonly mentions: readonly Mention[];
  readonly unfinished: boolean;
}

function termsOf(
  tokens: readonly ReadToken[],
  reader: TextReader,
  parts: QuestionReaderParts,
  { inSlot, isAsking, mentions, unfinished }: TermContext,
): QuestionTerm[] {
  const { index, matcher, textReader, lexicon } = parts;
  const meanings = reader.meanings(tokens, true);
  const count = index.lengths.length;
  const seen = new Set<string>();
  const terms: QuestionTerm[] = [];
  tokens.forEach((token, at) => {
    const { word, stem } = token;
    if (token.stop || inSlot(at) || seen.has(stem)) return;
    seen.add(stem);
    const matches = new Map<number, TermMatch>();
    const textStem = textReader.stem(word);
    // A common word of another language is a false friend as often as not (Spanish mayor: older).
    const foreign =
      reader !== textReader && !token.capital && lexicon.background.rank(word, reader.language) !== null;
    matcher.add(matches, textStem, foreign ? 0.5 : 1, 'same');
    const value = reader.words?.numbers.get(word);
    if (value !== undefined && value >= 2) matcher.add(matches, String(value), 1, 'same');
    const next = tokens[at + 1];
    const previous = tokens[at - 1];
    if (next !== undefined) matcher.add(matches, textReader.stem(word + next.word), 0.95, 'joined');
    if (previous !== undefined) matcher.add(matches, textReader.stem(previous.word + word), 0.95, 'joined');
    for (const { from, to, group, weight } of meanings) {
      if (at >= from && at < to) matcher.add(matches, groupTerm(group), weight, 'synonym');
    }
    for (const { from, to, people, by } of mentions) {
      if (by === 'role' || at < from || at >= to) continue;
      for (const { id } of people) matcher.add(matches, personTerm(id), 1, 'person');
    }
    matcher.addFamily(matches, textStem, 0.7);
    if (unfinished && at === tokens.length - 1) matcher.addBegun(matches, word, 0.9);
    if (/^\p{sc=Han}{2,}$/u.test(word)) {
      for (let i = 0; i + 2 <= word.length; i++) {
        matcher.add(matches, word.slice(i, i + 2), 1.4 / word.length, 'letters');
      }
    }
    const df = documentFrequency(matches, index);
    const rare = Math.log(1 + (count - df + 0.5) / (df + 0.5)) / Math.log(1 + (count + 0.5) / 0.5);
    terms.push({
      asked: word,
      word,
      at,
      light: isAsking(at) || (reader.words?.asking.has(word) ?? false),
      matches,
      local: rare,
      rarity: rarityOf(word, reader.language, lexicon),
      known: df > 0,
      number: /^\d/.test(word) || value !== undefined,
      name: token.capital && at > 0,
    });
  });
  return terms;
}

/** Of the best-meeting terms; those that meet weakly count only where nothing better does. */
function documentFrequency(matches: ReadonlyMap<number, TermMatch>, { frequency }: Index): number {
  let best = 0;
  let df = 0;
  for (const [id, { strength }] of matches) {
    const found = frequency[id] ?? 0;
    if (found === 0) continue;
    if (strength > best + 0.01) {
      best = strength;
      df = found;
    } else if (strength > best - 0.01) df += found;
  }
  return df;
}

function rarityOf(word: string, language: string, { background }: Lexicon): number {
  if (/^\p{sc=Han}+$/u.test(word)) return word.length > 1 ? 0.8 : 0.5;
  if (/^\d/.test(word)) return 0.75;
  if (background.ranks(language).size === 0) return Math.min(0.9, 0.4 + word.length * 0.05);
  return background.rarity(word, language);
}

function smallTalk(tokens: readonly Token[], { languages }: Lexicon): Question['talk'] {
  if (tokens.length === 0) return 'empty';
  if (tokens.length > 6) return null;
  const words = tokens.map(({ word }) => word);
  for (const said of [words.join(' '), words.join('')]) {
    for (const { thanks, greeting } of languages.values()) {
      if (thanks.has(said)) return 'thanks';
      if (greeting.has(said)) return 'greeting';
    }
  }
  return null;
}
