import { expect, it } from 'vitest';
import { KeepingError } from '../../src/keeping-error.ts';
import { freshFile } from './fresh-store.ts';
import { codes, type Spoiling, spoilableStore } from './spoiled-store.ts';

const at = new Date('2026-11-24T10:00:00Z');
const zone = (timeZone: string) => [{ timeZone }, { by: '42', at }] as const;

it.each<[Spoiling, boolean]>([
  ['locked', true],
  ['full', true],
  ['read-only', true],
  ['damaged', false],
])(
  'a store that is %s rejects what cannot be done, changes nothing, and goes on once mended',
  async (how, readable) => {
    const store = await spoilableStore(await freshFile());
    await store.settings.change('guild', ...zone('Europe/Vienna'));
    const lesson = {
      id: 'l',
      server: 'guild',
      announcement: 'a',
      question: 'Will the fees go up? '.repeat(12),
      by: '42',
      at: 1,
      reverted: null,
    };
    const answer = { kind: 'not-said', about: 'x' } as const;
    const mend = await store.spoil(how);

    const write = store.lessons.add({ ...lesson, answer });
    await expect(write).rejects.toMatchObject({
      during: 'writing',
      code: expect.stringContaining(codes[how]),
    });
    await expect(write).rejects.toBeInstanceOf(KeepingError);
    const reads = [
      () => store.settings.settings('another'),
      () => store.lessons.list('guild', 5),
      () => store.library.manuscripts('guild'),
      () => store.bulletins.due(1, 5),
      () => store.personalData.about('42'),
    ];
    for (const read of reads) {
      if (readable) await read();
      else
        await expect(read()).rejects.toMatchObject({
          during: 'reading',
          code: expect.stringContaining(codes[how]),
        });
    }

    await mend();
    expect((await store.settings.settings('guild')).timeZone).toBe('Europe/Vienna');
    expect(await store.lessons.list('guild', 5)).toEqual([]);
    await store.lessons.add({ ...lesson, answer });
    expect(await store.lessons.list('guild', 5)).toHaveLength(1);
    await store.close();
  },
);
