import type Libsql from 'libsql';
import { KeepingError } from '../keeping-error.ts';

/** Tells whether anything was committed to a database, by this connection or by another. */
export class Revision {
  readonly #database: Libsql.Database;
  #question: Libsql.Statement | null = null;
  #own = 0;
  #others: string | null = null;

  constructor(database: Libsql.Database) {
    this.#database = database;
  }

  /** To be called after each commit of this connection. */
  committed(): void {
    this.#own += 1;
  }

  /**
   * Differs from everything it returned before if there was a commit in between. Throws a KeepingError where the
   * database cannot be read.
   */
  now(): string {
    // What others do between two steps of one piece of work might as well come after it.
    if (this.#others === null) {
      this.#others = this.#commitsOfOthers();
      queueMicrotask(() => {
        this.#others = null;
      });
    }
    return `${this.#others}.${this.#own}`;
  }

  #commitsOfOthers(): string {
    // The engine counts the commits of others alone. @see https://www.sqlite.org/pragma.html#pragma_data_version
    try {
      this.#question ??= this.#database.prepare('pragma data_version').raw();
      return String(this.#question.get());
    } catch (error) {
      this.#question = null;
      throw new KeepingError('reading', error);
    }
  }

  /** Lets go of the database. */
  close(): void {
    this.#question = null;
  }
}
