/** Many short lists of integers, packed: list `i` is `items[offsets[i]] … items[offsets[i + 1] - 1]`. */
export interface Lists {
  readonly offsets: Uint32Array;
  readonly items: Int32Array;
}

export function packLists(lists: readonly (readonly number[])[]): Lists {
  const offsets = new Uint32Array(lists.length + 1);
  let total = 0;
  lists.forEach((list, index) => {
    total += list.length;
    offsets[index + 1] = total;
  });
  const items = new Int32Array(total);
  let at = 0;
  for (const list of lists) {
    items.set(list, at);
    at += list.length;
  }
  return { offsets, items };
}

/** A view of one list; empty for an index out of range. */
export function listAt({ offsets, items }: Lists, index: number): Int32Array {
  return items.subarray(offsets[index] ?? 0, offsets[index + 1] ?? 0);
}
