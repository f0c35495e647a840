import { diffArrays } from 'diff';
import type { Span } from '../announcement/source.ts';
import type { Alleged } from './alleged.ts';
import type { Difference, Remark } from './finding.ts';
import type { Stretch } from './locate.ts';
import type { Meaning } from './meaning.ts';
import type { Passages } from './passages.ts';
import { opensSentence } from './tokens.ts';
import { type Side, whatMatters } from './what-matters.ts';

/** Words said [start, end) of the stream against words alleged [from, to). */
export interface Hunk {
  readonly start: number;
  readonly end: number;
  readonly from: number;
  readonly to: number;
}

/** The places where a stretch departs from the source: a word diff (Myers, by jsdiff). */
export function hunks(
  { from, to, start, end }: Stretch,
  passages: Passages,
  alleged: Alleged,
): readonly Hunk[] {
  const said = Array.from({ length: end - start }, (_, i) => passages.formAt(start + i));
  const words = alleged.tokens.slice(from, to).map(({ form }) => form);
  const found: Hunk[] = [];
  let here = { start, from };
  let open: Hunk | null = null;
  for (const { added, removed, count } of diffArrays(said, words)) {
    const next = {
      start: here.start + (added ? 0 : count),
      from: here.from + (removed ? 0 : count),
    };
    if (added || removed) {
      open = { ...(open ?? here), end: next.start, to: next.from };
    } else if (open !== null) {
      found.push(open);
      open = null;
    }
    here = next;
  }
  if (open !== null) found.push(open);
  return found;
}

/** Tells a hunk as a difference: which words, where, and what it changes. */
export function difference(hunk: Hunk, passages: Passages, alleged: Alleged, meaning: Meaning): Difference {
  const [start, end] = saidSpan(hunk, passages);
  const at = allegedSpan(hunk, alleged);
  const said = hunk.end === hunk.start ? '' : passages.text.slice(start, end);
  const typed = alleged.text.slice(at[0], at[1]);
  return {
    op: said === '' ? 'insert' : typed === '' ? 'delete' : 'replace',
    said,
    alleged: typed,
    start,
    end: said === '' ? start : end,
    at,
    matters: whatMatters(saidSide(hunk, passages), allegedSide(hunk, passages, alleged), meaning),
  };
}

/** The words a declared omission or an editor's bracket stands for, as a remark. */
export function declared(hunk: Hunk, passages: Passages, alleged: Alleged): Remark {
  const span = hunk.end > hunk.start ? saidSpan(hunk, passages) : null;
  const [from, to] = allegedSpan(hunk, alleged);
  if (hunk.to > hunk.from) return { kind: 'bracketed', alleged: alleged.text.slice(from, to), span };
  return { kind: 'gap', span: span ?? [0, 0] };
}

/** Where the words said stand; of an insertion, the point between the words around it. */
function saidSpan({ start, end }: Hunk, { stream, starts, ends }: Passages): Span {
  const [first, last] = [stream[start] ?? -1, stream[end - 1] ?? -1];
  if (end > start) return [starts[first] ?? 0, ends[last] ?? 0];
  const point = last >= 0 ? (ends[last] ?? 0) : (starts[first] ?? 0);
  return [point, point];
}

function allegedSpan({ from, to }: Hunk, { tokens, text }: Alleged): Span {
  if (to > from) return [tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? text.length];
  const point = tokens[from - 1]?.end ?? tokens[from]?.start ?? text.length;
  return [point, point];
}

/** Words around a difference that may belong to a phrase with words of it. */
const context = 6;

function saidSide({ start, end }: Hunk, passages: Passages): Side {
  const from = Math.max(0, start - context);
  const to = Math.min(passages.stream.length, end + context);
  const tokens = Array.from({ length: to - from }, (_, i) => passages.stream[from + i] ?? -1);
  const raw = tokens.map((token) => passages.rawOf(token));
  return {
    forms: tokens.map((_, i) => passages.formAt(from + i)),
    raw,
    named: (word) => {
      const token = tokens[word] ?? -1;
      return isCapital(raw[word]) && token > 0 && !opensSentence(passages.gapBefore(token));
    },
    from: start - from,
    to: end - from,
  };
}

function allegedSide({ from, to }: Hunk, passages: Passages, { tokens, text }: Alleged): Side {
  const first = Math.max(0, from - context);
  const near = tokens.slice(first, to + context);
  const raw = near.map(({ start, end }) => text.slice(start, end));
  // A text in capitals, or in Title Case, does not tell names from other words.
  const capitals = raw.filter(isCapital).length > raw.length / 2;
  return {
    forms: near.map(({ form }) => form),
    raw,
    named: (word) => {
      if (passages.isName(near[word]?.form ?? '')) return true;
      if (capitals || first + word === 0 || !isCapital(raw[word])) return false;
      return !opensSentence(text.slice(tokens[first + word - 1]?.end ?? 0, near[word]?.start ?? 0));
    },
    from: from - first,
    to: to - first,
  };
}

function isCapital(word: string | undefined): boolean {
  return /^\p{Lu}/u.test(word ?? '');
}
