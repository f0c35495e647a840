import { readFileSync } from 'node:fs';
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Place } from '../../src/store/connection.ts';

/** Where something that must stay secret could come to light. */
export type Where = 'log' | 'output' | 'database' | 'reply';

/** What one test file has let be seen, and what of it nobody should have. */
export interface Captured {
  readonly seen: { readonly where: Where; readonly text: string }[];
  /** Tokens and keys: nowhere. */
  readonly secrets: Set<string>;
  /** Questions, and messages to the bot: in no log, and in the database only where a moderator wrote the same. */
  readonly asked: Set<string>;
  readonly written: Set<string>;
  /** Ids of people: in no log. Of those who only asked: in no database either. */
  readonly people: Set<string>;
  readonly askers: Set<string>;
  readonly keptPeople: Set<string>;
  /** Looks at what is still open; run when the tests have ended. */
  readonly atEnd: (() => unknown)[];
}

export function newCapture(): Captured {
  return {
    seen: [],
    secrets: new Set(),
    asked: new Set(),
    written: new Set(),
    people: new Set(),
    askers: new Set(),
    keptPeople: new Set(),
    atEnd: [],
  };
}

/** Of this test file. */
export const captured = newCapture();

export function saw(where: Where, text: string): void {
  captured.seen.push({ where, text });
}

/** Every row of every table, and of a file its bytes: what was deleted may still stand there. */
export async function lookIntoDatabase(database: Kysely<unknown>, place: Place): Promise<void> {
  const tables = await sql<{ name: string }>`select name from sqlite_master where type = 'table'`.execute(
    database,
  );
  for (const { name } of tables.rows) {
    const { rows } = await sql`select * from ${sql.table(name)}`.execute(database);
    saw('database', JSON.stringify(rows));
  }
  if (place.kind === 'file') lookIntoFile(place.file);
}

export function lookIntoFile(file: string): void {
  for (const path of [file, `${file}-wal`]) {
    try {
      saw('database', readFileSync(path, 'latin1'));
    } catch {
      // It is not there.
    }
  }
}
