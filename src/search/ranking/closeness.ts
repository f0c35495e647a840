import type { QuestionView } from './features.ts';
import type { Hit } from './meetings.ts';

const windowWidth = 8;
const pairReach = 3;

/** Neighbouring words of a question, light ones left out, and their weight together. */
interface Pair {
  readonly left: number;
  readonly right: number;
  readonly worth: number;
}

export function pairsOf(heavy: readonly number[], weights: readonly number[]): readonly Pair[] {
  return heavy.slice(1).map((right, before) => {
    const left = heavy[before] ?? 0;
    return { left, right, worth: (weights[left] ?? 0) + (weights[right] ?? 0) };
  });
}

/**
 * How close together a statement has the question's words: `adjacent` is the share of the question's neighbouring
 * words that also stand near each other, in order, in the statement; `window` the largest share of the question's
 * weight met within eight words. `hits` are those of words that are not light, in order.
 */
export function closeness(
  { pairs, weights, total }: QuestionView,
  hits: readonly Hit[],
): { readonly adjacent: number; readonly window: number } {
  if (hits.length === 0) return { adjacent: 0, window: 0 };
  let adjacent = 0;
  let worths = 0;
  for (const { left, right, worth } of pairs) {
    worths += worth;
    adjacent += worth * nearness(hits, left, right);
  }
  let window = 0;
  for (let first = 0; first < hits.length; first++) {
    window = Math.max(window, weightFrom(first, hits, weights));
  }
  return { adjacent: worths === 0 ? 0 : adjacent / worths, window: window / total };
}

/** How strongly two words are met near each other, in order. */
function nearness(hits: readonly Hit[], left: number, right: number): number {
  let best = 0;
  for (const one of hits) {
    if (one.at !== left) continue;
    for (const other of hits) {
      const step = other.position - one.position;
      if (other.at === right && step > 0 && step <= pairReach) {
        best = Math.max(best, Math.min(one.strength, other.strength));
      }
    }
  }
  return best;
}

/** The weight met in the window that opens with a hit. */
function weightFrom(first: number, hits: readonly Hit[], weights: readonly number[]): number {
  const end = (hits[first]?.position ?? 0) + windowWidth;
  let sum = 0;
  for (let i = first; i < hits.length; i++) {
    const hit = hits[i];
    if (hit === undefined || hit.position >= end) break;
    // What the same word has met in the window before counts once.
    let before = 0;
    for (let j = first; j < i; j++) {
      const other = hits[j];
      if (other?.at === hit.at) before = Math.max(before, other.strength);
    }
    if (hit.strength > before) sum += (weights[hit.at] ?? 0) * (hit.strength - before);
  }
  return sum;
}
