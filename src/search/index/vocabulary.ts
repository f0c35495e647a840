/** Numbers the terms of an index: stems as they are, synonym groups as "#12". */
export interface Vocabulary {
  readonly size: number;
  id(term: string): number | undefined;
  term(id: number): string;
  /** The id of a term, numbered now if it is new. */
  add(term: string): number;
  terms(): readonly string[];
}

export function createVocabulary(): Vocabulary {
  const ids = new Map<string, number>();
  const terms: string[] = [];
  return {
    get size() {
      return terms.length;
    },
    id: (term) => ids.get(term),
    term: (id) => terms[id] ?? '',
    add(term) {
      const known = ids.get(term);
      if (known !== undefined) return known;
      ids.set(term, terms.length);
      terms.push(term);
      return terms.length - 1;
    },
    terms: () => terms,
  };
}

/** The term that stands for a person, however named. */
export function personTerm(id: string): string {
  return `@${id}`;
}

const groupTerms: string[] = [];

/** The term that stands for a synonym group; the same string each time, for it is looked up millions of times. */
export function groupTerm(group: number): string {
  const known = groupTerms[group];
  if (known !== undefined) return known;
  const made = `#${group}`;
  groupTerms[group] = made;
  return made;
}

/** The term that stands for a word with its marks, where another with other marks is another word. */
export function speltTerm(spelt: string): string {
  return `=${spelt}`;
}
