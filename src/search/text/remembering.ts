/** The same function with its last results at hand: at most `most`, then all are forgotten at once. */
export function remembering<Made>(make: (key: string) => Made, most: number): (key: string) => Made {
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
