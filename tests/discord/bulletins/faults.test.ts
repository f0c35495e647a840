import Libsql from 'libsql';
import { describe, expect, it } from 'vitest';
import type { Platform } from '../../../src/bulletins/platform.ts';
import { createRounds } from '../../../src/bulletins/publish-due.ts';
import { type Fate, isInvalid, outcomes } from '../rest-outcomes.ts';
import { openNewsroom } from './newsroom.ts';

/** What becomes of a bulletin when Discord fails at the calls around its sending, or the database fails. */

interface Call {
  readonly name: string;
  readonly method: string;
  readonly route: string;
  /** Where bulletins end for each fate. */
  readonly ends: Readonly<Record<Fate, string>>;
  readonly except?: Readonly<Record<string, string>>;
  readonly crosspost?: true;
}

const calls: readonly Call[] = [
  {
    name: 'asking whether its author still may',
    method: 'GET',
    route: '/guilds/:guild/members/:user',
    // Asked again later; a person whom Discord does not know any more has no rights.
    ends: { passes: 'published', refused: 'published', barred: 'scheduled', down: 'scheduled' },
    except: {
      '10003 unknown channel': 'held',
      '10008 unknown message': 'held',
      '10015 unknown webhook': 'held',
      '10062 unknown interaction': 'held',
    },
  },
  {
    name: 'handing it to following servers',
    method: 'POST',
    route: '/channels/:channel/messages/:message/crosspost',
    // It stands in its channel whatever comes of this.
    ends: { passes: 'published', refused: 'published', barred: 'published', down: 'published' },
    crosspost: true,
  },
];

describe.each(calls)('$name', ({ method, route, ends, except = {}, crosspost = false }) => {
  it.each(outcomes)('after $name', { timeout: 60_000 }, async ({ name, fault, times, fate }) => {
    const room = await openNewsroom({ timeout: 250, answerWithinMs: 250 });
    const bulletin = await room.scheduled({ crosspost });
    room.sandbox.faults.onRest({ method, route, times }, fault);
    const before = room.sandbox.calls.length;
    for (let round = 0; round < 14; round++) {
      await room.round();
      const { wakeAt } = (await room.store.bulletins.find(bulletin.id)) ?? {};
      room.clock.now = Math.max(room.clock.now, wakeAt ?? 0);
    }
    const expected = except[name] ?? ends[fate];
    expect(await room.store.bulletins.find(bulletin.id)).toMatchObject({ state: expected });
    expect(room.standing(bulletin.id)).toHaveLength(expected === 'published' ? 1 : 0);
    const made = room.sandbox.calls.slice(before);
    expect(made.length).toBeLessThan(60);
    expect(made.filter(isInvalid).length).toBeLessThan(50);
  });
});

it('waits for a server that has not arrived, and goes out once when it has', async () => {
  const room = await openNewsroom();
  const bulletin = await room.scheduled();
  const guild = room.client.guilds.cache.get(bulletin.server);
  if (guild === undefined) throw new Error('The bot is in no server.');
  // As discord.js has it from READY until GUILD_CREATE.
  guild.available = false;
  await room.round();
  expect(await room.store.bulletins.find(bulletin.id)).toMatchObject({ state: 'scheduled' });
  expect(room.standing(bulletin.id)).toEqual([]);
  guild.available = true;
  expect(await room.settle(bulletin.id)).toMatchObject({ state: 'published' });
  expect(room.standing(bulletin.id)).toHaveLength(1);
});

describe('while another process has locked the database', () => {
  it('nothing is sent that could not be claimed, and it goes out once afterwards', async () => {
    const room = await openNewsroom();
    const bulletin = await room.scheduled();
    const unlock = lock(room.file);
    const errors = await roundWith(room, room.platform);
    expect(errors).toEqual([expect.objectContaining({ during: 'writing' })]);
    expect(room.standing(bulletin.id)).toEqual([]);
    unlock();
    expect(await room.settle(bulletin.id)).toMatchObject({ state: 'published' });
    expect(room.standing(bulletin.id)).toHaveLength(1);
  });

  it('what was sent and could not be recorded is found in the channel, not sent again', async () => {
    const room = await openNewsroom();
    const bulletin = await room.scheduled();
    let unlock = () => {};
    const platform: Platform = {
      ...room.platform,
      async send(post, nonce) {
        const sent = await room.platform.send(post, nonce);
        unlock = lock(room.file);
        return sent;
      },
    };
    const errors = await roundWith(room, platform);
    expect(errors).toEqual([expect.objectContaining({ during: 'writing' })]);
    expect(room.standing(bulletin.id)).toHaveLength(1);
    unlock();
    room.clock.now += 50 * 60_000;
    expect(await room.settle(bulletin.id)).toMatchObject({ state: 'published' });
    expect(room.standing(bulletin.id)).toHaveLength(1);
  });
});

type Room = Awaited<ReturnType<typeof openNewsroom>>;

/** One round; what went wrong in it. */
async function roundWith({ store, clock }: Room, platform: Platform): Promise<readonly unknown[]> {
  const errors: unknown[] = [];
  const onError = (error: unknown) => errors.push(error);
  await createRounds({ store: store.bulletins, platform, now: () => clock.now, onError })();
  return errors;
}

function lock(file: string): () => void {
  const other = new Libsql(file);
  other.exec('begin immediate');
  return () => {
    other.exec('rollback');
    other.close();
  };
}
