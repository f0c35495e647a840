import { describe, expect, it } from 'vitest';
import { remembering } from '../../src/store/remember.ts';
import { freshFile, storeAt } from './fresh-store.ts';

const by = { by: '42', at: new Date('2026-11-24T10:00:00Z') };

describe('what the store remembers', () => {
  it('is read once for as long as nothing changes, each server for itself', async () => {
    const reads: string[] = [];
    const read = remembering(
      async (server) => {
        reads.push(server);
        return { server };
      },
      () => '1',
    );
    await read('one');
    await read('two');
    expect(await read('one')).toEqual({ server: 'one' });
    expect(reads).toEqual(['one', 'two']);
  });

  it('is not what was read while something changed', async () => {
    let revision = 1;
    let value = 'old';
    let release = () => {};
    const read = remembering(
      async () => {
        const found = { value };
        if (revision === 1) await new Promise<void>((resolve) => (release = resolve));
        return found;
      },
      () => String(revision),
    );
    const slow = read('guild');
    revision = 2;
    value = 'new';
    expect(await read('guild')).toEqual({ value: 'new' });
    release();
    expect(await slow).toEqual({ value: 'old' });
    expect(await read('guild')).toEqual({ value: 'new' });
  });

  it('fails as the reading would where nobody can tell whether something changed', async () => {
    const read = remembering(
      async () => ({}),
      () => {
        throw new Error('disk I/O error');
      },
    );
    await expect(read('guild')).rejects.toThrow('disk I/O error');
  });

  it('counts a change of its own at once, also inside a transaction', async () => {
    const { settings, personalData, lessons } = await storeAt(await freshFile());
    await settings.settings('guild');
    await settings.change('guild', { timeZone: 'Asia/Shanghai' }, by);
    expect((await settings.settings('guild')).timeZone).toBe('Asia/Shanghai');
    const lesson = { id: '2345678abc', server: 'guild', announcement: 'a', question: 'What about oil?' };
    expect(await lessons.inForce('guild')).toEqual([]);
    await lessons.add({
      ...lesson,
      answer: { kind: 'not-said', about: 'oil' },
      by: '42',
      at: 1,
      reverted: null,
    });
    expect(await lessons.inForce('guild')).toMatchObject([{ by: '42' }]);
    await personalData.erase('42');
    expect(await lessons.inForce('guild')).toMatchObject([{ by: 'erased' }]);
    await lessons.revert('guild', lesson.id, '43', 2);
    expect(await lessons.inForce('guild')).toEqual([]);
  });

  it('counts a change that another process made at once', async () => {
    const file = await freshFile();
    const mine = await storeAt(file);
    const theirs = await storeAt(file);
    for (const answers of ['private', 'public', 'private'] as const) {
      await theirs.settings.change('guild', { answers }, by);
      expect((await mine.settings.settings('guild')).answers).toBe(answers);
      expect((await theirs.settings.settings('guild')).answers).toBe(answers);
    }
  });

  it('holds for an encrypted database too', async () => {
    const file = await freshFile();
    const mine = await storeAt(file, 'a key of the operator');
    const theirs = await storeAt(file, 'a key of the operator');
    await mine.settings.settings('guild');
    await theirs.settings.change('guild', { approvalRequired: false }, by);
    expect((await mine.settings.settings('guild')).approvalRequired).toBe(false);
  });
});
