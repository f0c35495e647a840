import type { QuestionView } from './features.ts';

const windowWidth = 8;
const pairReach = 3;

/**
 * How close together a statement has the question's words: `adjacent` is the share of the question's neighbouring
 * words that also stand near each other, in order, in the statement; `window` the largest share of the question's
 * weight met within eight words.
 */
export function closeness(
  { terms, weights, total, meetings, index }: QuestionView,
  doc: number,
): { readonly adjacent: number; readonly window: number } {
  const { offsets, items } = index.sequence;
  const end = offsets[doc + 1] ?? 0;
  const hits: { position: number; at: number; strength: number }[] = [];
  for (let i = offsets[doc] ?? 0; i < end; i += 3) {
    for (const { at, strength } of meetings.of(items[i + 1] ?? -1)) {
      if (terms[at]?.light === false) hits.push({ position: items[i] ?? 0, at, strength });
    }
  }
  if (hits.length === 0) return { adjacent: 0, window: 0 };
  hits.sort((x, y) => x.position - y.position);

  const weightAt = (at: number) => weights[at] ?? 0;
  const heavy = terms.flatMap((term, at) => (term.light ? [] : [at]));
  let adjacent = 0;
  let pairs = 0;
  for (let i = 0; i + 1 < heavy.length; i++) {
    const left = heavy[i] ?? 0;
    const right = heavy[i + 1] ?? 0;
    const worth = weightAt(left) + weightAt(right);
    pairs += worth;
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
    adjacent += worth * best;
  }

  let window = 0;
  const strengths = terms.map(() => 0);
  for (let first = 0; first < hits.length; first++) {
    strengths.fill(0);
    let sum = 0;
    const begin = hits[first]?.position ?? 0;
    for (let i = first; i < hits.length; i++) {
      const hit = hits[i];
      if (hit === undefined || hit.position >= begin + windowWidth) break;
      const more = hit.strength - (strengths[hit.at] ?? 0);
      if (more <= 0) continue;
      strengths[hit.at] = hit.strength;
      sum += weightAt(hit.at) * more;
    }
    window = Math.max(window, sum);
  }
  return { adjacent: pairs === 0 ? 0 : adjacent / pairs, window: window / total };
}
