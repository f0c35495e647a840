import type { Topic } from '../announcement/announcement.ts';
import type { Person, Statement } from '../announcement/statement.ts';
import type { Outcome } from './outcome.ts';

/** Questions asked of one announcement. Safe to share; holds no state between questions. */
export interface Search {
  /**
   * Answers a question in the asker's own words, in any language, of any length.
   * `speaker` restricts it to one person's words (a name, title or alias as typed).
   */
  ask(question: string, options?: { readonly speaker?: string }): Outcome;
  /** What someone typing may be heading for, best first; with nothing typed, a varied selection. */
  suggest(typed: string, limit: number): readonly Suggestion[];
  /** The person meant by a name, title or alias, misspellings allowed; null where nobody is. */
  person(name: string): Person | null;
  /** Makes now what the first question would else have to wait for. */
  ready(): void;
}

export type Suggestion =
  | { readonly kind: 'statement'; readonly statement: Statement }
  | { readonly kind: 'topic'; readonly topic: Topic }
  | { readonly kind: 'speaker'; readonly person: Person };
