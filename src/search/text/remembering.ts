/** The same function with its results at hand: all, or at most `most`, and then all are forgotten at once. */
export function remembering<Made>(
  make: (key: string) => Made,
  most = Number.POSITIVE_INFINITY,
): (key: string) => Made {
  const known = new Map<string, Made>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    if (known.size >= most) known.clear();
    const made = make(key);
    known.set(key, made);
    return made;
  };
}
