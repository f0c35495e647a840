import Libsql from 'libsql';
import { describe, expect, it } from 'vitest';
import type { Bulletin } from '../../../src/bulletins/bulletin.ts';
import type { Platform } from '../../../src/bulletins/platform.ts';
import { createRounds } from '../../../src/bulletins/publish-due.ts';
import type { FaultAim } from '../../../src/sandbox/faults/faults.ts';
import { type Fate, isInvalid, outcomes } from '../rest-outcomes.ts';
import { type Newsroom, openNewsroom } from './newsroom.ts';

/** What becomes of a bulletin when Discord fails at the calls around its sending, or the database fails. */

/** Where a bulletin ends, and whether its author is told of a problem. */
type End = 'published' | 'published, told' | 'held, told' | 'failed, told' | 'failed';

interface Call {
  readonly name: string;
  readonly aim: (room: Newsroom, bulletin: Bulletin) => FaultAim;
  /** Gets a bulletin to where the call comes next, before Discord begins to fail. */
  begin(room: Newsroom): Promise<Bulletin>;
  readonly ends: Readonly<Record<Fate, End>>;
  readonly except?: Readonly<Record<string, End>>;
}

// Not Discord refused it, but the network in front: that may pass.
const inFront = { 'a page of the network in front': 'held, told' } as const;

const messages = '/channels/:channel/messages';
const inDirect = ({ sandbox }: Newsroom) =>
  `/channels/${sandbox.as('moderator').openDirectMessage()}/messages`;
// Nobody is told that nobody could be told.
const unheard = { passes: 'failed, told', refused: 'failed', barred: 'failed', down: 'failed' } as const;

const calls: readonly Call[] = [
  {
    name: 'asking whether its author still may',
    aim: () => ({ method: 'GET', route: '/guilds/:guild/members/:user' }),
    begin: (room) => room.scheduled(),
    // Asked again later. A person whom Discord does not know any more has no rights.
    ends: { passes: 'published', refused: 'published', barred: 'held, told', down: 'held, told' },
  },
  {
    name: 'sending it',
    aim: (_, { channel }) => ({ method: 'POST', route: `/channels/${channel}/messages` }),
    begin: (room) => room.scheduled(),
    ends: { passes: 'published', refused: 'failed, told', barred: 'failed, told', down: 'held, told' },
    except: inFront,
  },
  {
    name: 'correcting it',
    aim: () => ({ method: 'PATCH', route: `${messages}/:message` }),
    begin: corrected,
    ends: { passes: 'published', refused: 'failed, told', barred: 'failed, told', down: 'held, told' },
    except: inFront,
  },
  {
    name: 'handing it to following servers',
    aim: () => ({ method: 'POST', route: `${messages}/:message/crosspost` }),
    begin: (room) => room.scheduled({ crosspost: true }),
    // It stands in its channel whatever comes of this.
    ends: {
      passes: 'published',
      refused: 'published, told',
      barred: 'published, told',
      down: 'published, told',
    },
  },
  {
    name: 'opening direct messages with its author',
    aim: () => ({ method: 'POST', route: '/users/@me/channels' }),
    begin: failing,
    ends: unheard,
  },
  {
    name: 'telling its author what went wrong',
    aim: (room) => ({ method: 'POST', route: inDirect(room) }),
    begin: failing,
    ends: unheard,
  },
];

describe.each(calls)('$name', ({ aim, begin, ends, except = {} }) => {
  it.each(outcomes)('after $name', { timeout: 60_000 }, async ({ name, fault, times, fate, silent }) => {
    const room = await openNewsroom(silent ? { timeout: 120, answerWithinMs: 120 } : {});
    const { sandbox } = room;
    const bulletin = await begin(room);
    const before = room.standing(bulletin.amends?.bulletin ?? bulletin.id).map(({ content }) => content);
    sandbox.faults.onRest({ ...aim(room, bulletin), times }, fault);
    const callsBefore = sandbox.calls.length;
    const limited = fault.kind === 'rate-limit' && times < Number.POSITIVE_INFINITY;
    const { state, text } = await room.settle(bulletin.id, limited ? 160 : 0);
    const moderator = sandbox.as('moderator');
    const told = moderator.messages(moderator.openDirectMessage()).map(() => 'told');
    expect([state, ...told].join(', ')).toBe(except[name] ?? ends[fate]);
    const after = room.standing(bulletin.amends?.bulletin ?? bulletin.id).map(({ content }) => content);
    expect(after).toEqual(state === 'published' ? [text] : before);
    const made = sandbox.calls.slice(callsBefore);
    expect(made.length).toBeLessThan(100);
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

/** The correction, due now, of a published bulletin. */
async function corrected(room: Newsroom): Promise<Bulletin> {
  const published = await room.settle((await room.scheduled()).id);
  const draft = { ...published, text: published.text.replace('tonight', 'tomorrow') };
  const alone = { ...room.author, settings: { moderatorRole: null, approvalRequired: false } };
  const begun = await room.office.correct(published.id, draft, alone);
  if (begun.kind !== 'done') throw new Error(begun.kind);
  const { id, revision } = begun.bulletin;
  const sent = await room.office.submit(id, revision, alone);
  if (sent.kind !== 'done') throw new Error(sent.kind);
  return sent.bulletin;
}

/** One whose channel is gone. */
async function failing(room: Newsroom): Promise<Bulletin> {
  const bulletin = await room.scheduled();
  room.sandbox.deleteChannel(bulletin.channel);
  await expect.poll(() => room.client.channels.cache.has(bulletin.channel)).toBe(false);
  return bulletin;
}

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
