import type { Span } from '../announcement/source.ts';
import type { StatementKind } from '../announcement/statement.ts';
import type { FoundTopic } from './topics.ts';

/** What may become a statement once a person or `verify` has accepted it. */
export interface Candidate {
  readonly kind: StatementKind;
  /** UTF-16 ranges of the text, in reading order: one for each unbroken piece of the utterance. */
  readonly spans: readonly Span[];
  /** From 1. */
  readonly paragraph: number;
  /** The cue as printed, or null. */
  readonly cue: string | null;
  /** Ids of topics of the extraction. */
  readonly topics: readonly string[];
  /** Null where the text leaves it open, and of narration. */
  readonly speaker: { readonly name: string; readonly role: string | null } | null;
  /** 0..1: the share of right words among what was found in this way on labelled news, times how sure the speaker is, set by hand. */
  readonly confidence: number;
  /** How it was found, in a few words for the person who reviews. */
  readonly reason: string;
}

export interface Extraction {
  /** In the order of the text. */
  readonly candidates: readonly Candidate[];
  readonly topics: readonly FoundTopic[];
  readonly warnings: readonly string[];
}
