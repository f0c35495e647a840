import { describe, expect, it } from 'vitest';
import type { Lesson } from '../../src/teaching/lesson.ts';
import { aBulletin } from '../bulletins/a-bulletin.ts';
import { freshFile, storeAt } from './fresh-store.ts';

const me = '1170000000000000042';
const other = '1170000000000000043';

async function setUp() {
  const store = await storeAt(await freshFile());
  const at = new Date(1_000);
  await store.settings.change('one', { timeZone: 'Europe/Vienna' }, { by: me, at });
  await store.settings.change('two', { timeZone: 'Europe/Vienna' }, { by: other, at });
  const lesson: Lesson = {
    id: 'a',
    server: 'one',
    announcement: 'harbour',
    question: 'is it free',
    answer: { kind: 'not-said', about: 'price' },
    by: other,
    at: 2_000,
    reverted: null,
  };
  await store.lessons.add(lesson);
  await store.lessons.revert('one', 'a', me, 3_000);
  return store;
}

const entry = (bulletin: string) => ({
  bulletin,
  at: 4_000,
  by: me,
  from: null,
  to: 'draft' as const,
  action: 'draft',
  note: null,
});

describe('what is kept about a person', () => {
  it('is all of it, in all servers, and nothing of others', async () => {
    const store = await setUp();
    await store.bulletins.add(aBulletin({ id: 'b1', author: me, text: 'We open at nine.' }), entry('b1'));
    const traces = await store.personalData.about(me);
    expect(traces.map(({ what, as }) => `${what}: ${as}`).sort()).toEqual([
      'bulletin history: draft',
      'bulletin: wrote it',
      'correction: took it back',
      'setting: changed it',
    ]);
    expect(traces.find(({ what }) => what === 'bulletin')?.content).toBe('We open at nine.');
    expect(await store.personalData.about('117')).toEqual([]);
  });

  it('is erased everywhere, and what was done stays', async () => {
    const store = await setUp();
    const settled = { id: 'b1', author: me, state: 'published', wakeAt: null } as const;
    await store.bulletins.add(aBulletin(settled), entry('b1'));
    const before = await store.personalData.about(other);
    expect(await store.personalData.erase(me)).toEqual({ kind: 'erased', traces: 4 });
    expect(await store.personalData.about(me)).toEqual([]);
    expect(await store.personalData.about(other)).toEqual(before);
    expect((await store.settings.settings('one')).timeZone).toBe('Europe/Vienna');
    expect((await store.lessons.find('a'))?.reverted).toEqual({ by: 'erased', at: 3_000 });
    expect((await store.bulletins.find('b1'))?.author).toBe('erased');
    expect((await store.bulletins.log('b1')).map(({ by }) => by)).toEqual(['erased']);
  });

  it('is left whole while a bulletin of theirs is under way', async () => {
    const store = await setUp();
    const waiting = { id: 'b1', author: other, state: 'scheduled', wakeAt: 9_000 } as const;
    const approval = { by: me, at: 5_000, fingerprint: 'f' };
    await store.bulletins.add(aBulletin({ ...waiting, approval }), entry('b1'));
    const before = await store.personalData.about(me);
    expect(await store.personalData.erase(me)).toEqual({ kind: 'under-way', bulletins: ['b1'] });
    expect(await store.personalData.about(me)).toEqual(before);
  });
});
