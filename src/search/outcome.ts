import type { Span } from '../announcement/source.ts';
import type { Person, Statement } from '../announcement/statement.ts';

/** Why a word of the question counted for a statement; shown by `--explain`. */
export interface Evidence {
  /** The word or phrase as asked. */
  readonly asked: string;
  /** The word or phrase of the announcement it met. */
  readonly met: string;
  /** How they met: "same", "stem", "misspelt", "synonym", "speaker", … */
  readonly how: string;
  /** Contribution to the score; may be negative. */
  readonly weight: number;
}

/** A statement put forward as an answer. */
export interface Match {
  readonly statement: Statement;
  /** The one of the statement's spans that answers best. */
  readonly span: Span;
  /** Calibrated probability, 0..1, that this answers the question. */
  readonly confidence: number;
  readonly because: readonly Evidence[];
}

/** What became of a question. `nearest` and `others` are best first and never repeat a statement. */
export type Outcome =
  /** Said: the best match, and what else came near. */
  | { readonly kind: 'quote'; readonly best: Match; readonly others: readonly Match[] }
  /** The person asked about did not say it; somebody else, or the reporter, did: nearest[0]. */
  | { readonly kind: 'elsewhere'; readonly asked: Asked; readonly nearest: readonly [Match, ...Match[]] }
  /** Not said, as far as can be told. `about` names a subject known to be missing, or words found nowhere. */
  | { readonly kind: 'not-said'; readonly about: string | null; readonly nearest: readonly Match[] }
  /** Not a question about anything: a greeting, thanks, nothing but punctuation. */
  | { readonly kind: 'small-talk'; readonly talk: 'greeting' | 'thanks' | 'empty' };

/** Who a question asks about: a listed person, or a name the announcement does not know. */
export type Asked =
  | { readonly kind: 'person'; readonly person: Person }
  | { readonly kind: 'unknown'; readonly name: string };

/** The statements put forward with an outcome, best first; none for small talk. */
export function matchesOf(outcome: Outcome): readonly Match[] {
  switch (outcome.kind) {
    case 'quote':
      return [outcome.best, ...outcome.others];
    case 'elsewhere':
    case 'not-said':
      return outcome.nearest;
    case 'small-talk':
      return [];
  }
}
