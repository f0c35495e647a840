import { related } from './related.ts';

/** For each word alleged, the word said that it stands for: an index into the words said, or -1 where it was added. */
export interface Alignment {
  readonly partners: Int32Array;
  /** 1 the same word, 0 another word in its place. */
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

const diagonal = 1;
const up = 2;
const left = 3;

/**
 * Aligns all words alleged with a stretch of the words said; what is said before and after that stretch is free
 * (Needleman-Wunsch with free end gaps on one side). Time and memory: product of the lengths.
 */
export function align(alleged: readonly string[], said: readonly string[], costs: Costs): Alignment {
  const rows = alleged.length;
  const columns = said.length;
  const width = columns + 1;
  const trace = new Uint8Array((rows + 1) * width);
  const saidWeights = said.map((form) => costs.weight(form));
  const similar = similarities();
  let above = new Float32Array(width);
  for (let row = 1; row <= rows; row++) {
    const current = new Float32Array(width);
    const form = alleged[row - 1] ?? '';
    const weight = costs.weight(form);
    current[0] = (above[0] ?? 0) - added * weight;
    trace[row * width] = up;
    for (let column = 1; column <= columns; column++) {
      const likeness = similar(form, said[column - 1] ?? '');
      const other = saidWeights[column - 1] ?? 0;
      const matched =
        (above[column - 1] ?? 0) +
        (likeness > 0 ? likeness * (weight + other) : -swapped * ((weight + other) / 2));
      const inserted = (above[column] ?? 0) - added * weight;
      const deleted = (current[column - 1] ?? 0) - dropped * other;
      let best = matched;
      let step = diagonal;
      if (inserted > best) {
        best = inserted;
        step = up;
      }
      if (deleted > best) {
        best = deleted;
        step = left;
      }
      current[column] = best;
      trace[row * width + column] = step;
    }
    above = current;
    if (row < rows && costs.gapBefore(row)) freeGaps(above, trace, row * width);
  }
  return follow(trace, width, rows, above, alleged, said, similar);
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
  alleged: readonly string[],
  said: readonly string[],
  similar: (a: string, b: string) => number,
): Alignment {
  const partners = new Int32Array(rows).fill(-1);
  const likeness = new Float32Array(rows);
  let column = 0;
  for (let one = 1; one < width; one++) if ((last[one] ?? 0) > (last[column] ?? 0)) column = one;
  let row = rows;
  while (row > 0) {
    const step = column === 0 ? up : trace[row * width + column];
    if (step === diagonal) {
      partners[row - 1] = column - 1;
      likeness[row - 1] = similar(alleged[row - 1] ?? '', said[column - 1] ?? '');
      row--;
      column--;
    } else if (step === left) column--;
    else row--;
  }
  return { partners, likeness };
}

/** 1 for the same form, less for two forms of one word or a misspelling, 0 for different words. Remembers pairs. */
function similarities(): (a: string, b: string) => number {
  const known = new Map<string, number>();
  return (a, b) => {
    if (a === b) return 1;
    if (a.length < 4 || b.length < 4) return 0;
    const pair = `${a} ${b}`;
    let likeness = known.get(pair);
    if (likeness === undefined) {
      likeness = related(a, b) ? 0.5 : 0;
      known.set(pair, likeness);
    }
    return likeness;
  };
}
