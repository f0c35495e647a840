/** Numbers counted for some of many things, all 0 at first and again once they are forgotten. */
export interface Tally {
  at(thing: number): number;
  add(thing: number, more: number): void;
  /** Makes it `value` where it is less; hands back what it was. */
  raise(thing: number, value: number): number;
  /** Puts another number in the place of one that was counted. */
  replace(thing: number, value: number): void;
  /** How many things have a number other than 0. */
  count(): number;
  /** What has a number other than 0, in the order of counting. Not to be kept: the next count overwrites it. */
  counted(): Int32Array;
  /** Forgets all; costs as much as there was counted. */
  clear(): void;
}

/** A tally of things numbered below `size`, to be made once and used for question after question. */
export function createTally(size: number): Tally {
  const values = new Float64Array(size);
  const things = new Int32Array(size);
  let count = 0;
  return {
    at: (thing) => values[thing] ?? 0,
    add(thing, more) {
      if (more === 0) return;
      const before = values[thing] ?? 0;
      if (before === 0) things[count++] = thing;
      values[thing] = before + more;
    },
    raise(thing, value) {
      const before = values[thing] ?? 0;
      if (value <= before) return before;
      if (before === 0) things[count++] = thing;
      values[thing] = value;
      return before;
    },
    replace(thing, value) {
      values[thing] = value;
    },
    count: () => count,
    counted: () => things.subarray(0, count),
    clear() {
      for (let place = 0; place < count; place++) values[things[place] ?? 0] = 0;
      count = 0;
    },
  };
}

/** The `limit` things with the highest numbers, highest first; of equal ones those counted earlier. */
export function highest(tally: Tally, limit: number): readonly number[] {
  const top: number[] = [];
  let least = Number.NEGATIVE_INFINITY;
  for (const thing of tally.counted()) {
    const value = tally.at(thing);
    if (value <= least) continue;
    let place = Math.min(top.length, limit - 1);
    for (; place > 0; place--) {
      const before = top[place - 1] ?? 0;
      if (tally.at(before) >= value) break;
      top[place] = before;
    }
    top[place] = thing;
    if (top.length === limit) least = tally.at(top[limit - 1] ?? 0);
  }
  return top;
}
