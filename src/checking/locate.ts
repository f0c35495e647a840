import { align } from './align.ts';
import type { Alleged } from './alleged.ts';
import type { Passages } from './passages.ts';
import { windowAround } from './window.ts';

/** Alleged words [from, to) and the stretch of the stream [start, end) that they are compared with. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
}

/** Where alleged words seem to come from, and how surely. */
export interface Located {
  /** One stretch, or one between each two declared omissions; in order. */
  readonly stretches: readonly [Stretch, ...Stretch[]];
  /** Share of the alleged words, by weight, that stand in the passage in this order. */
  readonly coverage: number;
  /** Share of the passage, by weight, that the alleged words keep. */
  readonly kept: number;
  /** Number of alleged words that stand in the passage in this order, their share of all, and of the passage. */
  readonly matched: number;
  readonly counted: number;
  readonly keptCount: number;
  /** In how many unbroken pieces they stand there. */
  readonly pieces: number;
  /** Share of the alleged words, by weight, that stand in the passage in whatever order. */
  readonly shared: number;
}

const mostCandidates = 6;
const mostWordsAround = 200;

/**
 * The passage nearest to the alleged words [from, to), or null where none has a word of weight in common with them.
 * Only neighbourhoods of their rarest words are looked at.
 */
export function locate(passages: Passages, alleged: Alleged, from: number, to: number): Located | null {
  const forms = alleged.tokens.slice(from, to).map(({ form }) => form);
  const words = forms.map((form) => passages.word(form));
  let best: Located | null = null;
  for (const [start, end] of passages.neighbourhoods(words, mostCandidates)) {
    const [first, last] = alleged.gaps.size === 0 ? [start, end] : widened(passages, start, end);
    const found = compare(passages, alleged, from, forms, first, last);
    if (found !== null && (best === null || score(found) > score(best) + 1e-6)) best = found;
  }
  return best;
}

function score({ coverage, kept, shared }: Located): number {
  return coverage + 0.2 * kept + 0.1 * shared;
}

/** A declared omission may hide much: looks at the whole of the statements in which the range begins and ends. */
function widened(passages: Passages, start: number, end: number): readonly [number, number] {
  const owner = (at: number) => passages.ownerOf(passages.stream[at] ?? -1);
  let first = start;
  while (
    first > start - mostWordsAround &&
    (passages.stream[first - 1] ?? -1) >= 0 &&
    owner(first - 1) === owner(start)
  )
    first--;
  let last = end;
  while (last < end + mostWordsAround && (passages.stream[last] ?? -1) >= 0 && owner(last) === owner(end - 1))
    last++;
  return [first, last];
}

function compare(
  passages: Passages,
  alleged: Alleged,
  from: number,
  forms: readonly string[],
  start: number,
  end: number,
): Located | null {
  const said = Array.from({ length: end - start }, (_, i) => passages.formAt(start + i));
  const weights = forms.map((form, i) => (alleged.bracketed.has(from + i) ? 0 : passages.weight(form)));
  const { partners, likeness } = align(forms, said, {
    weight: (form) => passages.weight(form),
    gapBefore: (i) => alleged.gaps.has(from + i),
  });
  const matched = forms.flatMap((_, i) => ((likeness[i] ?? 0) > 0 ? [i] : []));
  const [firstMatch] = matched;
  const lastMatch = matched.at(-1);
  if (firstMatch === undefined || lastMatch === undefined) return null;
  const partner = (i: number) => ((partners[i] ?? -1) < 0 ? -1 : start + (partners[i] ?? 0));
  const same = matched.filter((i) => likeness[i] === 1).length;
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const agreed = matched.reduce((sum, i) => sum + (weights[i] ?? 0) * (likeness[i] ?? 0), 0);

  const [windowStart, windowEnd] = windowAround(passages, partner, forms.length, firstMatch, lastMatch);
  const window = Array.from({ length: windowEnd - windowStart }, (_, i) => passages.formAt(windowStart + i));
  const windowWeight = window.reduce((sum, form) => sum + passages.weight(form), 0);
  const inGaps = hiddenWeight(passages, alleged, from, partners, said);
  const stretches = split(alleged, from, forms.length, partners, start, windowStart, windowEnd);
  return {
    stretches,
    matched: same,
    counted: same / forms.length,
    keptCount: same / Math.max(1, window.length),
    pieces: matched.filter((i) => likeness[i - 1] === 0 || partner(i - 1) !== partner(i) - 1).length,
    coverage: total === 0 ? 0 : agreed / total,
    kept: Math.min(1, agreed / Math.max(1e-6, windowWeight - inGaps)),
    shared: total === 0 ? 0 : sharedWeight(forms, weights, window) / total,
  };
}

/** Words of the source that a declared omission hides are not held against the quote. */
function hiddenWeight(
  passages: Passages,
  alleged: Alleged,
  from: number,
  partners: Int32Array,
  said: readonly string[],
): number {
  let hidden = 0;
  for (const gap of alleged.gaps) {
    const [last, next] = around(partners, gap - from);
    if (last === -1 || next === -1) continue;
    for (const form of said.slice(last + 1, next)) hidden += passages.weight(form);
  }
  return hidden;
}

/** The partners nearest to an alleged word's left side: of the last aligned word before it and the first from it on. */
function around(partners: Int32Array, at: number): readonly [number, number] {
  let last = -1;
  for (let i = 0; i < at; i++) if ((partners[i] ?? -1) >= 0) last = partners[i] ?? -1;
  let next = -1;
  for (let i = partners.length - 1; i >= at; i--) if ((partners[i] ?? -1) >= 0) next = partners[i] ?? -1;
  return [last, next];
}

function split(
  alleged: Alleged,
  from: number,
  length: number,
  partners: Int32Array,
  offset: number,
  windowStart: number,
  windowEnd: number,
): readonly [Stretch, ...Stretch[]] {
  const gaps = [...alleged.gaps].filter((gap) => gap > from && gap < from + length).sort((a, b) => a - b);
  const stretches: Stretch[] = [];
  let begun = { from, start: windowStart };
  for (const gap of gaps) {
    const [last, next] = around(partners, gap - from);
    if (last === -1 || next === -1) continue;
    const end = Math.min(windowEnd, Math.max(begun.start, offset + last + 1));
    stretches.push({ ...begun, to: gap, end });
    begun = { from: gap, start: Math.min(windowEnd, Math.max(end, offset + next)) };
  }
  const last: Stretch = { ...begun, to: from + length, end: windowEnd };
  const [first, ...rest] = [...stretches, last];
  return [first ?? last, ...rest];
}

function sharedWeight(forms: readonly string[], weights: readonly number[], said: readonly string[]): number {
  const left = new Map<string, number>();
  for (const form of said) left.set(form, (left.get(form) ?? 0) + 1);
  let shared = 0;
  for (const [i, form] of forms.entries()) {
    const count = left.get(form) ?? 0;
    if (count === 0) continue;
    left.set(form, count - 1);
    shared += weights[i] ?? 0;
  }
  return shared;
}
