/** A choice among several candidates, each a row of `width` numbers; at least one of them is right. */
export interface Choice {
  readonly rows: Float64Array;
  readonly right: readonly boolean[];
  readonly weight: number;
}

/** A case with its features, which is so or not. */
export interface Case {
  readonly row: Float64Array;
  /** Log odds known already, added to what is learned. */
  readonly known: number;
  readonly label: boolean;
  readonly weight: number;
}

const rounds = 400;

/**
 * Linear weights under which the softmax over the candidates gives most to the right ones (conditional logit),
 * with a quadratic penalty. Features are scaled to unit variance inside; the weights returned are unscaled.
 */
export function fitChoices(choices: readonly Choice[], width: number, penalty: number): Float64Array {
  const scale = scales(
    choices.map(({ rows }) => rows),
    width,
  );
  const total = choices.reduce((sum, { weight }) => sum + weight, 0);
  return minimise(width, scale, penalty, [], (weights, gradient) => {
    for (const { rows, right, weight } of choices) {
      const scores = right.map((_, at) => dot(rows, at * width, weights, width));
      const top = Math.max(...scores);
      const exps = scores.map((score) => Math.exp(score - top));
      const all = exps.reduce((a, b) => a + b, 0);
      const good = exps.reduce((sum, e, at) => (right[at] ? sum + e : sum), 0) || 1e-300;
      exps.forEach((e, at) => {
        const pull = (e / all - (right[at] ? e / good : 0)) * (weight / total);
        for (let f = 0; f < width; f++) gradient[f] = (gradient[f] ?? 0) + pull * (rows[at * width + f] ?? 0);
      });
    }
  });
}

/** What a weight may be at least and at most. */
export type Range = readonly [least: number, most: number];

/** Weights of a logistic regression with a quadratic penalty, each within its range. */
export function fitCases(
  cases: readonly Case[],
  width: number,
  penalty: number,
  ranges: readonly Range[],
): Float64Array {
  const scale = scales(
    cases.map(({ row }) => row),
    width,
  );
  const total = cases.reduce((sum, { weight }) => sum + weight, 0);
  return minimise(width, scale, penalty, ranges, (weights, gradient) => {
    for (const { row, known, label, weight } of cases) {
      const pull =
        (1 / (1 + Math.exp(-known - dot(row, 0, weights, width))) - (label ? 1 : 0)) * (weight / total);
      for (let f = 0; f < width; f++) gradient[f] = (gradient[f] ?? 0) + pull * (row[f] ?? 0);
    }
  });
}

/** Adam on the full batch. `addGradient` gets unscaled weights and adds the unscaled gradient. */
function minimise(
  width: number,
  scale: Float64Array,
  penalty: number,
  ranges: readonly Range[],
  addGradient: (weights: Float64Array, gradient: Float64Array) => void,
): Float64Array {
  const scaled = new Float64Array(width);
  const first = new Float64Array(width);
  const second = new Float64Array(width);
  const weights = new Float64Array(width);
  for (let round = 1; round <= rounds; round++) {
    const gradient = new Float64Array(width);
    addGradient(weights, gradient);
    const rate = 0.1 * Math.min(1, (2 * (rounds - round)) / rounds + 0.02);
    for (let f = 0; f < width; f++) {
      const g = (gradient[f] ?? 0) * (scale[f] ?? 1) + penalty * (scaled[f] ?? 0);
      first[f] = 0.9 * (first[f] ?? 0) + 0.1 * g;
      second[f] = 0.999 * (second[f] ?? 0) + 0.001 * g * g;
      const step =
        (first[f] ?? 0) / (1 - 0.9 ** round) / (Math.sqrt((second[f] ?? 0) / (1 - 0.999 ** round)) + 1e-8);
      scaled[f] = (scaled[f] ?? 0) - rate * step;
      const [least, most] = ranges[f] ?? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
      weights[f] = Math.min(most, Math.max(least, (scaled[f] ?? 0) * (scale[f] ?? 1)));
      scaled[f] = (weights[f] ?? 0) / (scale[f] ?? 1);
    }
  }
  return weights;
}

/** One over the standard deviation of each feature; 1 for those that never vary. */
function scales(lists: readonly Float64Array[], width: number): Float64Array {
  const sum = new Float64Array(width);
  const squares = new Float64Array(width);
  let count = 0;
  for (const list of lists) {
    for (let at = 0; at < list.length; at++) {
      const value = list[at] ?? 0;
      sum[at % width] = (sum[at % width] ?? 0) + value;
      squares[at % width] = (squares[at % width] ?? 0) + value * value;
    }
    count += list.length / width;
  }
  return Float64Array.from(sum, (s, f) => {
    const deviation = Math.sqrt(Math.max(0, (squares[f] ?? 0) / count - (s / count) ** 2));
    return deviation > 1e-9 ? 1 / deviation : 1;
  });
}

function dot(rows: Float64Array, from: number, weights: Float64Array, width: number): number {
  let sum = 0;
  for (let f = 0; f < width; f++) sum += (rows[from + f] ?? 0) * (weights[f] ?? 0);
  return sum;
}
