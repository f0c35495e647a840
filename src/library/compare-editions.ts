import type { Statement } from '../announcement/statement.ts';
import { wordsAt } from '../announcement/statement.ts';

/** How the statements of a new version differ from those of the one before it. */
export interface Difference {
  readonly added: readonly Statement[];
  readonly removed: readonly Statement[];
  /** The same words with another speaker or kind, as they are now. */
  readonly reattributed: readonly Statement[];
  readonly unchanged: number;
}

/** Compares by words: where a statement stands in the text is not what people ask about. */
export function compareEditions(before: readonly Statement[], after: readonly Statement[]): Difference {
  const old = new Map(before.map((statement) => [wordsOf(statement), statement]));
  const now = new Set(after.map(wordsOf));
  const added: Statement[] = [];
  const reattributed: Statement[] = [];
  for (const statement of after) {
    const known = old.get(wordsOf(statement));
    if (known === undefined) added.push(statement);
    else if (known.kind !== statement.kind || known.speaker?.name !== statement.speaker?.name) {
      reattributed.push(statement);
    }
  }
  const removed = before.filter((statement) => !now.has(wordsOf(statement)));
  return { added, removed, reattributed, unchanged: after.length - added.length - reattributed.length };
}

/** A statement's words as one string that no other words give. */
function wordsOf({ source, place }: Statement): string {
  return JSON.stringify(place.spans.map((span) => wordsAt(source, span)));
}
