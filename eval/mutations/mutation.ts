/** A statement as the mutations see it: words and a name, nothing of how they are checked. */
export interface Said {
  readonly text: string;
  readonly speaker: string | null;
}

export type Verdict = 'verbatim' | 'altered' | 'misattributed' | 'not-found';

/** An alleged quote made from statements, with the verdict it deserves by the way it was made. */
export interface Mutant {
  readonly kind: string;
  readonly quote: string;
  readonly speaker: string | null;
  readonly verdict: Verdict;
  /** What must be called out, where something must: any one of these. */
  readonly matters: readonly string[];
}

/** Everything a mutation may take from: the statements of one announcement, and words from others. */
export interface Material {
  readonly source: string;
  readonly statements: readonly Said[];
  readonly people: readonly string[];
  /** Statements of other announcements, which this one does not have. */
  readonly foreign: readonly Said[];
}

/** Gives numbers from 0 to 1; from a seed, so that every run makes the same mutants. */
export type Random = () => number;

/** One of a list; throws a RangeError for an empty one. */
export function pick<T>(list: readonly T[], random: Random): T {
  const chosen = list[Math.floor(random() * list.length)];
  if (chosen === undefined) throw new RangeError('There is nothing to pick from.');
  return chosen;
}

/** Letters and digits only, in small letters: two texts with the same bones read the same aloud. */
export function bones(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** A mutation makes one mutant, or none where the statement offers nothing to change. */
export type Mutation = (said: Said, material: Material, random: Random) => Mutant | null;

/** Replaces the text at [start, end). */
export function splice(text: string, start: number, end: number, replacement: string): string {
  return text.slice(0, start) + replacement + text.slice(end);
}
