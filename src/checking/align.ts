import { related } from './related.ts';

/** For each word alleged, the word said that it stands for: an index into the words said, or -1 where it was added. */
export interface Alignment {
  readonly partners: Int32Array;
  /** 1 the same word, less for two forms of one word or a misspelling, 0 another word in its place. */
  readonly likeness: Float32Array;
}

/** What the alignment needs to know of the words. */
export interface Costs {
  /** How much a form says, 0..1. */
  weight(form: string): number;
  /** Before this alleged word an omission is declared, so that leaving words out costs nothing. */
  readonly gapBefore: (alleged: number) => boolean;
}

const added = 0.4;
const dropped = 0.4;
const swapped = 0.36;
const likenessOfRelated = 0.5;

const diagonal = 1;
const up = 2;
const left = 3;

/**
 * Aligns all words alleged with a stretch of the words said; what is said before and after that stretch is free
 * (Needleman-Wunsch with free end gaps on one side). Time and memory: product of the lengths.
 */
export function align(alleged: readonly string[], said: readonly string[], costs: Costs): Alignment {
  const rows = alleged.length;
  const width = said.length + 1;
  const trace = new Uint8Array((rows + 1) * width);
  const saidWeights = Float32Array.from(said, (form) => costs.weight(form));
  const likenessTo = likenesses(said);
  let above = new Float32Array(width);
  let current = new Float32Array(width);
  for (let row = 1; row <= rows; row++) {
    const form = alleged[row - 1] ?? '';
    const weight = costs.weight(form);
    const likeness = likenessTo(form);
    const offset = row * width;
    current[0] = (above[0] ?? 0) - added * weight;
    trace[offset] = up;
    for (let column = 1; column < width; column++) {
      const other = saidWeights[column - 1] ?? 0;
      const alike = likeness[column - 1] ?? 0;
      const gain = alike > 0 ? alike * (weight + other) : -swapped * 0.5 * (weight + other);
      let best = (above[column - 1] ?? 0) + gain;
      let step = diagonal;
      const inserted = (above[column] ?? 0) - added * weight;
      if (inserted > best) {
        best = inserted;
        step = up;
      }
      const deleted = (current[column - 1] ?? 0) - dropped * other;
      if (deleted > best) {
        best = deleted;
        step = left;
      }
      current[column] = best;
      trace[offset + column] = step;
    }
    if (row < rows && costs.gapBefore(row)) freeGaps(current, trace, offset);
    [above, current] = [current, above];
  }
  return follow(trace, width, rows, above, (row, column) => likenessTo(alleged[row] ?? '')[column] ?? 0);
}

/** Lets a path that ends at a column go on at any later one without cost. */
function freeGaps(scores: Float32Array, trace: Uint8Array, offset: number): void {
  for (let column = 1; column < scores.length; column++) {
    if ((scores[column - 1] ?? 0) > (scores[column] ?? 0)) {
      scores[column] = scores[column - 1] ?? 0;
      trace[offset + column] = left;
    }
  }
}

function follow(
  trace: Uint8Array,
  width: number,
  rows: number,
  last: Float32Array,
  likenessAt: (row: number, column: number) => number,
): Alignment {
  const partners = new Int32Array(rows).fill(-1);
  const likeness = new Float32Array(rows);
  let column = 0;
  for (let one = 1; one < width; one++) if ((last[one] ?? 0) > (last[column] ?? 0)) column = one;
  let row = rows;
  while (row > 0) {
    const step = column === 0 ? up : trace[row * width + column];
    if (step === diagonal) {
      row--;
      column--;
      partners[row] = column;
      likeness[row] = likenessAt(row, column);
    } else if (step === left) column--;
    else row--;
  }
  return { partners, likeness };
}

/** How like a form is to each of the words said: 1 the same, a half for related ones. Each form is worked out once. */
function likenesses(said: readonly string[]): (form: string) => Float32Array {
  const known = new Map<string, Float32Array>();
  return (form) => {
    let found = known.get(form);
    if (found === undefined) {
      found = Float32Array.from(said, (other) =>
        other === form ? 1 : related(other, form) ? likenessOfRelated : 0,
      );
      known.set(form, found);
    }
    return found;
  };
}
