import type { Source, Span } from './source.ts';

/**
 * How the words stand in the source: `direct` inside quotation marks, `indirect` in the reporter's relaying
 * sentence, `mixed` partly quoted, `narration` in the reporter's own voice (then there is no speaker).
 */
export type StatementKind = 'direct' | 'indirect' | 'mixed' | 'narration';

/** Somebody the announcement names, whether they speak in it or are only spoken about. */
export interface Person {
  readonly id: string;
  /** Full name as the source gives it. */
  readonly name: string;
  /** Words of the source that say who this is, or null where it says nothing. */
  readonly role: string | null;
  /** Other names and titles people use for them, in any language. */
  readonly aliases: readonly string[];
}

/** Where words stand: the paragraph (from 1) and one range for each unbroken piece, in reading order. */
export interface Place {
  readonly paragraph: number;
  readonly spans: readonly Span[];
}

declare const verified: unique symbol;

/** One attributed utterance, or one narrated sentence, whose words were found in its source. Made by `verify` alone. */
export interface Statement {
  readonly [verified]: true;
  readonly id: string;
  readonly kind: StatementKind;
  readonly source: Source;
  /** The principal place. An utterance interrupted by its cue has several spans here. */
  readonly place: Place;
  /** Further places where the same words, or a part of them, stand. */
  readonly also: readonly Place[];
  /** Who said it; null for narration, and where the source leaves it open. */
  readonly speaker: Person | null;
  /** The cue verb or phrase as printed ("pointed out"), or null. */
  readonly cue: string | null;
  /** Ids of topics of the announcement. */
  readonly topics: readonly string[];
  /** Ways people ask for it. */
  readonly asks: readonly string[];
}

/** The words of a range of the source, exactly as printed. */
export function wordsAt(source: Source, [start, end]: Span): string {
  return source.text.slice(start, end);
}
