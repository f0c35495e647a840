import type { Announcement } from '../../announcement/announcement.ts';
import type { Statement } from '../../announcement/statement.ts';
import type { Background } from '../background.ts';
import type { People } from '../question/people.ts';
import type { ReadToken, TextReader } from '../text/read-text.ts';
import { type Lists, packLists } from './lists.ts';
import { kindBits, kindOf } from './token-kinds.ts';
import { createVocabulary, groupTerm, personTerm, speltTerm, type Vocabulary } from './vocabulary.ts';

/** Everything looked up while a question is answered. Statements are numbered in the order of the announcement. */
export interface Index {
  readonly vocabulary: Vocabulary;
  /** How many statements have a term; by term id. */
  readonly frequency: Uint32Array;
  /** Statements that have a term, ascending; by term id. */
  readonly postings: Lists;
  /** Terms of a statement, ascending, each once. */
  readonly terms: Lists;
  /** Triples position, term, kind bits of a statement in reading order. */
  readonly sequence: Lists;
  /** Words of the sentence around a statement that are not its own, such as the cue; terms ascending. */
  readonly frames: Lists;
  /** Terms of the name and role of the statement's speaker. */
  readonly labels: Lists;
  /** Terms of the words of a person's role, by the person's id. */
  readonly roles: ReadonlyMap<string, readonly number[]>;
  /** Terms of the names of its topics. */
  readonly topics: Lists;
  /** Terms of each paragraph; ids of paragraphs are those of `paragraphOf`. */
  readonly paragraphs: Lists;
  readonly paragraphOf: Int32Array;
  /** Number of content words of a statement. */
  readonly lengths: Float32Array;
  readonly averageLength: number;
  /** 1 where a statement opens with a word that leans on the sentence before. */
  readonly leans: Uint8Array;
  /** Whether a name can be told from another word: by a capital that other words inside a sentence have not. */
  readonly tellsNames: boolean;
  /** Folded words of the statements, for the speller. */
  readonly words: ReadonlySet<string>;
}

/** Reads all statements of an announcement. */
export function buildIndex(
  announcement: Announcement,
  reader: TextReader,
  people: People,
  background: Background,
): Index {
  const vocabulary = createVocabulary();
  const words = new Set<string>();
  const names = new Set(
    announcement.people.flatMap(({ name }) => reader.tokens(name).map(({ word }) => word)),
  );
  const { statements } = announcement;

  const sequences: number[][] = [];
  const terms: number[][] = [];
  const lengths = new Float32Array(statements.length);
  const leans = new Uint8Array(statements.length);
  statements.forEach((statement, index) => {
    const tokens = tokensOf(statement, reader);
    const sequence: number[] = [];
    let content = 0;
    tokens.forEach((token, at) => {
      words.add(token.word);
      if (token.stop) return;
      content += 1;
      const bits = kindOf(tokens, at, reader.words, background, names);
      for (const term of termsOf(tokens, at, reader)) sequence.push(at, vocabulary.add(term), bits);
    });
    for (const { from, group } of reader.meanings(tokens, false)) {
      sequence.push(from, vocabulary.add(groupTerm(group)), 0);
    }
    for (const { from, people: named, by } of people.mentions(tokens)) {
      if (by === 'role') continue;
      for (const { id } of named) sequence.push(from, vocabulary.add(personTerm(id)), kindBits.person);
    }
    sequences.push(sequence);
    terms.push(unique(sequence.filter((_, at) => at % 3 === 1)));
    lengths[index] = content;
    leans[index] = reader.words?.leaning.has(tokens[0]?.word ?? '') ? 1 : 0;
  });

  const around = (text: string) => unique(termsIn(reader.tokens(text), reader).map(vocabulary.add));
  const frames = statements.map((_, index) => around(gapsAround(statements, index)));
  const labels = statements.map(({ speaker }) => {
    if (speaker === null) return [];
    const found = around(`${speaker.name} . ${speaker.role ?? ''}`);
    return unique([...found, vocabulary.add(personTerm(speaker.id))]);
  });
  const roles = new Map(announcement.people.map(({ id, role }) => [id, around(role ?? '')]));
  const topicLists = statements.map(({ topics }) => {
    const named = announcement.topics.filter(({ id }) => topics.includes(id)).map(({ name }) => name);
    return around(named.join(' . '));
  });

  const paragraphOf = new Int32Array(statements.length);
  const paragraphs: Set<number>[] = [];
  statements.forEach((statement, index) => {
    const same = statements[index - 1]?.place.paragraph === statement.place.paragraph;
    if (!same) paragraphs.push(new Set());
    paragraphOf[index] = paragraphs.length - 1;
    for (const term of [...(terms[index] ?? []), ...(frames[index] ?? [])]) paragraphs.at(-1)?.add(term);
  });

  const postings: number[][] = Array.from({ length: vocabulary.size }, () => []);
  terms.forEach((list, index) => {
    for (const term of list) postings[term]?.push(index);
  });
  return {
    vocabulary,
    frequency: Uint32Array.from(postings, (list) => list.length),
    postings: packLists(postings),
    terms: packLists(terms),
    sequence: packLists(sequences),
    frames: packLists(frames),
    labels: packLists(labels),
    roles,
    topics: packLists(topicLists),
    paragraphs: packLists(paragraphs.map((set) => [...set].sort((a, b) => a - b))),
    paragraphOf,
    lengths,
    averageLength: lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, statements.length),
    leans,
    tellsNames: reader.words?.capitals !== 'nouns' && hasCapitals(announcement.source.text.slice(0, sampled)),
    words,
  };
}

/** So much of a text tells its script. */
const sampled = 10_000;

/** Whether most letters are of a script that has capitals. */
function hasCapitals(text: string): boolean {
  const without = text.match(/\p{Lo}/gu)?.length ?? 0;
  return without === 0 || without < (text.match(/[\p{Lu}\p{Ll}]/gu)?.length ?? 0);
}

/** The stems, groups and joined forms of a text, with repetition. */
export function termsIn(tokens: readonly ReadToken[], reader: TextReader): string[] {
  const found = tokens.flatMap((token, at) => (token.stop ? [] : termsOf(tokens, at, reader)));
  for (const { group } of reader.meanings(tokens, false)) found.push(groupTerm(group));
  return found;
}

/** A word's stem, the number it spells, and what it forms with the word joined to it by a hyphen. */
function termsOf(tokens: readonly ReadToken[], at: number, reader: TextReader): string[] {
  const token = tokens[at];
  if (token === undefined) return [];
  const found = [token.stem];
  if (reader.words?.spelt != null && token.spelt !== token.word) found.push(speltTerm(token.spelt));
  const value = reader.words?.numbers.get(token.word);
  if (value !== undefined && value >= 2) found.push(String(value));
  const next = tokens[at + 1];
  if (next?.joined) found.push(reader.stem(token.word + next.word));
  if (/^\p{sc=Han}{3,}$/u.test(token.word)) {
    for (let i = 0; i + 2 <= token.word.length; i++) found.push(token.word.slice(i, i + 2));
  }
  return found;
}

function tokensOf({ source, place }: Statement, reader: TextReader): ReadToken[] {
  return place.spans.flatMap(([start, end]) => {
    return reader
      .tokens(source.text.slice(start, end))
      .map((token) => ({ ...token, start: token.start + start, end: token.end + start }));
  });
}

/** What stands in the paragraph between a statement and its neighbours, and between its own spans. */
function gapsAround(statements: readonly Statement[], index: number): string {
  const statement = statements[index];
  const first = statement?.place.spans[0];
  const last = statement?.place.spans.at(-1);
  if (statement === undefined || first === undefined || last === undefined) return '';
  const { source, place } = statement;
  const paragraph = source.paragraphs[place.paragraph - 1];
  if (paragraph === undefined) return '';
  const beside = (other: Statement | undefined) => other?.place.paragraph === place.paragraph;
  const before = statements[index - 1];
  const after = statements[index + 1];
  const begin = beside(before) ? Math.min(first[0], before?.place.spans.at(-1)?.[1] ?? 0) : paragraph[0];
  const end = beside(after) ? Math.max(last[1], after?.place.spans[0]?.[0] ?? 0) : paragraph[1];
  const pieces: string[] = [];
  let from = begin;
  for (const [start, stop] of place.spans) {
    pieces.push(source.text.slice(from, start));
    from = stop;
  }
  pieces.push(source.text.slice(from, end));
  return pieces.join(' ');
}

function unique(list: readonly number[]): number[] {
  return [...new Set(list)].sort((a, b) => a - b);
}

/** How many statements have a term. */
export function frequencyOf(term: string, { vocabulary, frequency }: Index): number {
  const id = vocabulary.id(term);
  return id === undefined ? 0 : (frequency[id] ?? 0);
}
