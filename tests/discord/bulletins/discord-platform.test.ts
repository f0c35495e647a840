import { describe, expect, it } from 'vitest';
import type { RestFault } from '../../../src/sandbox/faults/faults.ts';
import { openNewsroom, start } from './newsroom.ts';

const sends = { method: 'POST', route: '/channels/:channel/messages' };
const reads = { method: 'GET', route: '/channels/:channel/messages' };

describe('publishing on Discord', () => {
  it('posts what was approved, to the byte, and notifies the ticked role alone', async () => {
    const room = await openNewsroom();
    const bulletin = await room.scheduled();
    expect(await room.settle(bulletin.id)).toMatchObject({ state: 'published' });
    const [message, ...more] = room.standing(bulletin.id);
    expect(more).toEqual([]);
    expect(message?.content).toBe(bulletin.text);
    expect(message?.mention_everyone).toBe(false);
    expect(message?.notified).toEqual([room.sandbox.personId('member')]);
    const call = room.sandbox.calls.find(
      ({ method, path }) => method === 'POST' && path.includes('/messages'),
    );
    expect(call?.body).toMatchObject({
      nonce: `bulletin-${bulletin.id}`,
      enforce_nonce: true,
      allowed_mentions: { parse: [], roles: bulletin.roles },
    });
    expect(room.sandbox.unknownRoutes).toEqual([]);
  });

  it('notifies nobody where nobody was ticked, whatever the text says', async () => {
    const room = await openNewsroom();
    const bulletin = await room.scheduled({ roles: [] });
    await room.settle(bulletin.id);
    expect(room.standing(bulletin.id).map(({ notified }) => notified)).toEqual([[]]);
  });

  it('hands it to following servers where a moderator chose so', async () => {
    const room = await openNewsroom();
    const bulletin = await room.scheduled({ crosspost: true });
    room.sandbox.faults.onRest(
      { method: 'POST', route: '/channels/:channel/messages/:message/crosspost' },
      { kind: 'apply-then-status', status: 500 },
    );
    expect(await room.settle(bulletin.id)).toMatchObject({ state: 'published', duties: [] });
    const crossposts = room.sandbox.calls.filter(({ path }) => path.endsWith('/crosspost'));
    expect(crossposts.map(({ status }) => status)).toEqual([500, 400]);
  });

  const unclear: readonly RestFault[] = [
    { kind: 'apply-then-status', status: 500 },
    { kind: 'apply-then-status', status: 502 },
    { kind: 'apply-then-reset' },
    { kind: 'apply-then-close' },
    { kind: 'apply-then-hang' },
    { kind: 'hang' },
    { kind: 'status', status: 503 },
    { kind: 'rate-limit', header: 0.03, body: 0.03, scope: 'user' },
    { kind: 'rate-limit', header: 0.03, body: 1_163, scope: 'shared' },
    { kind: 'rate-limit', header: 0.03, body: 0.03, scope: 'global' },
    { kind: 'rate-limit', header: null, body: 1, scope: 'user' },
    { kind: 'html' },
  ];
  it.each(unclear)(
    'goes out once when Discord does this to the first send, and to the next read: %j',
    async (fault) => {
      const silent = /hang$/.test(fault.kind);
      const room = await openNewsroom(silent ? { timeout: 500 } : {});
      const bulletin = await room.scheduled();
      room.sandbox.faults.onRest(sends, fault);
      room.sandbox.faults.onRest(reads, fault);
      expect(await room.settle(bulletin.id)).toMatchObject({ state: 'published' });
      expect(room.standing(bulletin.id).map(({ content }) => content)).toEqual([bulletin.text]);
      // Nothing is repeated without reading in between, unless it was certainly refused.
      const calls = room.sandbox.calls
        .filter(({ path }) => /^\/channels\/\d+\/messages$/.test(path))
        .map(({ method }) => method);
      const refused = 'header' in fault || fault.kind === 'html';
      expect(calls.join(' ')).toMatch(refused ? /^POST POST$/ : /^POST (?:GET )+(?:GET|POST)$/);
    },
  );

  it('goes out once past the time in which Discord knows a nonce', async () => {
    const room = await openNewsroom();
    const bulletin = await room.scheduled();
    room.sandbox.faults.onRest(sends, { kind: 'apply-then-status', status: 500 });
    await room.round();
    room.clock.now += 50 * 60_000;
    expect(await room.settle(bulletin.id)).toMatchObject({ state: 'published' });
    expect(room.standing(bulletin.id)).toHaveLength(1);
  });

  it('finds its message among many of others', async () => {
    const room = await openNewsroom();
    const bulletin = await room.scheduled();
    room.sandbox.faults.onRest(sends, { kind: 'apply-then-reset' });
    await room.round();
    const moderator = room.sandbox.as('moderator');
    for (let i = 0; i < 130; i++) moderator.say(bulletin.channel, `Chatter ${i}`);
    room.sandbox.faults.onRest(sends, { kind: 'status', status: 500 });
    expect(await room.settle(bulletin.id)).toMatchObject({ state: 'published' });
    expect(room.standing(bulletin.id)).toHaveLength(1);
  });

  it('tells two bulletins with the same words apart', async () => {
    const room = await openNewsroom();
    const one = await room.scheduled();
    const other = await room.scheduled();
    room.sandbox.faults.onRest({ ...sends, times: 2 }, { kind: 'status', status: 500 });
    expect(await room.settle(one.id)).toMatchObject({ state: 'published' });
    expect(await room.settle(other.id)).toMatchObject({ state: 'published' });
    expect([room.standing(one.id).length, room.standing(other.id).length]).toEqual([1, 1]);
  });
});

describe('what stops a bulletin on Discord', () => {
  it('a deleted channel: its author hears of it', async () => {
    const room = await openNewsroom();
    const bulletin = await room.scheduled({ due: start + 60_000 });
    room.sandbox.deleteChannel(bulletin.channel);
    await expect.poll(() => room.client.channels.cache.has(bulletin.channel)).toBe(false);
    expect(await room.settle(bulletin.id)).toMatchObject({
      state: 'failed',
      problem: { kind: 'channel-gone' },
    });
    const moderator = room.sandbox.as('moderator');
    const [told] = moderator.messages(moderator.openDirectMessage());
    expect(told?.content).toMatch(
      /Your bulletin needs you\. The channel does not exist.*\n.*\/announce show/,
    );
  });

  it('a lost permission', async () => {
    const room = await openNewsroom();
    const rules = room.sandbox.channelId('rules');
    const bulletin = await room.scheduled({ channel: rules });
    expect(await room.settle(bulletin.id)).toMatchObject({
      state: 'failed',
      problem: { kind: 'missing-permissions', permissions: ['SendMessages'] },
    });
    expect(room.sandbox.calls.some(({ path }) => path === `/channels/${rules}/messages`)).toBe(false);
  });

  it.each(['moderator', 'second-moderator'])('rights that %s has lost since', async (person) => {
    const room = await openNewsroom();
    const bulletin = await room.scheduled({ due: start + 60_000 });
    room.sandbox.setRoles(person, []);
    expect(await room.settle(bulletin.id)).toMatchObject({
      state: 'held',
      problem: { kind: 'rights-lost', person: room.sandbox.personId(person) },
    });
    expect(room.standing(bulletin.id)).toEqual([]);
  });

  it('a channel whose history it may not read: unclear stays unclear, and a moderator is asked', async () => {
    const room = await openNewsroom();
    const bulletin = await room.scheduled();
    room.sandbox.faults.onRest(sends, { kind: 'apply-then-status', status: 500 });
    room.sandbox.faults.onRest(
      { ...reads, times: Number.POSITIVE_INFINITY },
      { kind: 'error', status: 403, code: 50_001, message: 'Missing Access' },
    );
    expect(await room.settle(bulletin.id)).toMatchObject({ state: 'held', problem: { kind: 'unclear' } });
    expect(room.standing(bulletin.id)).toHaveLength(1);
  });

  it('words that Discord refuses', async () => {
    const room = await openNewsroom();
    const bulletin = await room.scheduled({ text: 'x'.repeat(2_001) });
    expect(await room.settle(bulletin.id)).toMatchObject({ problem: { kind: 'rejected', detail: '50035' } });
  });

  it('words that Discord changes are not called published', async () => {
    const room = await openNewsroom();
    const bulletin = await room.scheduled({ text: 'Two spaces at the end  ' });
    const held = await room.settle(bulletin.id);
    expect(held).toMatchObject({ state: 'held', problem: { kind: 'altered' } });
    expect(room.standing(bulletin.id).map(({ id }) => id)).toEqual([held.message]);
  });
});

describe('a published bulletin on Discord', () => {
  it('is corrected in place, marked, and notifies nobody again', async () => {
    const room = await openNewsroom();
    const bulletin = await room.scheduled();
    const published = await room.settle(bulletin.id);
    const draft = { ...bulletin, text: bulletin.text.replace('tonight', 'tomorrow') };
    const begun = await room.office.correct(bulletin.id, draft, room.author);
    if (begun.kind !== 'done') throw new Error(begun.kind);
    const alone = { ...room.author, settings: { moderatorRole: null, approvalRequired: false } };
    await room.office.submit(begun.bulletin.id, begun.bulletin.revision, alone);
    room.sandbox.faults.onRest(
      { method: 'PATCH', route: '/channels/:channel/messages/:message' },
      { kind: 'apply-then-status', status: 500 },
    );
    const before = room.standing(bulletin.id)[0]?.notified;
    expect(await room.settle(begun.bulletin.id)).toMatchObject({
      state: 'published',
      message: published.message,
    });
    const [message, ...more] = room.standing(bulletin.id);
    expect(more).toEqual([]);
    expect(message?.content).toBe(draft.text);
    expect(message?.embeds[0]?.description).toMatch(/^Corrected <t:\d+:f>\.$/);
    expect(message?.notified).toEqual(before);
  });

  it('is retracted by a notice in its place', async () => {
    const room = await openNewsroom();
    const bulletin = await room.scheduled();
    await room.settle(bulletin.id);
    const retracted = await room.office.retract(bulletin.id, '**Retracted**', 'wrong date', room.second);
    if (retracted.kind !== 'done') throw new Error(retracted.kind);
    expect(await room.settle(retracted.bulletin.id)).toMatchObject({ state: 'published' });
    expect(room.standing(bulletin.id).map(({ content }) => content)).toEqual(['**Retracted**']);
  });

  it('that somebody deleted cannot be corrected, and the author hears of it', async () => {
    const room = await openNewsroom();
    const bulletin = await room.scheduled();
    const { message } = await room.settle(bulletin.id);
    room.sandbox.as('moderator').remove(String(message));
    const retracted = await room.office.retract(bulletin.id, 'Gone', 'wrong', room.second);
    if (retracted.kind !== 'done') throw new Error(retracted.kind);
    expect(await room.settle(retracted.bulletin.id)).toMatchObject({
      state: 'failed',
      problem: { kind: 'deleted' },
    });
  });
});

describe('after the bot was down over the due time', () => {
  it.each([
    ['a minute and a bit', 61_000, 'published', /^Posted late: this was due <t:\d+:f>\.$/],
    ['an hour', 3_600_000, 'published', /^Posted late/],
    ['a day', 86_400_000, 'held', null],
  ] as const)('by %s', async (_, late, state, mark) => {
    const room = await openNewsroom();
    const bulletin = await room.scheduled({ due: start + 60_000 });
    room.clock.now = start + 60_000 + late;
    expect(await room.settle(bulletin.id)).toMatchObject({ state });
    const said = room.standing(bulletin.id).map(({ embeds }) => embeds[0]?.description ?? '');
    expect(said).toEqual(mark === null ? [] : [expect.stringMatching(mark)]);
  });
});
