/**
 * Postings of a stream of word numbers in two flat arrays, so that a phrase is found by the rarest of its words and
 * nothing is scanned. Memory: four bytes for each position and each word.
 */
export class CountedIndex {
  readonly #stream: Int32Array;
  readonly #offsets: Int32Array;
  readonly #positions: Int32Array;

  /** `stream` holds numbers from 0 to `size` - 1; -1 separates parts and is in no phrase. */
  constructor(stream: Int32Array, size: number) {
    this.#stream = stream;
    this.#offsets = new Int32Array(size + 1);
    for (const word of stream) if (word >= 0) this.#offsets[word + 1] = (this.#offsets[word + 1] ?? 0) + 1;
    for (let word = 0; word < size; word++) {
      this.#offsets[word + 1] = (this.#offsets[word + 1] ?? 0) + (this.#offsets[word] ?? 0);
    }
    const next = this.#offsets.slice();
    this.#positions = new Int32Array(this.#offsets[size] ?? 0);
    for (const [position, word] of stream.entries()) {
      if (word < 0) continue;
      const at = next[word] ?? 0;
      this.#positions[at] = position;
      next[word] = at + 1;
    }
  }

  /** How often a word occurs; 0 for one that never does. */
  count(word: number): number {
    return word < 0 ? 0 : (this.#offsets[word + 1] ?? 0) - (this.#offsets[word] ?? 0);
  }

  /** Where a word occurs, in order. */
  positions(word: number): Int32Array {
    return word < 0
      ? this.#positions.subarray(0, 0)
      : this.#positions.subarray(this.#offsets[word] ?? 0, this.#offsets[word + 1] ?? 0);
  }

  /** Positions where all these words stand one after the other, in order; at most `limit`. */
  occurrences(words: readonly number[], limit: number): number[] {
    const found: number[] = [];
    const counts = words.map((word) => this.count(word));
    const rarest = counts.indexOf(Math.min(...counts));
    for (const position of this.positions(words[rarest] ?? -1)) {
      const start = position - rarest;
      if (start < 0 || !words.every((word, i) => this.#stream[start + i] === word)) continue;
      found.push(start);
      if (found.length === limit) break;
    }
    return found;
  }

  /**
   * Ranges in which many of these words stand close together, whatever their order; the heaviest first.
   * Only the rarest words are looked up, and of those no more than `mostLookups` positions.
   */
  neighbourhoods(
    words: readonly number[],
    weights: readonly number[],
    limit: number,
  ): readonly (readonly [from: number, to: number])[] {
    const size = Math.max(leastWindow, words.length);
    const rarestFirst = [...new Map(words.map((word, i) => [word, weights[i] ?? 0]))]
      .filter(([word]) => this.count(word) > 0)
      .sort(([a], [b]) => this.count(a) - this.count(b));
    const windows = new Map<number, number>();
    let lookups = 0;
    for (const [word, weight] of rarestFirst) {
      lookups += this.count(word);
      if (lookups > mostLookups && windows.size > 0) break;
      let last = -1;
      for (const position of this.positions(word).subarray(0, mostLookups)) {
        // Windows are two sizes long and start every size, so that each passage lies whole in one of them.
        const window = Math.floor(position / size);
        for (const one of [window - 1, window]) {
          if (one <= last) continue;
          windows.set(one, (windows.get(one) ?? 0) + weight);
        }
        last = window;
      }
    }
    let heaviest = 0;
    for (const weight of windows.values()) heaviest = Math.max(heaviest, weight);
    return [...windows]
      .filter(([, weight]) => weight >= leastShare * heaviest)
      .sort(([a, x], [b, y]) => y - x || a - b)
      .slice(0, limit)
      .map(([window]) => [window * size - size / 2, (window + 2) * size + size / 2] as const)
      .map(([from, to]) => [Math.floor(from), Math.ceil(to)] as const);
  }
}

const leastWindow = 16;
/** Windows much lighter than the heaviest are not worth a closer look. */
const leastShare = 0.5;
const mostLookups = 3_000;
