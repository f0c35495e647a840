import type { Announcement, Topic } from '../announcement/announcement.ts';
import type { Person, Statement } from '../announcement/statement.ts';
import type { Claim, Finding } from '../checking/finding.ts';
import type { Match, Outcome } from '../search/outcome.ts';
import type { Suggestion } from '../search/search.ts';

/** A question as it came in. Absent fields mean: the default announcement, anybody's words. */
export interface Question {
  readonly question: string;
  /** Slug of the announcement asked about. */
  readonly announcement?: string;
  /** A speaker's name, title or alias as typed, which limits the answer to their words. */
  readonly speaker?: string;
}

/** What became of a question, and in which announcement it was looked up. */
export interface Answer {
  readonly question: string;
  readonly announcement: Announcement;
  readonly outcome: Outcome;
  /** Verdicts on what the question quotes, where they are the better answer; mostly none. */
  readonly checked: readonly Checked[];
  /** Of what was not said: the first of the nearest that has something of what was asked in it; otherwise null. */
  readonly near: Match | null;
}

/** Words somebody is said to have said. Absent fields mean: the default announcement, nobody in particular. */
export interface AllegedQuote {
  readonly quote: string;
  /** Slug of the announcement it is checked against. */
  readonly announcement?: string;
  /** Name, title or alias of who is said to have said it, as typed. */
  readonly speaker?: string;
}

/** What came of a check, and of what. */
export interface Checked {
  readonly claim: Claim;
  readonly announcement: Announcement;
  readonly finding: Finding;
}

/** Which statements somebody wants to see. Absent fields mean all. */
export interface Choice {
  readonly announcement?: string;
  /** A speaker's name, title or alias as typed. */
  readonly speaker?: string;
  /** A topic's id or name as typed. */
  readonly topic?: string;
}

/** The statements chosen, in the order of the source. */
type Selection =
  | {
      readonly kind: 'statements';
      readonly announcement: Announcement;
      /** The speaker and the topics that were meant; null and none where none was named. */
      readonly speaker: Person | null;
      readonly topics: readonly Topic[];
      readonly statements: readonly Statement[];
    }
  | { readonly kind: 'no-such-speaker'; readonly announcement: Announcement; readonly typed: string }
  | { readonly kind: 'no-such-topic'; readonly announcement: Announcement; readonly typed: string };

/** What people can do with the announcements, on any platform. */
export interface Desk {
  /** All announcements; the first is the default. */
  readonly announcements: readonly Announcement[];
  /** The announcement of that slug, the default where none is named, or null where the slug is unknown. */
  announcement(slug?: string): Announcement | null;
  /** The announcement whose version begins with these digits, or null: a button of an earlier version. */
  version(digits: string): Announcement | null;
  /** Throws a RangeError for an unknown slug: look it up with `announcement` first. */
  ask(question: Question): Answer;
  /** Throws a RangeError for an unknown slug. */
  check(quote: AllegedQuote): Checked;
  /** Checks each quote found in a message; none where there are no words in it. Throws a RangeError for an unknown slug. */
  checkMessage(message: string, announcement?: string): readonly Checked[];
  browse(choice: Choice): Selection;
  /** For autocompletion of questions, best first. */
  suggest(typed: string, limit: number, announcement?: string): readonly Suggestion[];
  /** For autocompletion of speakers: people who are quoted or reported, best first. */
  speakers(typed: string, limit: number, announcement?: string): readonly Person[];
}
