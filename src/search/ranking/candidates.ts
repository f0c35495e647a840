import type { Index } from '../index/build-index.ts';
import { listAt } from '../index/lists.ts';
import type { QuestionTerm } from '../question/question.ts';

/** Below this many statements all are looked at: the neighbours' words count too. */
const smallEnough = 48;

/**
 * The statements worth a close look, at most about `limit`. Terms are taken by what they can add at most, rarest
 * first. Once what is left cannot lift an unseen statement above the `limit`-th seen so far, the remaining (long)
 * lists are only looked up for statements already seen (MaxScore; Turtle and Flood, 1995).
 */
export function candidates(terms: readonly QuestionTerm[], index: Index, limit: number): Int32Array {
  const count = index.lengths.length;
  if (count <= smallEnough) return Int32Array.from({ length: count }, (_, at) => at);

  const lists = terms
    .flatMap((term) =>
      [...term.matches].map(([id, { strength }]) => ({
        term,
        docs: listAt(index.postings, id),
        gain: strength * (term.light ? 0.2 : 1) * (0.5 * term.local + 0.5 * term.rarity),
      })),
    )
    .filter(({ docs }) => docs.length > 0)
    .sort((a, b) => b.gain / Math.log2(b.docs.length + 2) - a.gain / Math.log2(a.docs.length + 2));

  const scores = new Map<number, number>();
  // A term counts once for a statement, however many of its matches are there.
  const best = new Map<QuestionTerm, Map<number, number>>();
  let left = lists.reduce((sum, { gain }) => sum + gain, 0);
  let closed = false;
  for (const { term, docs, gain } of lists) {
    if (!closed && scores.size > limit) closed = left < kthBest(scores, limit);
    left -= gain;
    let counted = best.get(term);
    if (counted === undefined) {
      counted = new Map();
      best.set(term, counted);
    }
    const add = (doc: number) => {
      const before = counted.get(doc) ?? 0;
      if (gain <= before) return;
      counted.set(doc, gain);
      scores.set(doc, (scores.get(doc) ?? 0) + gain - before);
    };
    if (closed && docs.length > scores.size * 4) {
      for (const doc of [...scores.keys()]) if (contains(docs, doc)) add(doc);
    } else if (closed) {
      for (const doc of docs) if (scores.has(doc)) add(doc);
    } else {
      for (const doc of docs) add(doc);
    }
  }
  const top = [...scores]
    .sort((a, b) => b[1] - a[1])
    .slice(0, limit)
    .map(([doc]) => doc);
  const wanted = new Set(top);
  for (const doc of top.slice(0, Math.ceil(limit / 3))) {
    for (const beside of [doc - 1, doc + 1]) {
      if (index.paragraphOf[beside] === index.paragraphOf[doc]) wanted.add(beside);
    }
  }
  return Int32Array.from(wanted).sort();
}

function kthBest(scores: ReadonlyMap<number, number>, k: number): number {
  return [...scores.values()].sort((a, b) => b - a)[k - 1] ?? 0;
}

function contains(sorted: Int32Array, value: number): boolean {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return sorted[low] === value;
}
