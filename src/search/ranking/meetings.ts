import type { Index } from '../index/build-index.ts';
import { type Lists, listAt } from '../index/lists.ts';
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
  /** How many times a question term is met in a statement. */
  times(doc: number, term: number): number;
  /** Whether some question term meets a term of the index by its own stem. */
  asksFor(term: number): boolean;
  /** Question terms that meet a term of the index, with strengths. */
  of(term: number): readonly { readonly at: number; readonly strength: number }[];
}

/** Plain numbers: typed arrays of more than eight are kept outside the heap, which makes small ones dear. */
type Strengths = readonly number[];

const nobody: readonly { readonly at: number; readonly strength: number }[] = [];

export function createMeetings(terms: readonly QuestionTerm[], index: Index): Meetings {
  const byTerm = new Map<number, { at: number; strength: number }[]>();
  terms.forEach((term, at) => {
    for (const [id, { strength }] of term.matches) {
      const bucket = byTerm.get(id);
      if (bucket === undefined) byTerm.set(id, [{ at, strength }]);
      else bucket.push({ at, strength });
    }
  });
  // Most terms of a list are not asked for, which a look at one byte tells.
  const isAsked = new Uint8Array(index.vocabulary.size);
  for (const id of byTerm.keys()) isAsked[id] = 1;
  const nothing: Strengths = terms.map(() => 0);
  const strengths = ({ offsets, items }: Lists, list: number): Strengths => {
    let found: number[] | null = null;
    const end = offsets[list + 1] ?? 0;
    for (let i = offsets[list] ?? 0; i < end; i++) {
      const id = items[i] ?? -1;
      if (isAsked[id] !== 1) continue;
      found ??= terms.map(() => 0);
      for (const { at, strength } of byTerm.get(id) ?? nobody) {
        if (strength > (found[at] ?? 0)) found[at] = strength;
      }
    }
    return found ?? nothing;
  };
  const remembering = (compute: (key: number) => Strengths) => {
    const known = new Map<number, Strengths>();
    return (key: number) => {
      const found = known.get(key) ?? compute(key);
      known.set(key, found);
      return found;
    };
  };
  const own = remembering((doc) => strengths(index.terms, doc));
  const paragraph = remembering((id) => strengths(index.paragraphs, id));
  return {
    own,
    frame: (doc) => strengths(index.frames, doc),
    label: (doc) => strengths(index.labels, doc),
    topic: (doc) => strengths(index.topics, doc),
    paragraph: (doc) => paragraph(index.paragraphOf[doc] ?? -1),
    beside: (doc, step) =>
      index.paragraphOf[doc + step] === index.paragraphOf[doc] ? own(doc + step) : nothing,
    times(doc, term) {
      const matches = terms[term]?.matches;
      if (matches === undefined) return 0;
      const sequence = listAt(index.sequence, doc);
      let last = -1;
      let count = 0;
      for (let at = 0; at < sequence.length; at += 3) {
        const position = sequence[at] ?? 0;
        if (position !== last && matches.has(sequence[at + 1] ?? -1)) {
          count += 1;
          last = position;
        }
      }
      return count;
    },
    asksFor: (term) => (byTerm.get(term) ?? nobody).some(({ strength }) => strength === 1),
    of: (term) => (isAsked[term] === 1 ? (byTerm.get(term) ?? nobody) : nobody),
  };
}
