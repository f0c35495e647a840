import type { Statement } from '../announcement/statement.ts';
import type { Remark } from './finding.ts';
import type { Meaning } from './meaning.ts';
import type { Passages } from './passages.ts';
import type { Phrases } from './phrases.ts';
import { marksIn } from './tokens.ts';

/** What an excerpt leaves out of its sentence that turns or limits it. */
export interface Turns {
  /** Negations that the excerpt was cut off from, as a range of the source's tokens; then it says the contrary. */
  readonly negated: readonly [from: number, to: number] | null;
  readonly remarks: readonly Remark[];
}

const farthest = 80;

/** Looks at what stands around an excerpt, given as a range of the source's tokens, in its sentence and statement. */
export function turns(
  passages: Passages,
  from: number,
  to: number,
  statement: Statement | null,
  meaning: Meaning,
): Turns {
  const start = sentenceStart(passages, from, statement);
  const end = sentenceEnd(passages, to, statement);
  const before = words(passages, start, from);
  const after = words(passages, to, end);
  const remarks: Remark[] = [];
  const negated = cutFromNegation(passages, start, from, to, meaning);
  const leftOut = (side: 'before' | 'after', turn: 'condition' | 'exception' | 'hedge' | 'negation') => {
    const [first, last] = side === 'before' ? [start, from - 1] : [to, end - 1];
    remarks.push({
      kind: 'left-out',
      side,
      turn,
      span: [passages.starts[first] ?? 0, passages.ends[last] ?? 0],
    });
  };
  if (before.some((_, i) => meaning.condition.lengthAt(before, i) > 0)) leftOut('before', 'condition');
  else if (negated === null && endsIn(before, meaning.hedge, 3)) leftOut('before', 'hedge');
  else if (negated === null && endsIn(before, meaning.negation, 3)) leftOut('before', 'negation');
  const opening = (phrases: Phrases) =>
    after.some(
      (_, i) => phrases.lengthAt(after, i) > 0 && (i === 0 || marksIn(passages.gapBefore(to + i)) !== ''),
    );
  if (opening(meaning.condition)) leftOut('after', 'condition');
  else if (opening(meaning.exception)) leftOut('after', 'exception');
  return { negated, remarks };
}

/**
 * The negation an excerpt starts just after: "[nobody] was careless", "[not] one kilo inside the reef". One word
 * alone may be looked up without that, and words such as "without" negate only what they stand before.
 */
function cutFromNegation(
  passages: Passages,
  start: number,
  from: number,
  to: number,
  meaning: Meaning,
): readonly [number, number] | null {
  const sequence = words(passages, start, to);
  const cut = from - start;
  if (to - from < 2 || (to - from === 2 && !meaning.light.has(sequence[cut] ?? ''))) return null;
  const plain = meaning.plain.mark(sequence);
  const negating = meaning.negation.mark(sequence);
  const denying = meaning.negator.mark(sequence);
  for (let at = cut - 1; at >= Math.max(0, cut - 2); at--) {
    if (marksIn(passages.gapBefore(start + at + 1)) !== '') return null;
    const form = sequence[at] ?? '';
    if (plain[at] === true || meaning.exception.has(form)) return null;
    if (negating[at] === true || (denying[at] === true && at < cut - 1)) return [start + at, from];
    if (!meaning.light.has(form) && !form.endsWith('ly')) return null;
  }
  return null;
}

function endsIn(sequence: readonly string[], phrases: Phrases, within: number): boolean {
  const marks = phrases.mark(sequence);
  return marks.slice(-within).includes(true);
}

function words(passages: Passages, from: number, to: number): string[] {
  return Array.from({ length: to - from }, (_, i) => passages.formOf(from + i));
}

function sentenceStart(passages: Passages, token: number, statement: Statement | null): number {
  let start = token;
  while (
    start > 0 &&
    token - start < farthest &&
    passages.ownerOf(start - 1) === statement &&
    !/[.!?]/u.test(marksIn(passages.gapBefore(start)))
  ) {
    start--;
  }
  return start;
}

function sentenceEnd(passages: Passages, token: number, statement: Statement | null): number {
  let end = token;
  while (
    end < passages.starts.length &&
    end - token < farthest &&
    passages.ownerOf(end) === statement &&
    !/[.!?]/u.test(marksIn(passages.gapBefore(end)))
  ) {
    end++;
  }
  return end;
}
