import type { Index } from '../index/build-index.ts';
import type { Lists } from '../index/lists.ts';
import type { QuestionTerm } from '../question/question.ts';

/** How strongly each word of a question is met in parts of the announcement; arrays go by question term, 0..1. */
export interface Meetings {
  own(doc: number): Strengths;
  frame(doc: number): Strengths;
  label(doc: number): Strengths;
  topic(doc: number): Strengths;
  paragraph(doc: number): Strengths;
  /** Of the statement before (-1) or after (1) in the same paragraph; zeros where there is none. */
  beside(doc: number, step: -1 | 1): Strengths;
  /** Every place of a statement that meets a question term. */
  hits(doc: number): Hits;
  /** Whether some question term meets a term of the index by its own stem. */
  asksFor(term: number): boolean;
  /** Question terms that meet a term of the index, with strengths. */
  of(term: number): readonly Met[];
}

/** A question term met at a position of a statement. */
export interface Hit {
  readonly position: number;
  readonly at: number;
  readonly strength: number;
}

interface Hits {
  /** How many times each question term is met. */
  readonly times: Strengths;
  /** Those of terms that are not light, in order of position. */
  readonly heavy: readonly Hit[];
}

/** Plain numbers: typed arrays of more than eight are kept outside the heap, which makes small ones dear. */
type Strengths = readonly number[];

/** A question term, and how strongly it is met. */
interface Met {
  readonly at: number;
  readonly strength: number;
}

const nobody: readonly Met[] = [];

/** Statements from which on a paragraph is long. */
const shortParagraph = 16;

export function createMeetings(terms: readonly QuestionTerm[], index: Index): Meetings {
  const byTerm = new Map<number, Met[]>();
  terms.forEach((term, at) => {
    for (const [id, { strength }] of term.matches) {
      const bucket = byTerm.get(id);
      if (bucket === undefined) byTerm.set(id, [{ at, strength }]);
      else bucket.push({ at, strength });
    }
  });
  // Most terms of a list are not asked for, which a look at one byte tells but for a few that share it.
  const mask = 2 ** Math.ceil(Math.log2(16 * byTerm.size + 1)) - 1;
  const mayBeAsked = new Uint8Array(mask + 1);
  for (const id of byTerm.keys()) mayBeAsked[id & mask] = 1;
  const meetingsOf = (id: number) => (mayBeAsked[id & mask] === 0 ? undefined : byTerm.get(id));
  // The engine keeps -0 as it keeps 0.7: what holds one kind of number is read faster than what may hold another.
  const nothing: number[] = [];
  for (const _ of terms) nothing.push(-0);
  const strengths = ({ offsets, items }: Lists, list: number): Strengths => {
    if (items.length === 0) return nothing;
    let found: number[] | null = null;
    const end = offsets[list + 1] ?? 0;
    for (let i = offsets[list] ?? 0; i < end; i++) {
      const met = meetingsOf(items[i] ?? -1);
      if (met === undefined) continue;
      found ??= nothing.slice();
      for (const { at, strength } of met) {
        if (strength > (found[at] ?? 0)) found[at] = strength;
      }
    }
    return found ?? nothing;
  };
  const ownOf = new Map<number, Strengths>();
  const own = (doc: number): Strengths => {
    const known = ownOf.get(doc);
    if (known !== undefined) return known;
    const made = strengths(index.terms, doc);
    ownOf.set(doc, made);
    return made;
  };
  const frame = (doc: number) => strengths(index.frames, doc);
  const { paragraphOf } = index;
  const together = (from: number, end: number): Strengths => {
    const best = nothing.slice();
    for (let doc = from; doc < end; doc++) {
      for (const found of [own(doc), frame(doc)]) {
        for (let at = 0; found !== nothing && at < best.length; at++) {
          if ((found[at] ?? 0) > (best[at] ?? 0)) best[at] = found[at] ?? 0;
        }
      }
    }
    return best;
  };
  const paragraphs = new Map<number, Strengths>();
  const paragraph = (doc: number): Strengths => {
    const id = paragraphOf[doc] ?? -1;
    const known = paragraphs.get(id);
    if (known !== undefined) return known;
    let from = doc;
    while (doc - from < shortParagraph && paragraphOf[from - 1] === id) from -= 1;
    let end = doc + 1;
    while (end - from < shortParagraph && paragraphOf[end] === id) end += 1;
    // Of a short paragraph most statements are looked at anyhow; a long one has each of its words but once in its list.
    const made = end - from < shortParagraph ? together(from, end) : strengths(index.paragraphs, id);
    paragraphs.set(id, made);
    return made;
  };
  return {
    own,
    frame,
    label: (doc) => strengths(index.labels, doc),
    topic: (doc) => strengths(index.topics, doc),
    paragraph,
    beside: (doc, step) => (paragraphOf[doc + step] === paragraphOf[doc] ? own(doc + step) : nothing),
    hits(doc) {
      const { offsets, items } = index.sequence;
      const end = offsets[doc + 1] ?? 0;
      const best = nothing.slice();
      const times = terms.map(() => 0);
      const last = terms.map(() => -1);
      const heavy: Hit[] = [];
      for (let place = offsets[doc] ?? 0; place < end; place += 3) {
        const met = meetingsOf(items[place + 1] ?? -1);
        if (met === undefined) continue;
        const position = items[place] ?? 0;
        for (const { at, strength } of met) {
          if (strength > (best[at] ?? 0)) best[at] = strength;
          if (position !== last[at]) times[at] = (times[at] ?? 0) + 1;
          last[at] = position;
          if (terms[at]?.light === false) insert(heavy, { position, at, strength });
        }
      }
      ownOf.set(doc, best);
      return { times, heavy };
    },
    asksFor: (term) => (byTerm.get(term) ?? nobody).some(({ strength }) => strength === 1),
    of: (term) => meetingsOf(term) ?? nobody,
  };
}

/** Puts a hit after those at its position or before. Few have to move: only what stands for several words comes late. */
function insert(hits: Hit[], hit: Hit): void {
  let place = hits.length;
  for (; place > 0; place--) {
    const before = hits[place - 1];
    if (before === undefined || before.position <= hit.position) break;
    hits[place] = before;
  }
  hits[place] = hit;
}
