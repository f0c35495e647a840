import type { Span } from '../announcement/source.ts';
import type { Person, Statement } from '../announcement/statement.ts';
import type { Asked } from '../search/outcome.ts';

/** Words somebody is said to have said. */
export interface Claim {
  readonly quote: string;
  /** Name, title or alias of who is said to have said it, as typed; null where nobody is named. */
  readonly speaker: string | null;
}

/** A stretch of the source that alleged words were compared with. */
export interface Passage {
  /** The statement it belongs to, or most of it. */
  readonly statement: Statement;
  /** Who really said it; null where the source narrates. */
  readonly speaker: Person | null;
  /** The words compared, in the order of the source. */
  readonly spans: readonly [Span, ...Span[]];
}

/** What a difference changes, most serious first. */
export const mattersInOrder = ['negation', 'number', 'name', 'date', 'place', 'antonym'] as const;
export type Matters = (typeof mattersInOrder)[number];

/** One place where the alleged words depart from the source. */
export interface Difference {
  readonly op: 'insert' | 'delete' | 'replace';
  /** The words of the source, exactly as printed; empty for an insertion. */
  readonly said: string;
  /** The words alleged, exactly as typed; empty for a deletion. */
  readonly alleged: string;
  /** Where `said` stands in the source, UTF-16, half-open. */
  readonly start: number;
  readonly end: number;
  /** Where `alleged` stands in the quote, UTF-16, half-open. */
  readonly at: Span;
  readonly matters: Matters | null;
}

/** Ways in which the same words may be written otherwise. */
export type Form =
  | 'capitals'
  | 'quotation-marks'
  | 'dashes'
  | 'spaces'
  | 'punctuation'
  | 'end-mark'
  | 'characters'
  | 'invisible-characters'
  | 'lookalikes';

/** Something to know beside the verdict. */
export type Remark =
  /** The same words, written otherwise in these ways. */
  | { readonly kind: 'form'; readonly forms: readonly [Form, ...Form[]] }
  /** The article relays these words; it does not put them in quotation marks. */
  | { readonly kind: 'reported' }
  /** Only a part of these words stands in quotation marks. */
  | { readonly kind: 'partly-quoted' }
  /** The excerpt leaves out something that turns or limits its meaning. */
  | {
      readonly kind: 'left-out';
      readonly side: 'before' | 'after';
      readonly turn: 'condition' | 'exception' | 'hedge' | 'negation';
      readonly span: Span;
    }
  /** What the quote itself marks as left out. */
  | { readonly kind: 'gap'; readonly span: Span }
  /** Words in square brackets, which are the quoter's. `span` is what they stand for, null where it is nothing. */
  | { readonly kind: 'bracketed'; readonly alleged: string; readonly span: Span | null }
  /** The article interrupts the utterance here, with who said it. */
  | { readonly kind: 'interrupted' }
  /** The excerpt takes in words of the article's own, such as "Xi said". */
  | { readonly kind: 'with-narration' }
  /** The excerpt takes in words of more than one speaker. */
  | { readonly kind: 'several-speakers'; readonly people: readonly Person[] }
  /** Others are given the same words. */
  | { readonly kind: 'also-said-by'; readonly people: readonly Person[] }
  /** Altered, and not even by the person named. */
  | { readonly kind: 'other-speaker'; readonly claimed: Asked }
  /** The rest of the words stands elsewhere, so that two statements were made into one. */
  | { readonly kind: 'spliced'; readonly with: readonly Passage[] }
  /** The article may say this itself, or relay it: the sentence after it ends with "Xi said". */
  | { readonly kind: 'perhaps-narration' }
  /** Written in a script that the announcement does not use, so perhaps a translation. */
  | { readonly kind: 'other-script' }
  /** The same words in another order. */
  | { readonly kind: 'reordered' }
  /** Introduced by a cue that calls the words untrue ("denied that"). */
  | { readonly kind: 'denied' }
  /** Too short to say much. */
  | { readonly kind: 'very-short' };

/** What came of a check. */
export type Finding =
  | {
      readonly kind: 'verbatim';
      readonly passage: Passage;
      readonly remarks: readonly Remark[];
    }
  | {
      readonly kind: 'altered';
      readonly passage: Passage;
      /** In the order of the source; never empty. */
      readonly differences: readonly Difference[];
      readonly remarks: readonly Remark[];
    }
  | {
      readonly kind: 'misattributed';
      readonly passage: Passage;
      /** The words are not this person's. */
      readonly claimed: Asked;
      readonly remarks: readonly Remark[];
    }
  | { readonly kind: 'not-found'; readonly nearest: Statement | null; readonly remarks: readonly Remark[] }
  /** There are no words in it. */
  | { readonly kind: 'empty' }
  /** Longer than can be checked at once. */
  | { readonly kind: 'too-long'; readonly length: number; readonly limit: number };

/** Checks alleged words against one announcement. Safe to share; holds no state between checks. */
export interface Check {
  check(claim: Claim): Finding;
  /** What a message alleges to have been said, and by whom; at most five quotes, none where there are no words. */
  quotesIn(message: string): readonly Claim[];
}

/** UTF-16 units of the longest quote that is checked; a slash command takes 6,000. */
export const longestQuote = 12_000;
