import { copyFile, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { describe, expect, it, onTestFinished } from 'vitest';
import { backup } from '../../src/cli/backup.ts';
import { loadConfig } from '../../src/config.ts';
import { openStore } from '../../src/store/open-store.ts';
import { aBulletin, anEntry } from '../bulletins/a-bulletin.ts';
import { storeAt } from '../store/fresh-store.ts';

const change = { by: '42', at: new Date('2026-11-24T10:00:00Z') };
const key = 'a key of more than sixteen characters';

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'verbatim-backup-'));
  onTestFinished(() => rm(path, { recursive: true, force: true }));
  return path;
}

async function run(args: readonly string[], cwd: string, databaseKey: string | null = null) {
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
  const config = { ...loadConfig({ INIT_CWD: cwd, DATA_DIR: '.' }), databaseKey };
  const code = await backup.run(args, { stdin, stdout, stderr, config });
  return { code, out: String(stdout.read() ?? ''), err: String(stderr.read() ?? '') };
}

describe('a backup', () => {
  it.each([null, key])(
    'made while the bot runs brings back everything of that moment (key: %s)',
    async (secret) => {
      const at = await folder();
      const file = join(at, 'verbatim.db');
      const store = await openStore({ kind: 'file', file, key: secret });
      await store.settings.change('guild', { timeZone: 'Asia/Shanghai' }, change);
      await store.bulletins.add(aBulletin(), anEntry(aBulletin()));
      expect(await run(['kept.db'], at, secret)).toEqual({
        code: 0,
        out: `${join(at, 'kept.db')}\n`,
        err: '',
      });
      await store.settings.change('guild', { timeZone: 'Europe/Vienna' }, change);
      await store.close();

      await writeFile(file, 'the disk has failed');
      await rename(file, `${file}.damaged`);
      await Promise.all(['-wal', '-shm'].map((end) => rm(`${file}${end}`, { force: true })));
      await copyFile(join(at, 'kept.db'), file);
      const restored = await storeAt(file, secret);
      expect((await restored.settings.settings('guild')).timeZone).toBe('Asia/Shanghai');
      expect(await restored.bulletins.find(aBulletin().id)).toEqual(aBulletin());
      expect(await restored.bulletins.log(aBulletin().id)).toEqual([anEntry(aBulletin())]);
      expect((await readFile(join(at, 'kept.db'), 'latin1')).includes('SQLite format')).toBe(secret === null);
    },
  );

  it('leaves a file that is there alone, and says what is wrong otherwise', async () => {
    const at = await folder();
    expect(await run(['kept.db'], at)).toMatchObject({
      code: 2,
      err: expect.stringMatching(/no database.*DATA_DIR/),
    });
    await (await openStore({ kind: 'file', file: join(at, 'verbatim.db'), key })).close();
    expect(await run(['kept.db'], at)).toMatchObject({
      code: 2,
      err: expect.stringContaining('DATABASE_KEY'),
    });
    expect(await run(['no/such/folder/kept.db'], at, key)).toMatchObject({
      code: 2,
      err: expect.stringContaining('could not be written'),
    });
    expect(await run(['verbatim.db'], at, key)).toMatchObject({
      code: 2,
      err: expect.stringContaining('exists already'),
    });
    for (const args of [[], ['a', 'b'], ['--everything']])
      expect(await run(args, at, key)).toMatchObject({ code: 2, err: expect.stringContaining('Usage') });
    expect(await readdir(at)).not.toContain('kept.db');
  });
});
