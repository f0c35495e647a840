import { describe, expect, it } from 'vitest';
import { simulateWorld } from '../../prove/bulletins/simulate.ts';

describe('the simulation of publishing', () => {
  it('publishes every bulletin once through dozens of crashes', async () => {
    const tally = await simulateWorld(1, 200);
    expect(tally).toMatchObject({
      published: 200,
      lost: 0,
      twice: 0,
      altered: 0,
      unintendedPings: 0,
      gaps: 0,
    });
    expect(tally.crashes).toBeGreaterThan(20);
  });

  it('runs the same way again from the same seed', async () => {
    expect(await simulateWorld(7, 50)).toEqual(await simulateWorld(7, 50));
  });

  it('sees when a bulletin goes out twice, as without reading the channel before a second try', async () => {
    const blind = await simulateWorld(1, 400, {
      seenAs: (platform) => ({ ...platform, find: async () => ({ kind: 'absent' }) }),
    });
    expect(blind.twice).toBeGreaterThan(0);
  });

  it('sees when a bulletin is lost, as with a platform that says it sent what it did not', async () => {
    const liar = await simulateWorld(1, 100, {
      seenAs: (platform) => ({
        ...platform,
        send: async ({ text }) => ({ kind: 'sent', posted: { message: '0', text } }),
      }),
    });
    expect(liar).toMatchObject({ published: 0, lost: 100 });
  });

  it('sees when somebody is notified whom nobody ticked', async () => {
    const loud = await simulateWorld(1, 100, {
      seenAs: (platform) => ({
        ...platform,
        send: (post, nonce) => platform.send({ ...post, roles: ['666', '700'] }, nonce),
      }),
    });
    expect(loud.unintendedPings).toBeGreaterThan(0);
  });

  it('sees when the history has a gap', async () => {
    const forgetful = await simulateWorld(1, 20, {
      keptIn: (store) => ({ ...store, replace: (next) => store.replace(next, []) }),
    });
    expect(forgetful.gaps).toBe(20);
  });

  it('sees when two processes claim the same bulletin', async () => {
    const careless = await Promise.all(
      [1, 2, 3, 4].map((seed) =>
        simulateWorld(seed, 100, {
          keptIn: (store) => ({
            ...store,
            async replace(next, entries) {
              const current = await store.find(next.id);
              return store.replace({ ...next, revision: (current?.revision ?? 0) + 1 }, entries);
            },
          }),
          seenAs: (platform) => ({
            ...platform,
            send: (post, nonce) => platform.send(post, `${nonce}${Math.random()}`),
          }),
        }),
      ),
    );
    expect(careless.reduce((sum, { twice }) => sum + twice, 0)).toBeGreaterThan(0);
  });
});
