import { readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Kysely, sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { backUp } from '../../src/store/back-up.ts';
import { connect } from '../../src/store/connection.ts';
import { type Migration, migrate } from '../../src/store/migrate.ts';
import { migrations } from '../../src/store/migrations/index.ts';
import { openStore } from '../../src/store/open-store.ts';
import { StoreError } from '../../src/store/store-error.ts';
import { freshFile, storeAt } from './fresh-store.ts';

const change = { by: '42', at: new Date('2026-11-24T10:00:00Z') };
const key = 'a key of more than sixteen characters';

async function raw<T>(file: string, use: (db: Kysely<unknown>) => Promise<T>, secret: string | null = null) {
  const { db } = await connect<unknown>({ kind: 'file', file, key: secret });
  try {
    return await use(db);
  } finally {
    await db.destroy();
  }
}

describe('opening the store', () => {
  it('keeps what was written for whoever opens the file next', async () => {
    const file = await freshFile();
    const first = await storeAt(file);
    await first.settings.change('guild', { timeZone: 'Asia/Shanghai' }, change);
    await first.close();
    expect((await (await storeAt(file)).settings.settings('guild')).timeZone).toBe('Asia/Shanghai');
  });

  it('syncs every commit to the disk and lets readers work beside a writer', async () => {
    await raw(await freshFile(), async (db) => {
      expect((await sql`pragma synchronous`.execute(db)).rows).toEqual([{ synchronous: 2 }]);
      expect((await sql`pragma journal_mode`.execute(db)).rows).toEqual([{ journal_mode: 'wal' }]);
    });
  });

  it('can live in memory', async () => {
    const store = await openStore({ kind: 'memory' });
    await store.settings.change('guild', { approvalRequired: false }, change);
    expect((await store.settings.settings('guild')).approvalRequired).toBe(false);
    await store.close();
  });

  it('lets two processes write to one file in turn', async () => {
    const file = await freshFile();
    const [one, other] = await Promise.all([storeAt(file), storeAt(file)]);
    await Promise.all(
      Array.from({ length: 40 }, (_, i) =>
        (i % 2 === 0 ? one : other).settings.change(`guild ${i}`, { timeZone: 'Europe/Vienna' }, change),
      ),
    );
    for (let i = 0; i < 40; i++) {
      expect((await one.settings.settings(`guild ${i}`)).timeZone).toBe('Europe/Vienna');
    }
  });
});

describe('an encrypted store', () => {
  it('leaves no readable word on the disk and opens with its key alone', async () => {
    const file = await freshFile();
    const store = await storeAt(file, key);
    await store.settings.change('guild-that-nobody-may-see', { moderatorRole: '77' }, change);
    for (const name of await readdir(dirname(file))) {
      const bytes = await readFile(`${dirname(file)}/${name}`, 'latin1');
      expect(bytes).not.toContain('guild-that-nobody-may-see');
      expect(bytes).not.toContain('SQLite format');
    }
    await store.close();
    for (const wrong of [null, 'another key of more than sixteen']) {
      await expect(openStore({ kind: 'file', file, key: wrong })).rejects.toThrow(
        /DATABASE_KEY is not the key/,
      );
    }
    expect(
      (await (await storeAt(file, key)).settings.settings('guild-that-nobody-may-see')).moderatorRole,
    ).toBe('77');
  });

  it('is not made of one that has no key', async () => {
    const file = await freshFile();
    await (await storeAt(file)).close();
    await expect(openStore({ kind: 'file', file, key })).rejects.toThrow(
      /made without one stays without one/,
    );
  });
});

describe('a file that cannot be used', () => {
  it('is refused when it is not a database', async () => {
    const file = await freshFile();
    await writeFile(file, 'Dear diary, today I was not a database. '.repeat(200));
    await expect(openStore({ kind: 'file', file, key: null })).rejects.toThrow(/the file is not a database/);
  });

  it('is refused when its folder cannot be made, with what to do', async () => {
    const file = await freshFile();
    await writeFile(file, 'no folder');
    const opened = openStore({ kind: 'file', file: join(file, 'kept', 'verbatim.db'), key: null });
    await expect(opened).rejects.toThrow(/cannot be opened\. Check that its folder exists/);
    await expect(opened).rejects.toBeInstanceOf(StoreError);
  });

  it('is refused when it is damaged', async () => {
    const file = await freshFile();
    const store = await storeAt(file);
    for (let i = 0; i < 300; i++) await store.settings.change(`guild ${i}`, { timeZone: 'UTC' }, change);
    await store.close();
    const bytes = await readFile(file);
    for (let page = 2; page * 4096 < bytes.length; page++) bytes.fill(0x5a, page * 4096, page * 4096 + 2000);
    await writeFile(file, bytes);
    await expect(openStore({ kind: 'file', file, key: null })).rejects.toThrow(/is damaged/);
  });

  it('is refused, and left as it is, when a newer version made it', async () => {
    const file = await freshFile();
    const tomorrow: Migration = {
      name: '9999-tomorrow',
      up: (db) => db.schema.createTable('hologram').addColumn('x', 'text').execute(),
    };
    await raw(file, (db) => migrate(db, [...migrations, tomorrow], async () => undefined));
    const before = await readFile(file);
    await expect(openStore({ kind: 'file', file, key: null })).rejects.toThrow(
      /newer version.*9999-tomorrow/,
    );
    expect(await readFile(file)).toEqual(before);
  });
});

describe('an upgrade', () => {
  const step = (name: string, then: () => void = () => undefined): Migration => ({
    name,
    async up(db) {
      await db.schema.createTable(name).addColumn('x', 'text').execute();
      then();
    },
  });
  const fail = () => {
    throw new Error('no such column');
  };
  const tables = (file: string) =>
    raw(file, async (db) => (await db.introspection.getTables()).map(({ name }) => name));

  it('copies the database first, encrypted like the original', async () => {
    const file = await freshFile();
    const backups: string[] = [];
    const upgrade = (steps: readonly Migration[]) =>
      raw(
        file,
        (db) =>
          migrate(
            db,
            steps,
            async (last) => void backups.push(await backUp(db, `${file}.before-upgrade-from-${last}`)),
          ),
        key,
      );
    await upgrade([step('0001-older')]);
    expect(backups).toEqual([]);
    await upgrade([step('0001-older'), step('0002-newer')]);
    expect(backups).toEqual([`${file}.before-upgrade-from-0001-older`]);
    const [backup = ''] = backups;
    expect(await readFile(backup, 'latin1')).not.toContain('SQLite format');
    const found = await raw(backup, (db) => db.introspection.getTables(), key);
    expect(found.map(({ name }) => name).sort()).toEqual(['0001-older', 'schema_step']);
    expect(await readdir(dirname(file))).not.toContainEqual(expect.stringContaining('unfinished'));
  });

  it('that fails leaves the database as it was and can be tried again', async () => {
    const file = await freshFile();
    await (await storeAt(file)).close();
    const attempt = (last: Migration) =>
      raw(file, (db) => migrate(db, [...migrations, step('9998-next'), last], async () => undefined));
    await expect(attempt(step('9999-last', fail))).rejects.toThrow(/could not take the step "9999-last"/);
    expect(await tables(file)).toContain('9998-next');
    expect(await tables(file)).not.toContain('9999-last');
    await attempt(step('9999-last'));
    expect(await tables(file)).toContain('9999-last');
  });

  it('is made once by several processes that start together', async () => {
    const file = await freshFile();
    let taken = 0;
    const start = () =>
      raw(file, (db) => migrate(db, [step('0001-once', () => taken++)], async () => undefined));
    await Promise.all([start(), start(), start()]);
    expect(taken).toBe(1);
  });
});
