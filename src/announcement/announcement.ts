import type { Source } from './source.ts';
import type { Person, Statement } from './statement.ts';

export interface Topic {
  readonly id: string;
  readonly name: string;
}

/** Something people will ask that the announcement does not say. */
interface NotSaid {
  /** What it is about, in a word or two: "loans". */
  readonly about: string;
  readonly asks: readonly string[];
}

/** A question whose right answer somebody told when it had been answered wrongly. */
export interface TaughtAsk {
  readonly question: string;
  /** Id of the statement that answers it; null where it is not said. */
  readonly statement: string | null;
  /** What it is about, in a word or two, where it is not said. */
  readonly about: string | null;
}

/** A source together with everything that was verified to be said in it. */
export interface Announcement {
  /** Name of its folder, or of its text file. */
  readonly slug: string;
  /** What it is called where one chooses among several: its label, or what a server calls it. */
  readonly name: string;
  /** Which version of it this is, counted from 1, where somebody counts. */
  readonly edition: number | null;
  /** Twelve hexadecimal digits that change when the source or any statement changes. */
  readonly version: string;
  readonly source: Source;
  /** BCP 47 tag of the source's language. */
  readonly language: string;
  readonly people: readonly Person[];
  readonly topics: readonly Topic[];
  /** In the order of the source. */
  readonly statements: readonly Statement[];
  readonly notSaid: readonly NotSaid[];
  /** What was taught, each question once. */
  readonly taught: readonly TaughtAsk[];
  /** Groups of words that mean the same in this announcement, beside the general lexicon. */
  readonly synonyms: readonly (readonly string[])[];
}
