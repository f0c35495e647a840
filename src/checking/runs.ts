import type { Alleged } from './alleged.ts';
import type { Passages } from './passages.ts';

/** Alleged words [from, to) that stand word for word in the stream from `position` on. */
export interface Run {
  readonly from: number;
  readonly to: number;
  readonly position: number;
}

const seed = 3;
const mostPlaces = 60;
/** Three words that are all more common than this are not looked up: they would tell nothing. */
const mostCommon = 2_000;
/** Fewer words, or fewer that say something, come together by chance. */
const leastWords = 4;
const leastWeight = 1.2;

/** The longest pieces of the quote that stand word for word somewhere, from left to right, not overlapping. */
export function runs(passages: Passages, { tokens }: Alleged): readonly Run[] {
  const words = tokens.map(({ form }) => passages.word(form));
  const found: Run[] = [];
  for (let from = 0; from + seed <= words.length; ) {
    const run = longest(passages, words, from);
    if (run === null || !counts(passages, run)) {
      from++;
      continue;
    }
    found.push(run);
    from = run.to;
  }
  return found;
}

function longest(passages: Passages, words: readonly number[], from: number): Run | null {
  const first = words.slice(from, from + seed);
  if (first.includes(-1) || Math.min(...first.map((word) => passages.count(word))) > mostCommon) return null;
  let best: Run | null = null;
  for (const position of passages.occurrences(first, mostPlaces)) {
    let to = from + seed;
    while (to < words.length && words[to] !== -1 && passages.words[position + to - from] === words[to]) to++;
    if (best === null || to > best.to) best = { from, to, position };
  }
  return best;
}

function counts(passages: Passages, run: Run): boolean {
  return run.to - run.from >= leastWords && runWeight(passages, run) >= leastWeight;
}

/** How much a run says. */
export function runWeight(passages: Passages, { from, to, position }: Run): number {
  let weight = 0;
  for (let i = 0; i < to - from; i++) weight += passages.weight(passages.formAt(position + i));
  return weight;
}
