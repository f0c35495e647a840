/** Something nobody should have typed, and what it is called in the name of a test. */
export interface BadValue {
  readonly name: string;
  readonly text: string;
}

/** Values from their names and texts. */
export function values(named: Readonly<Record<string, string>>): readonly BadValue[] {
  return Object.entries(named).map(([name, text]) => ({ name, text }));
}

/** One of `parts` shares of the values, by the name of the path that takes it: all together they take all. */
export function share(all: readonly BadValue[], path: string, parts: number): readonly BadValue[] {
  const turn = [...path].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % parts;
  return all.filter((_, at) => at % parts === turn);
}
