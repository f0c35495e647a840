import { describe, expect, it } from 'vitest';
import type { BulletinStore } from '../../src/bulletins/bulletin-store.ts';
import { aBulletin, anEntry, noon } from './a-bulletin.ts';

/** What every store of bulletins must do, whatever it keeps them in. */
export function describeBulletinStore(name: string, fresh: () => Promise<BulletinStore>): void {
  describe(name, () => {
    it('gives back exactly what it was given', async () => {
      const store = await fresh();
      const bulletin = aBulletin({
        title: 'Ümlaute 🚀 "quoted"',
        blocks: [
          { kind: 'text', text: 'a\nb\u2028c' },
          { kind: 'quote', quote: { announcement: 'a', version: 'abc', statement: 's' } },
        ],
        roles: ['1', '2'],
        due: noon,
        approval: { by: 'bo', at: noon, fingerprint: 'f' },
        problem: { kind: 'missing-permissions', permissions: ['SendMessages'] },
        duties: ['tell'],
      });
      await store.add(bulletin, anEntry(bulletin));
      expect(await store.find(bulletin.id)).toEqual(bulletin);
      expect(await store.log(bulletin.id)).toEqual([anEntry(bulletin)]);
      expect(await store.find('nobody')).toBeNull();
      expect(await store.log('nobody')).toEqual([]);
    });

    it('adds none under an id that is taken', async () => {
      const store = await fresh();
      await store.add(aBulletin(), anEntry(aBulletin()));
      await expect(store.add(aBulletin({ title: 'Other' }), anEntry(aBulletin()))).rejects.toThrow();
      expect((await store.find(aBulletin().id))?.title).toBe('Maintenance');
      expect(await store.log(aBulletin().id)).toHaveLength(1);
    });

    it('lets one of two people change it, and keeps no line of the other', async () => {
      const store = await fresh();
      const before = aBulletin();
      await store.add(before, anEntry(before));
      const change = (title: string, by: string) => {
        const next = aBulletin({ title, revision: 2 });
        return store.replace(next, [anEntry(next, { by, action: 'edit' })]);
      };
      expect(
        (await Promise.all([change('Anna was here', 'anna'), change('Bo was here', 'bo')])).sort(),
      ).toEqual([false, true]);
      const log = await store.log(before.id);
      expect(log).toHaveLength(2);
      expect((await store.find(before.id))?.title).toBe(
        log[1]?.by === 'anna' ? 'Anna was here' : 'Bo was here',
      );
      expect(await change('Too late', 'cleo')).toBe(false);
      expect(await store.replace(aBulletin({ id: 'unknownone', revision: 2 }), [])).toBe(false);
    });

    it('counts what stands in each state', async () => {
      const store = await fresh();
      expect([...(await store.counts())]).toEqual([]);
      for (const [id, state] of [
        ['aaaaaaaaaa', 'draft'],
        ['bbbbbbbbbb', 'held'],
        ['cccccccccc', 'draft'],
      ] as const) {
        const bulletin = aBulletin({ id, state, server: id });
        await store.add(bulletin, anEntry(bulletin));
      }
      expect(new Map(await store.counts())).toEqual(
        new Map([
          ['draft', 2],
          ['held', 1],
        ]),
      );
    });

    it('keeps the lines of a change in order', async () => {
      const store = await fresh();
      const before = aBulletin();
      await store.add(before, anEntry(before));
      const next = aBulletin({ revision: 2 });
      await store.replace(next, [anEntry(next, { action: 'one' }), anEntry(next, { action: 'two' })]);
      expect((await store.log(before.id)).map(({ action }) => action)).toEqual(['write', 'one', 'two']);
    });

    it('finds what needs attention, the longest overdue first', async () => {
      const store = await fresh();
      for (const [id, wakeAt] of [
        ['later', noon + 1],
        ['never', null],
        ['second', noon],
        ['first', noon - 5],
      ] as const) {
        await store.add(aBulletin({ id, wakeAt }), anEntry(aBulletin({ id })));
      }
      expect((await store.due(noon, 10)).map(({ id }) => id)).toEqual(['first', 'second']);
      expect((await store.due(noon, 1)).map(({ id }) => id)).toEqual(['first']);
    });

    it("lists one server's bulletins in the states asked for, the newest first", async () => {
      const store = await fresh();
      for (const [id, server, state, createdAt] of [
        ['old', 'guild', 'draft', 1],
        ['new', 'guild', 'draft', 2],
        ['done', 'guild', 'published', 3],
        ['else', 'other', 'draft', 4],
      ] as const) {
        const bulletin = aBulletin({ id, server, state, createdAt });
        await store.add(bulletin, anEntry(bulletin));
      }
      expect((await store.list('guild', ['draft'], 10)).map(({ id }) => id)).toEqual(['new', 'old']);
      expect((await store.list('guild', ['draft', 'published'], 1)).map(({ id }) => id)).toEqual(['done']);
      expect(await store.list('guild', ['held'], 10)).toEqual([]);
    });

    it('finds what amends a bulletin', async () => {
      const store = await fresh();
      const amends = { kind: 'correction', bulletin: 'first', message: '1' } as const;
      for (const bulletin of [
        aBulletin({ id: 'first' }),
        aBulletin({ id: 'b', amends, createdAt: 2 }),
        aBulletin({ id: 'c', amends, createdAt: 3 }),
      ]) {
        await store.add(bulletin, anEntry(bulletin));
      }
      expect((await store.amendments('first')).map(({ id }) => id)).toEqual(['c', 'b']);
      expect(await store.amendments('b')).toEqual([]);
    });
  });
}
