import type { Span } from '../announcement/source.ts';
import { type Statement, wordsAt } from '../announcement/statement.ts';

/** A statement as other programs read it. Offsets are UTF-16, half-open: `source.slice(start, end) === quote`. */
export interface StatementJson {
  readonly id: string;
  readonly kind: Statement['kind'];
  readonly quote: string;
  readonly start: number;
  readonly end: number;
  readonly spans: readonly Span[];
  readonly paragraph: number;
  readonly speaker: { readonly name: string; readonly role: string | null } | null;
}

/** `span` is the one of the statement's spans to quote; its first where none is meant. */
export function statementJson(statement: Statement, span = firstSpan(statement)): StatementJson {
  const { id, kind, place, speaker, source } = statement;
  const [start, end] = span;
  return {
    id,
    kind,
    quote: wordsAt(source, span),
    start,
    end,
    spans: place.spans,
    paragraph: place.paragraph,
    speaker: speaker === null ? null : { name: speaker.name, role: speaker.role },
  };
}

function firstSpan({ place, id }: Statement): Span {
  const [first] = place.spans;
  if (first === undefined) throw new RangeError(`Statement "${id}" has no words.`);
  return first;
}
