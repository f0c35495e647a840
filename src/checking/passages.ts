import type { Announcement } from '../announcement/announcement.ts';
import type { Statement } from '../announcement/statement.ts';
import { CountedIndex } from './counted-index.ts';
import type { Meaning } from './meaning.ts';
import { opensSentence, tokenize } from './tokens.ts';

/** Where no statement stands: a cue, a speaker's title. */
const nobody = -1;

/**
 * All words of an announcement, in the order in which they can be quoted. The stream holds the source from end to
 * end and after it, once more, each utterance that its cue interrupts, without the interruption.
 */
export class Passages {
  readonly announcement: Announcement;
  readonly text: string;
  /** By token of the source: where it stands, and the statement it belongs to. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly #owners: Int32Array;
  /** By position of the stream: the token of the source, -1 between two parts. */
  readonly stream: Int32Array;
  /** By position of the stream: the number of its form, -1 between two parts. */
  readonly words: Int32Array;
  readonly #numbers = new Map<string, number>();
  readonly #forms: string[] = [];
  readonly #weights: Float32Array;
  readonly #light: Uint8Array;
  readonly #index: CountedIndex;

  constructor(announcement: Announcement, meaning: Meaning) {
    this.announcement = announcement;
    this.text = announcement.source.text;
    const tokens = tokenize(this.text);
    this.starts = Int32Array.from(tokens, ({ start }) => start);
    this.ends = Int32Array.from(tokens, ({ end }) => end);
    const numbered = Int32Array.from(tokens, ({ form }) => this.#number(form));
    this.#owners = owners(announcement.statements, this.starts);
    const parts = [...tokens.keys(), -1];
    for (const { place } of announcement.statements) {
      if (place.spans.length < 2) continue;
      for (const [start, end] of place.spans) {
        for (let token = firstFrom(this.starts, start); (this.starts[token] ?? end) < end; token++)
          parts.push(token);
      }
      parts.push(-1);
    }
    this.stream = Int32Array.from(parts);
    this.words = this.stream.map((token) => numbered[token] ?? -1);
    this.#index = new CountedIndex(this.words, this.#forms.length);
    this.#light = Uint8Array.from(this.#forms, (form) => (meaning.light.has(form) ? 1 : 0));
    const scale = Math.log(1 + tokens.length);
    this.#weights = Float32Array.from(this.#forms, (_, word) => {
      const rarity = Math.log(1 + tokens.length / Math.max(1, this.#index.count(word))) / scale;
      return (0.3 + 0.7 * rarity) * (this.#light[word] === 1 ? lightWeight : 1);
    });
    this.#isLight = (form) => meaning.light.has(form);
  }

  readonly #isLight: (form: string) => boolean;

  /** The number of a form in this announcement's vocabulary, -1 for a word that never occurs. */
  word(form: string): number {
    return this.#numbers.get(form) ?? -1;
  }

  /** The form at a position of the stream. */
  formAt(position: number): string {
    return this.#forms[this.words[position] ?? -1] ?? '';
  }

  /** The form of a token of the source, which the stream begins with. */
  formOf(token: number): string {
    return this.formAt(token);
  }

  /** A token of the source as printed. */
  rawOf(token: number): string {
    return this.text.slice(this.starts[token] ?? 0, this.ends[token] ?? 0);
  }

  /** What stands in the source between a token and the one before it. */
  gapBefore(token: number): string {
    return this.text.slice(this.ends[token - 1] ?? 0, this.starts[token] ?? this.text.length);
  }

  /** How much a word says, 0..1: rare words much, grammar little, words that never occur most. */
  weight(form: string): number {
    const known = this.#weights[this.word(form)];
    return known ?? (this.#isLight(form) ? lightWeight : 1);
  }

  light(form: string): boolean {
    return this.#isLight(form);
  }

  /** Whether the source writes a word mostly with a capital where no sentence begins. */
  isName(form: string): boolean {
    const inside = [...this.#index.positions(this.word(form)).subarray(0, mostLookups)]
      .map((position) => this.stream[position] ?? -1)
      .filter((token) => token > 0 && !opensSentence(this.gapBefore(token)));
    const capital = inside.filter((token) => /^\p{Lu}/u.test(this.rawOf(token)));
    return capital.length > inside.length / 2;
  }

  /** The statement a token of the source belongs to, or null where the article itself speaks between statements. */
  ownerOf(token: number): Statement | null {
    return this.announcement.statements[this.#owners[token] ?? nobody] ?? null;
  }

  /** Positions where all these words stand one after the other; at most `limit`. */
  occurrences(words: readonly number[], limit: number): number[] {
    return this.#index.occurrences(words, limit);
  }

  /** How often a word occurs in the stream. */
  count(word: number): number {
    return this.#index.count(word);
  }

  /** Ranges of the stream in which many of these words stand close together, most promising first. */
  neighbourhoods(words: readonly number[], limit: number): readonly (readonly [from: number, to: number])[] {
    const weights = words.map((word) => this.#weights[word] ?? 0);
    return this.#index.neighbourhoods(words, weights, limit).map(([from, to]) => this.#within(from, to));
  }

  /** The first token of the source that starts at or after an offset. */
  tokenFrom(offset: number): number {
    return firstFrom(this.starts, offset);
  }

  /** Cuts a range at the end of the part of the stream in which its middle stands. */
  #within(from: number, to: number): readonly [number, number] {
    const middle = Math.min(this.stream.length - 1, Math.floor((from + to) / 2));
    let start = middle;
    while (start > Math.max(0, from) && this.stream[start - 1] !== -1) start--;
    let end = middle;
    while (end < Math.min(this.stream.length, to) && this.stream[end] !== -1) end++;
    return [start, end];
  }

  #number(form: string): number {
    const known = this.#numbers.get(form);
    if (known !== undefined) return known;
    this.#numbers.set(form, this.#forms.length);
    this.#forms.push(form);
    return this.#forms.length - 1;
  }
}

const lightWeight = 0.15;
const mostLookups = 20;

function owners(statements: readonly Statement[], starts: Int32Array): Int32Array {
  const result = new Int32Array(starts.length).fill(nobody);
  const spans = statements.flatMap((statement, owner) =>
    [statement.place, ...statement.also].flatMap((place) =>
      place.spans.map(([start, end]) => ({ start, end, owner, narrated: statement.kind === 'narration' })),
    ),
  );
  // Narrower claims are truer: an utterance inside a narrated sentence is the speaker's.
  spans.sort((a, b) => Number(b.narrated) - Number(a.narrated) || b.end - b.start - (a.end - a.start));
  for (const { start, end, owner } of spans) {
    for (let token = firstFrom(starts, start); (starts[token] ?? end) < end; token++) result[token] = owner;
  }
  return result;
}

function firstFrom(starts: Int32Array, offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
