import type { Span } from '../announcement/source.ts';
import type { Claim, Difference, Finding } from './finding.ts';

/** A piece of a text, and whether it is among what differs. */
export interface Piece {
  readonly text: string;
  readonly differs: boolean;
}

/** What was said beside what is alleged, each as pieces that make up the whole text. */
export interface Versions {
  /** One list for each unbroken part of the passage. */
  readonly said: readonly (readonly Piece[])[];
  /** Where each part stands in the source. */
  readonly spans: readonly Span[];
  readonly alleged: readonly Piece[];
}

/** The two versions of an altered quote, for showing them side by side. Null for other findings. */
export function versions(claim: Claim, finding: Finding): Versions | null {
  if (finding.kind !== 'altered') return null;
  const { passage, differences } = finding;
  const text = passage.statement.source.text;
  const changed = differences.filter(({ said }) => said !== '').map(({ start, end }): Span => [start, end]);
  const spans = merged([...passage.spans, ...changed], text);
  return {
    spans,
    said: spans.map((span) => pieces(text, span, changed)),
    alleged: pieces(claim.quote, [0, claim.quote.length], typed(differences)),
  };
}

function typed(differences: readonly Difference[]): readonly Span[] {
  return differences.filter(({ alleged }) => alleged !== '').map(({ at }) => at);
}

/** Joins ranges that overlap, or between which nothing but white space and marks stands. */
function merged(spans: readonly Span[], text: string): readonly Span[] {
  const result: Span[] = [];
  for (const [start, end] of [...spans].sort((a, b) => a[0] - b[0])) {
    const last = result.at(-1);
    if (last !== undefined && (start <= last[1] || !/[\p{L}\p{N}]/u.test(text.slice(last[1], start)))) {
      result[result.length - 1] = [last[0], Math.max(last[1], end)];
    } else {
      result.push([start, end]);
    }
  }
  return result;
}

/** Cuts the range of a text at the borders of what differs. */
function pieces(text: string, [from, to]: Span, changed: readonly Span[]): readonly Piece[] {
  const result: Piece[] = [];
  let at = from;
  const push = (end: number, differs: boolean) => {
    if (end > at) result.push({ text: text.slice(at, end), differs });
    at = Math.max(at, end);
  };
  for (const [start, end] of [...changed].sort((a, b) => a[0] - b[0])) {
    if (end <= at || start >= to) continue;
    push(Math.max(at, start), false);
    push(Math.min(to, end), true);
  }
  push(to, false);
  return result;
}
