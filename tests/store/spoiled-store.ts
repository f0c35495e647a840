import { open } from 'node:fs/promises';
import { type Kysely, sql } from 'kysely';
import Libsql from 'libsql';
import { connect } from '../../src/store/connection.ts';
import { openStore, type Store, storeOver } from '../../src/store/open-store.ts';
import type { Tables } from '../../src/store/tables.ts';

/** What happens to a database while the bot runs. */
export type Spoiling = 'locked' | 'full' | 'read-only' | 'damaged';

/** The engine's code for each. */
export const codes: Readonly<Record<Spoiling, string>> = {
  locked: 'SQLITE_BUSY',
  full: 'SQLITE_FULL',
  'read-only': 'SQLITE_READONLY',
  damaged: 'SQLITE_CORRUPT',
};

/** A store on the disk that can be spoilt and mended while it is in use. */
export interface SpoilableStore extends Store {
  /** Resolves to what mends it again. */
  spoil(how: Spoiling): Promise<() => Promise<void>>;
}

type Db = Kysely<Tables>;
type Mend = () => Promise<void>;

/** Opens the store in that file, which is made where it is missing. */
export async function spoilableStore(file: string): Promise<SpoilableStore> {
  await (await openStore({ kind: 'file', file, key: null })).close();
  const connection = await connect<Tables>({ kind: 'file', file, key: null });
  const { db } = connection;
  const ways: Readonly<Record<Spoiling, () => Promise<Mend>>> = {
    locked: async () => lock(file),
    full: () => fill(db),
    async 'read-only'() {
      await sql`pragma query_only = on`.execute(db);
      return async () => void (await sql`pragma query_only = off`.execute(db));
    },
    damaged: () => damage(db, file),
  };
  return { ...storeOver(connection), spoil: (how) => ways[how]() };
}

/** As another process that writes and does not come to an end. */
function lock(file: string): Mend {
  const other = new Libsql(file);
  other.exec('begin immediate');
  return async () => {
    other.exec('rollback');
    other.close();
  };
}

/** Lets the file grow no more, and takes what room there is left in every table. */
async function fill(db: Db): Promise<Mend> {
  await sql`pragma foreign_keys = off`.execute(db);
  const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(db);
  await sql`pragma max_page_count = ${sql.lit(rows[0]?.page_count ?? 1)}`.execute(db);
  const tables = await db.introspection.getTables();
  for (const size of [2_000, 300, 60, 12, 4]) {
    for (const { name, columns } of tables.filter(({ name }) => name !== 'schema_step'))
      await takeRoom(db, name, columns, size);
  }
  return async () => {
    await sql`pragma max_page_count = 1000000`.execute(db);
    await sql`pragma foreign_keys = on`.execute(db);
  };
}

interface Column {
  readonly name: string;
  readonly dataType: string;
  readonly isNullable: boolean;
}

async function takeRoom(db: Db, table: string, columns: readonly Column[], size: number): Promise<void> {
  const values = columns.map(({ dataType, isNullable }) => {
    if (isNullable) return sql`null`;
    return /text/i.test(dataType) ? sql`hex(randomblob(${sql.lit(size)}))` : sql`0`;
  });
  const names = columns.map(({ name }) => sql.ref(name));
  const insert = sql`insert into ${sql.table(table)} (${sql.join(names)}) values (${sql.join(values)})`;
  for (;;) {
    const full = await insert.execute(db).then(
      () => false,
      (error: { readonly code?: string }) => {
        if (error.code === codes.full) return true;
        throw error;
      },
    );
    if (full) return;
  }
}

/** Writes rubbish over the first page of every table and index, as a failing disk might. */
async function damage(db: Db, file: string): Promise<Mend> {
  await sql`pragma wal_checkpoint(truncate)`.execute(db);
  const found = await sql<{
    rootpage: number;
  }>`select rootpage from sqlite_schema where rootpage > 1`.execute(db);
  const { rows } = await sql<{ page_size: number }>`pragma page_size`.execute(db);
  const size = rows[0]?.page_size ?? 4_096;
  const forget = () => sql`pragma shrink_memory`.execute(db);
  const handle = await open(file, 'r+');
  const before = new Map<number, Buffer>();
  for (const { rootpage } of found.rows) {
    const place = (rootpage - 1) * size;
    const page = Buffer.alloc(size);
    await handle.read(page, 0, size, place);
    before.set(place, page);
    await handle.write(Buffer.alloc(size, 0x5a), 0, size, place);
  }
  await forget();
  return async () => {
    for (const [place, page] of before) await handle.write(page, 0, size, place);
    await handle.close();
    await forget();
  };
}
