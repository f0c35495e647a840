import { setTimeout as sleep } from 'node:timers/promises';
import { type CompiledQuery, type DatabaseConnection, Kysely, SqliteDialect, SqliteDriver } from 'kysely';
import Libsql from 'libsql';
import { KeepingError } from '../keeping-error.ts';
import { Revision } from './revision.ts';

/** Where the data is kept: in a file, or nowhere longer than the process lives. */
export type Place = { readonly kind: 'memory' } | StoredPlace;

export interface StoredPlace {
  readonly kind: 'file';
  /** Path of the database file. Its folder exists. */
  readonly file: string;
  /** Encrypts the file, or null: then it lies open to whoever can read it. */
  readonly key: string | null;
}

/** An open database. */
export interface Connection<Tables> {
  readonly db: Kysely<Tables>;
  /**
   * Differs from what it was before if anything was committed in between, by this process or another. Throws the
   * engine's error where the database cannot be read.
   */
  readonly revision: () => string;
}

/**
 * How long a write waits in all for another process that is writing, in milliseconds. Whoever is waiting for an answer
 * is to be told of a failure while they still can be: Discord gives three seconds.
 */
export const writePatience = 2_000;
/** How long it waits at a stretch. The engine is synchronous: meanwhile nobody is answered. */
const busyTimeout = 20;

/**
 * Opens the embedded database for Kysely. Committed means on the disk: write-ahead log, synced at each commit.
 * Throws the engine's error: SQLITE_NOTADB for a wrong key or a file that is no database.
 */
export async function connect<Tables>(place: Place): Promise<Connection<Tables>> {
  const database = open(place);
  const revision = new Revision(database);
  for (const pragma of [
    `busy_timeout = ${busyTimeout}`,
    'journal_mode = wal',
    'synchronous = full',
    'foreign_keys = on',
  ]) {
    await inTurn(() => database.exec(`pragma ${pragma}`));
  }
  const dialect = new SqliteDialect({ database });
  const db = new Kysely<Tables>({
    dialect: {
      createAdapter: () => dialect.createAdapter(),
      createDriver: () => new PatientDriver(database, revision),
      createIntrospector: (db) => dialect.createIntrospector(db),
      createQueryCompiler: () => dialect.createQueryCompiler(),
    },
  });
  return { db, revision: () => revision.now() };
}

function open(place: Place): Libsql.Database {
  if (place.kind === 'memory') return new Libsql(':memory:');
  // The engine knows these two options; its type declarations, taken from another library, do not.
  const options: Libsql.Options & { encryptionCipher?: string; encryptionKey?: string } =
    place.key === null ? {} : { encryptionCipher: 'aes256cbc', encryptionKey: place.key };
  return new Libsql(place.file, options);
}

/**
 * Waits for its turn to write when a transaction begins, and without stopping the process. A transaction that reads
 * first and writes later would fail at once when another process wrote in between
 * (https://www.sqlite.org/lang_transaction.html). A prepared statement that was refused as busy stays open in libsql and
 * blocks every later commit; `exec` closes its own, so beginning is left to it and no other statement is ever refused.
 */
class PatientDriver extends SqliteDriver {
  readonly #database: Libsql.Database;
  readonly #revision: Revision;

  constructor(database: Libsql.Database, revision: Revision) {
    super({ database });
    this.#database = database;
    this.#revision = revision;
  }

  override async destroy(): Promise<void> {
    this.#revision.close();
    await super.destroy();
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    const connection = await super.acquireConnection();
    const database = this.#database;
    const revision = this.#revision;
    return {
      async executeQuery<R>(query: CompiledQuery) {
        const change = database.inTransaction || writes(query.sql);
        return keeping(change ? 'writing' : 'reading', async () => {
          if (database.inTransaction || !change) return connection.executeQuery<R>(query);
          await inTurn(() => database.exec('begin immediate'));
          try {
            const result = await connection.executeQuery<R>(query);
            database.exec('commit');
            revision.committed();
            return result;
          } catch (error) {
            if (database.inTransaction) database.exec('rollback');
            throw error;
          }
        });
      },
      streamQuery: (query, chunkSize) => connection.streamQuery(query, chunkSize),
    };
  }

  override async beginTransaction(): Promise<void> {
    await keeping('writing', () => inTurn(() => this.#database.exec('begin immediate')));
  }

  override async commitTransaction(): Promise<void> {
    await keeping('writing', async () => this.#database.exec('commit'));
    this.#revision.committed();
  }

  override async rollbackTransaction(): Promise<void> {
    if (this.#database.inTransaction) this.#database.exec('rollback');
  }
}

/** Whether a query changes tables. `vacuum` and `pragma` must stand outside a transaction. */
function writes(sql: string): boolean {
  return /^\s*(?:insert|update|delete|replace|create|alter|drop|with)\b/i.test(sql);
}

async function keeping<Result>(during: KeepingError['during'], act: () => Promise<Result>): Promise<Result> {
  try {
    return await act();
  } catch (error) {
    throw new KeepingError(during, error);
  }
}

async function inTurn(act: () => unknown): Promise<void> {
  const deadline = performance.now() + writePatience;
  for (;;) {
    try {
      act();
      return;
    } catch (error) {
      if (!isBusy(error) || performance.now() > deadline) throw error;
      await sleep(5 + Math.random() * 20);
    }
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY');
}
