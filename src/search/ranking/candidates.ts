import type { Index } from '../index/build-index.ts';
import type { QuestionTerm } from '../question/question.ts';

/** Below this many statements all are looked at: the neighbours' words count too. */
const smallEnough = 96;

/** A word of the question with what it can add to a statement, by the terms it meets. */
interface Word {
  readonly matches: QuestionTerm['matches'];
  /** What a full meeting adds. */
  readonly worth: number;
  /** The most that it adds. */
  readonly best: number;
  /** Statements in all lists together. */
  readonly postings: number;
  /** Terms that statements have, with what each adds: the best first, then the rarest. */
  readonly lists: readonly { readonly id: number; readonly gain: number }[];
}

/** Taking a posting from a list costs about a fourth of looking up a statement's term among those that a word meets. */
const lookUpCost = 4;

/**
 * The statements worth a close look, at most about `limit`: those to which the words add most. The rarest words are
 * taken first. Once the words and meetings that are left cannot lift an unseen statement above the `limit`-th seen so
 * far, they are only added to statements already seen (MaxScore; Turtle and Flood, 1995).
 */
export function candidates(terms: readonly QuestionTerm[], index: Index, limit: number): Int32Array {
  const count = index.lengths.length;
  if (count <= smallEnough) return Int32Array.from({ length: count }, (_, at) => at);

  const words = terms
    .map((term) => wordOf(term, index))
    .filter(({ postings }) => postings > 0)
    .sort((a, b) => a.postings - b.postings);
  const { postings, terms: own } = index;
  const termsOfOne = own.items.length / count;
  const scores = new Float64Array(count);
  /** The word that was added last, from 1: each counts once for a statement, with the first and best of its terms. */
  const added = new Uint16Array(count);
  const seen: number[] = [];
  let left = words.reduce((sum, { best }) => sum + best, 0);
  /** What the `limit`-th had at the last look. */
  let floor = 0;
  let closed = false;

  const add = (doc: number, gain: number, number: number) => {
    added[doc] = number;
    scores[doc] = (scores[doc] ?? 0) + gain;
  };
  /** Adds a word to the statements seen that may still get among the best. */
  const addToSeen = ({ matches, worth, best }: Word, number: number) => {
    for (const doc of seen) {
      if (added[doc] === number || (scores[doc] ?? 0) + best + left < floor) continue;
      let strongest = 0;
      const end = own.offsets[doc + 1] ?? 0;
      for (let place = own.offsets[doc] ?? 0; place < end; place++) {
        strongest = Math.max(strongest, matches.get(own.items[place] ?? -1)?.strength ?? 0);
      }
      if (strongest > 0) add(doc, strongest * worth, number);
    }
  };

  words.forEach((word, at) => {
    left -= word.best;
    const seenBefore = seen.length;
    let ahead = word.postings;
    let looked = { seen: limit, gain: Number.POSITIVE_INFINITY };
    for (const { id, gain } of word.lists) {
      if (gain < looked.gain ? seen.length >= limit : seen.length >= 2 * looked.seen) {
        looked = { seen: seen.length, gain };
        floor = scores[highest(seen, scores, limit)[limit - 1] ?? -1] ?? 0;
        closed ||= floor >= gain + left;
      }
      // What only this word has found has the best of it already.
      if (closed && seenBefore === 0) break;
      if (closed && seen.length * termsOfOne * lookUpCost < ahead) {
        addToSeen(word, at + 1);
        break;
      }
      const [from = 0, to = 0] = [postings.offsets[id], postings.offsets[id + 1]];
      ahead -= to - from;
      for (let place = from; place < to; place++) {
        const doc = postings.items[place] ?? 0;
        if (added[doc] === at + 1) continue;
        if (added[doc] === 0) {
          if (closed) continue;
          seen.push(doc);
        }
        add(doc, gain, at + 1);
      }
    }
  });
  const top = highest(seen, scores, limit);
  const wanted = new Set(top);
  for (const doc of top.slice(0, Math.ceil(limit / 3))) {
    for (const beside of [doc - 1, doc + 1]) {
      if (index.paragraphOf[beside] === index.paragraphOf[doc]) wanted.add(beside);
    }
  }
  return Int32Array.from(wanted).sort();
}

function wordOf({ matches, light, local, rarity }: QuestionTerm, { frequency }: Index): Word {
  const worth = (light ? 0.2 : 1) * (0.5 * local + 0.5 * rarity);
  const frequencyOf = (id: number) => frequency[id] ?? 0;
  const lists = [...matches]
    .filter(([id]) => frequencyOf(id) > 0)
    .map(([id, { strength }]) => ({ id, gain: strength * worth }))
    .sort((a, b) => b.gain - a.gain || frequencyOf(a.id) - frequencyOf(b.id));
  const postings = lists.reduce((sum, { id }) => sum + frequencyOf(id), 0);
  return { matches, worth, best: lists[0]?.gain ?? 0, postings, lists };
}

/** The `limit` with the highest scores, highest first; of equal ones those seen earlier. */
function highest(seen: readonly number[], scores: Float64Array, limit: number): number[] {
  const top: number[] = [];
  let least = Number.NEGATIVE_INFINITY;
  for (const doc of seen) {
    const score = scores[doc] ?? 0;
    if (top.length === limit) {
      if (score <= least) continue;
      top.pop();
    }
    let at = top.length;
    while (at > 0 && (scores[top[at - 1] ?? 0] ?? 0) < score) at -= 1;
    top.splice(at, 0, doc);
    least = scores[top.at(-1) ?? 0] ?? 0;
  }
  return top;
}
