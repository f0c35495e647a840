import type { Definition, StatementDefinition } from './definition.ts';
import type { Path } from './read-yaml.ts';

/** Words that somebody, or a program, holds to be a statement. */
export interface Candidate extends StatementDefinition {
  /** Offset before which the words are not looked for; only a program that has read the text knows it. */
  readonly from?: number;
}

/** An announcement as claimed, to be compared with its text by `verify`. */
export interface Draft {
  readonly slug: string;
  /** Path of the file that makes the claims, as told in faults. */
  readonly file: string;
  /** Path of the text, as told in faults. */
  readonly sourceFile: string;
  /** The text exactly as stored. */
  readonly text: string;
  readonly definition: Omit<Definition, 'statements'> & { readonly statements: readonly Candidate[] };
  /** Line of a part of the definition in `file`, from 1, or null. */
  line(path: Path): number | null;
}
