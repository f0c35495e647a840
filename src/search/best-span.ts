import type { Span } from '../announcement/source.ts';
import type { Statement } from '../announcement/statement.ts';
import { termsIn } from './index/build-index.ts';
import type { QuestionView } from './ranking/features.ts';
import type { TextReader } from './text/read-text.ts';

/** Of a statement's spans the one with most of the question's weight; the longest of equals. */
export function bestSpan({ place, source, id }: Statement, view: QuestionView, reader: TextReader): Span {
  const [first] = place.spans;
  if (first === undefined) throw new RangeError(`Statement "${id}" has no words.`);
  if (place.spans.length === 1) return first;
  const rated = place.spans.map((span) => ({
    span,
    worth: worthOf(source.text.slice(...span), view, reader),
    length: span[1] - span[0],
  }));
  rated.sort((a, b) => (Math.abs(a.worth - b.worth) > 1e-9 ? b.worth - a.worth : b.length - a.length));
  return rated[0]?.span ?? first;
}

function worthOf(text: string, { meetings, weights, index }: QuestionView, reader: TextReader): number {
  const best = new Map<number, number>();
  for (const term of termsIn(reader.tokens(text), reader)) {
    for (const { at, strength } of meetings.of(index.vocabulary.id(term) ?? -1)) {
      best.set(at, Math.max(best.get(at) ?? 0, strength * (weights[at] ?? 0)));
    }
  }
  return [...best.values()].reduce((sum, worth) => sum + worth, 0);
}
