import type { Lexicon } from '../compile-lexicon.ts';
import type { Index } from '../index/build-index.ts';
import { groupTerm, personTerm, speltTerm } from '../index/vocabulary.ts';
import { isAmong } from '../language.ts';
import type { Grade } from '../necessity.ts';
import type { Meaning, ReadToken, TextReader } from '../text/read-text.ts';
import type { Translation } from '../translations.ts';
import type { Mention } from './people.ts';
import type { QuestionTerm, TermMatch } from './question.ts';
import type { QuestionReaderParts } from './read-question.ts';

/** What is known of a question's tokens before its terms are made. */
export interface TermContext {
  /** Whether a token only names whose words are asked for. */
  readonly inSlot: (at: number) => boolean;
  /** Whether a token belongs to the asking rather than to what is asked. */
  readonly isAsking: (at: number) => boolean;
  readonly mentions: readonly Mention[];
  /** The synonym groups met in the tokens, those that only askers use too. */
  readonly meanings: readonly Meaning[];
  /** What each token may be called in the text's language; empty where the question is in it. */
  readonly meant: readonly (readonly Translation[])[];
  readonly unfinished: boolean;
}

/** How sure it is that a word is meant that differs in its marks, where these make another word. */
const otherMarks = 0.3;

/** How sure a word that means the same as a translation is beside the translation itself. */
const alike = 0.8;

/** How surely a word that is still being typed is one that it begins. */
export const begunStrength = 0.9;

/** The words of a question that can be looked for, each once, with what they meet. */
export function questionTerms(
  tokens: readonly ReadToken[],
  reader: TextReader,
  parts: QuestionReaderParts,
  { inSlot, isAsking, mentions, meanings, meant, unfinished }: TermContext,
): QuestionTerm[] {
  const { index, matcher, textReader, lexicon } = parts;
  const count = index.lengths.length;
  const seen = new Set<string>();
  const terms: QuestionTerm[] = [];
  // No group knows a word of the question, so that those of what it is called must do.
  const viaGroups = !lexicon.synonyms.speaks(reader.language);
  const joints = new Map<number, string | null>();
  /** The stem of a word together with the next one, made once for both of them; null where nothing can be so. */
  const joinedAt = (at: number): string | null => {
    const [left, right] = [tokens[at], tokens[at + 1]];
    if (left === undefined || right === undefined) return null;
    const known = joints.get(at);
    if (known !== undefined) return known;
    const made = matcher.mayJoin(left.word, right.word) ? textReader.stemOnce(left.word + right.word) : null;
    joints.set(at, made);
    return made;
  };
  tokens.forEach((token, at) => {
    const { word, stem } = token;
    const begun = unfinished && at === tokens.length - 1;
    // A word without meaning may be the beginning of one that has some: "in" of "investment".
    if ((token.stop && !begun) || inSlot(at) || seen.has(stem)) return;
    seen.add(stem);
    const matches = new Map<number, TermMatch>();
    const textStem = textReader.stem(word);
    // A common word of another language is a false friend as often as not (Spanish mayor: older).
    const foreign =
      reader !== textReader && !token.capital && lexicon.background.rank(word, reader.language) !== null;
    // Where marks make another word, one without any may be either.
    const marked = textReader.words?.spelt != null && token.spelt !== word;
    if (marked) matcher.add(matches, speltTerm(token.spelt), 1, 'same');
    matcher.add(matches, textStem, foreign ? 0.5 : marked ? otherMarks : 1, 'same');
    const value = reader.words?.numbers.get(word);
    if (value !== undefined && value >= 2) matcher.add(matches, String(value), 1, 'same');
    for (const joined of [joinedAt(at), joinedAt(at - 1)]) {
      if (joined !== null) matcher.add(matches, joined, 0.95, 'joined');
    }
    for (const { from, to, group, weight } of meanings) {
      if (at >= from && at < to) matcher.add(matches, groupTerm(group), weight, 'synonym');
    }
    const called = meant[at] ?? [];
    for (const translation of called) {
      matcher.add(matches, textReader.stem(translation.word), translation.strength, 'translation');
      if (!viaGroups) continue;
      const read = textReader.toRead(parts.tokenize(translation.word));
      for (const { group, weight } of textReader.meanings(read, true)) {
        matcher.add(matches, groupTerm(group), alike * translation.strength * weight, 'translation');
      }
    }
    for (const { from, to, people, by } of mentions) {
      if (by === 'role' || at < from || at >= to) continue;
      for (const { id } of people) matcher.add(matches, personTerm(id), 1, 'person');
    }
    matcher.addFamily(matches, textStem, 0.7);
    matcher.addCompounds(matches, textStem, 0.8);
    if (begun) matcher.addBegun(matches, word, begunStrength);
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
      light: token.stop || isAsking(at) || isAmong('asking', token, reader.words),
      matches,
      local: rare,
      rarity: rarityOf(word, reader.language, lexicon),
      known: df > 0,
      grade: gradeOf(token, reader, called, parts),
      number: /^\d/.test(word) || value !== undefined,
      name: token.capital && at > 0 && reader.words?.capitals !== 'nouns',
    });
  });
  return terms;
}

/** Of the word itself, or of what it is called in the text's language. */
function gradeOf(
  { word, stem }: ReadToken,
  { language }: TextReader,
  [usual]: readonly Translation[],
  { lexicon, textReader }: QuestionReaderParts,
): Grade | null {
  const own = lexicon.grades(language);
  if (own !== null) return own(word, stem);
  return usual === undefined
    ? null
    : (lexicon.grades(textReader.language)?.(usual.word, textReader.stem(usual.word)) ?? null);
}

/** Of the best-meeting terms; those that meet weakly count only where nothing better does. */
function documentFrequency(matches: ReadonlyMap<number, TermMatch>, { frequency, lengths }: Index): number {
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
  // A statement may have several of them.
  return Math.min(df, lengths.length);
}

/** How rare a word is in general, 0..1; guessed for scripts and languages without a list. */
export function rarityOf(word: string, language: string, { background }: Lexicon): number {
  if (/^\p{sc=Han}+$/u.test(word)) return word.length > 1 ? 0.8 : 0.5;
  if (/^\d/.test(word)) return 0.75;
  if (background.ranks(language).size === 0) return Math.min(0.9, 0.4 + word.length * 0.05);
  return background.rarity(word, language);
}
