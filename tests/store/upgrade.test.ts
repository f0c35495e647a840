import { readdir } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { type ColumnMetadata, type Kysely, sql, type TableMetadata } from 'kysely';
import { describe, expect, it } from 'vitest';
import { connect } from '../../src/store/connection.ts';
import { migrate } from '../../src/store/migrate.ts';
import { migrations } from '../../src/store/migrations/index.ts';
import { aBulletin, anEntry } from '../bulletins/a-bulletin.ts';
import { freshFile, storeAt } from './fresh-store.ts';

type Rows = Record<string, readonly Record<string, unknown>[]>;

async function raw<T>(file: string, use: (db: Kysely<unknown>) => Promise<T>): Promise<T> {
  const { db } = await connect<unknown>({ kind: 'file', file, key: null });
  try {
    return await use(db);
  } finally {
    await db.destroy();
  }
}

/** The tables that servers' data is in. */
async function tables(db: Kysely<unknown>): Promise<readonly TableMetadata[]> {
  const all = await db.introspection.getTables();
  return all.filter(({ name, isView }) => !isView && name !== 'schema_step');
}

function valueFor({ name, dataType }: ColumnMetadata, row: number): string | number {
  return /int/i.test(dataType) ? 1_700_000_000_000 + row : `${name} ${row} „Ümlaut“ 🚀`;
}

/** Puts two rows into every table there is. */
async function fill(db: Kysely<unknown>): Promise<void> {
  await sql`pragma foreign_keys = off`.execute(db);
  for (const { name, columns } of await tables(db)) {
    for (const row of [1, 2]) {
      const names = sql.join(columns.map((column) => sql.ref(column.name)));
      const values = sql.join(columns.map((column) => valueFor(column, row)));
      await sql`insert into ${sql.table(name)} (${names}) values (${values})`.execute(db);
    }
  }
}

async function contents(db: Kysely<unknown>): Promise<Rows> {
  const found: Record<string, readonly Record<string, unknown>[]> = {};
  for (const { name } of await tables(db)) {
    const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(name)}`.execute(db);
    found[name] = rows;
  }
  return found;
}

describe('a database of every earlier version', () => {
  it.each(migrations.slice(0, -1).map(({ name }, at) => [name, at + 1] as const))(
    'that went through %s keeps every row at an upgrade, and a copy of how it was',
    async (last, steps) => {
      const file = await freshFile();
      const before = await raw(file, async (db) => {
        await migrate(db, migrations.slice(0, steps), async () => undefined);
        await fill(db);
        return contents(db);
      });
      expect(Object.values(before).flat().length).toBeGreaterThan(0);

      await (await storeAt(file)).close();

      const after = await raw(file, contents);
      for (const [table, rows] of Object.entries(before)) {
        expect(after[table], table).toHaveLength(rows.length);
        rows.forEach((row, at) => {
          expect(after[table]?.[at], table).toMatchObject(row);
        });
      }
      const backup = `${file}.before-upgrade-from-${last}`;
      expect(await readdir(dirname(file))).toContain(basename(backup));
      expect(await raw(backup, contents)).toEqual(before);
    },
  );

  it('has room for everything of today afterwards', async () => {
    const file = await freshFile();
    await raw(file, (db) => migrate(db, migrations.slice(0, 1), async () => undefined));
    const store = await storeAt(file);
    await store.settings.change('guild', { timeZone: 'UTC' }, { by: '42', at: new Date(0) });
    await store.bulletins.add(aBulletin(), anEntry(aBulletin()));
    expect(await store.bulletins.find(aBulletin().id)).toEqual(aBulletin());
  });
});
