import type { Index } from '../index/build-index.ts';
import type { QuestionTerm } from '../question/question.ts';
import { createTally, highest } from '../tally.ts';

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

/** The statements of an announcement that are worth a close look for a question, at most about `limit`. */
export type FindCandidates = (terms: readonly QuestionTerm[], limit: number) => readonly number[];

/**
 * Finds those statements to which the words add most. The rarest words are taken first. Once the words and meetings
 * that are left cannot lift an unseen statement above the `limit`-th seen so far, they are only added to statements
 * already seen (MaxScore; Turtle and Flood, 1995).
 */
export function createCandidates(index: Index): FindCandidates {
  const count = index.lengths.length;
  if (count <= smallEnough) {
    const all = Array.from(index.lengths, (_, doc) => doc);
    return () => all;
  }
  const { postings, terms: own } = index;
  const termsOfOne = own.items.length / count;
  // Made once: a question sees a few hundred of many thousand statements.
  const scores = createTally(count);
  /** The word that was added last, from 1: each counts once for a statement, with the first and best of its terms. */
  const added = new Uint16Array(count);

  return (terms, limit) => {
    const words = terms
      .map((term) => wordOf(term, index))
      .filter(({ best }) => best > 0)
      .sort((a, b) => a.postings - b.postings);
    let left = words.reduce((sum, { best }) => sum + best, 0);
    /** What the `limit`-th had at the last look. */
    let floor = 0;
    let closed = false;

    /** Adds a word to the statements seen that may still get among the best. */
    const addToSeen = ({ matches, worth, best }: Word, number: number) => {
      for (const doc of scores.counted()) {
        if (added[doc] === number || scores.at(doc) + best + left < floor) continue;
        let strongest = 0;
        const end = own.offsets[doc + 1] ?? 0;
        for (let place = own.offsets[doc] ?? 0; place < end; place++) {
          strongest = Math.max(strongest, matches.get(own.items[place] ?? -1)?.strength ?? 0);
        }
        scores.add(doc, strongest * worth);
      }
    };

    words.forEach((word, at) => {
      const number = at + 1;
      left -= word.best;
      const seenBefore = scores.count();
      let ahead = word.postings;
      let looked = { seen: limit, gain: Number.POSITIVE_INFINITY };
      for (const { id, gain } of word.lists) {
        const seen = scores.count();
        if (gain < looked.gain ? seen >= limit : seen >= 2 * looked.seen) {
          looked = { seen, gain };
          floor = scores.at(highest(scores, limit)[limit - 1] ?? -1);
          closed ||= floor >= gain + left;
        }
        // What only this word has found has the best of it already.
        if (closed && seenBefore === 0) break;
        if (closed && seen * termsOfOne * lookUpCost < ahead) {
          addToSeen(word, number);
          break;
        }
        const [from = 0, to = 0] = [postings.offsets[id], postings.offsets[id + 1]];
        ahead -= to - from;
        for (let place = from; place < to; place++) {
          const doc = postings.items[place] ?? 0;
          if (added[doc] === number || (closed && added[doc] === 0)) continue;
          added[doc] = number;
          scores.add(doc, gain);
        }
      }
    });
    const top = highest(scores, limit);
    for (const doc of scores.counted()) added[doc] = 0;
    scores.clear();
    return withNeighbours(top, index, Math.ceil(limit / 3));
  };
}

/** The statements with those that stand beside the first `most` in the same paragraph. */
function withNeighbours(top: readonly number[], { paragraphOf }: Index, most: number): readonly number[] {
  const wanted = new Set(top);
  for (const doc of top.slice(0, most)) {
    for (const beside of [doc - 1, doc + 1]) {
      if (paragraphOf[beside] === paragraphOf[doc]) wanted.add(beside);
    }
  }
  return [...wanted];
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
