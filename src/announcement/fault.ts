/** One thing wrong with an announcement's files, told so that a person can mend it. */
export interface Fault {
  /** Path of the file as it was given or found. */
  readonly file: string;
  /** Line in that file, from 1, where it can be told. */
  readonly line: number | null;
  /** Id of the statement concerned, or null. */
  readonly statement: string | null;
  readonly problem: string;
  /** What to do about it. */
  readonly remedy: string;
}

/** Everything that was verified, or every fault at once. */
export type Verified<T> =
  | { readonly kind: 'verified'; readonly value: T }
  | { readonly kind: 'faulty'; readonly faults: readonly Fault[] };
