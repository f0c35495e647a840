import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import type { Visitor } from '../../src/sandbox/visitor/visitor.ts';
import { type Conversation, deskOf, messageOf, startConversation } from './conversation.ts';

/**
 * What the bot does when its connection to Discord fails, case by case.
 * @see https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes
 */

type Then =
  /** It resumes or begins anew, and nothing that was asked meanwhile is answered twice. */
  | 'answers again'
  /** It ends, naming the code: trying again cannot help. */
  | 'ends';

type Fail = (conversation: Conversation) => unknown;

const close =
  (code: number): Fail =>
  ({ sandbox }) =>
    sandbox.faults.closeGateway(code);

/** Waits until the bot has noticed, so many times, that it has lost its connection. */
async function noticed({ logged }: Conversation, times = 1): Promise<void> {
  const lost = () => logged.filter((line) => line.includes('reconnecting to Discord'));
  await vi.waitUntil(() => lost().length >= times, { timeout: 50_000 });
}

const table: readonly (readonly [string, Fail, Then])[] = [
  ['1000 normal closure', close(1000), 'answers again'],
  ['1001 going away', close(1001), 'answers again'],
  ['1011 internal error', close(1011), 'answers again'],
  ['1012 service restart', close(1012), 'answers again'],
  ['4000 unknown error', close(4000), 'answers again'],
  ['4001 unknown opcode', close(4001), 'answers again'],
  ['4002 decode error', close(4002), 'answers again'],
  ['4003 not authenticated', close(4003), 'answers again'],
  ['4004 authentication failed', close(4004), 'ends'],
  ['4005 already authenticated', close(4005), 'answers again'],
  ['4007 invalid seq', close(4007), 'answers again'],
  ['4008 rate limited', close(4008), 'answers again'],
  ['4009 session timed out', close(4009), 'answers again'],
  ['4010 invalid shard', close(4010), 'ends'],
  ['4011 sharding required', close(4011), 'ends'],
  ['4012 invalid API version', close(4012), 'ends'],
  ['4013 invalid intents', close(4013), 'ends'],
  ['4014 disallowed intents', close(4014), 'ends'],
  ['4999, which nobody has heard of', close(4999), 'answers again'],
  ['op 7, reconnect', ({ sandbox }) => sandbox.faults.requestReconnect(), 'answers again'],
  [
    'op 9, an invalid session that can be resumed',
    ({ sandbox }) => sandbox.faults.invalidateSessions(true),
    'answers again',
  ],
  [
    'op 9, an invalid session for good',
    ({ sandbox }) => sandbox.faults.invalidateSessions(false),
    'answers again',
  ],
  [
    'op 9 in answer to a resume: the session is forgotten',
    ({ sandbox }) => sandbox.faults.forgetSessions(),
    'answers again',
  ],
  ['op 1, a heartbeat at once', ({ sandbox }) => sandbox.faults.requestHeartbeat(), 'answers again'],
  [
    'heartbeats on a line that stays open while nothing arrives',
    async (conversation) => {
      const { faults } = conversation.sandbox;
      faults.partitionGateway(true);
      // For three heartbeats; that the bot lost its line it cannot know for certain.
      await delay(1_500);
      faults.partitionGateway(false);
    },
    'answers again',
  ],
  ['a cut line', ({ sandbox }) => sandbox.faults.dropGateway(), 'answers again'],
  [
    'heartbeats that nobody acknowledges',
    async (conversation) => {
      const { faults } = conversation.sandbox;
      faults.withholdHeartbeatAcks(true);
      await noticed(conversation);
      faults.withholdHeartbeatAcks(false);
    },
    'answers again',
  ],
  [
    'a partition: neither gateway nor REST can be reached',
    async (conversation) => {
      const { faults } = conversation.sandbox;
      faults.refuseGateway(true);
      const heal = faults.onRest(
        { method: '*', route: '/*', times: Number.POSITIVE_INFINITY },
        { kind: 'status', status: 503 },
      );
      faults.dropGateway();
      await noticed(conversation);
      heal();
      faults.refuseGateway(false);
    },
    'answers again',
  ],
  [
    'three cut lines one after another',
    async (conversation) => {
      for (let cut = 1; cut <= 3; cut++) {
        conversation.sandbox.faults.dropGateway();
        await noticed(conversation, cut);
        await conversation.sandbox.botOnline();
      }
    },
    'answers again',
  ],
];

const desk = deskOf();
const running: Conversation[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((conversation) => conversation.end()));
});

/** Asks until an answer comes: what is said between two sessions is lost, as on Discord. */
async function answered(member: Visitor): Promise<string> {
  for (let attempt = 1; ; attempt++) {
    const said = member.say(member.openDirectMessage(), 'will the fees go up?');
    try {
      return (await member.answerTo(said, 3_000)).content;
    } catch (error) {
      if (attempt === 15) throw error;
    }
  }
}

/** Within the limits that Discord sets to calls it refuses, with a wide margin. */
function expectFewInvalid({ calls }: Sandbox): void {
  expect(calls.filter(({ status }) => [401, 403, 429].includes(status)).length).toBeLessThan(50);
}

describe('after the gateway failed', () => {
  it.concurrent.each(table)('by %s', { timeout: 60_000 }, async (name, fail, then) => {
    const heartbeatMs = name.startsWith('heartbeats') ? 500 : 41_250;
    const conversation = await startConversation({ desk, heartbeatMs });
    try {
      const { sandbox, bot } = conversation;
      const before = sandbox.calls.length;
      await fail(conversation);
      if (then === 'ends') {
        const reason = expect.stringContaining(name.slice(0, 4));
        expect(await bot.ended).toMatchObject({ kind: 'failed', reason });
        expect(sandbox.calls).toHaveLength(before);
      } else {
        const member = sandbox.as('member');
        expect(await answered(member)).toContain('fees');
        const outcome = await member.runCommand(sandbox.channelId('general'), 'ask', { question: 'ferry?' });
        expect(messageOf(outcome).content).not.toBe('');
        const all = member.messages(member.openDirectMessage());
        const answers = all.filter(({ author }) => author.id === sandbox.botUserId).length;
        const asked = all.length - answers;
        expect(answers).toBeLessThanOrEqual(asked);
        expect(sandbox.calls.length - before).toBeLessThan(20 + asked);
      }
      expectFewInvalid(sandbox);
      expect(sandbox.unknownRoutes).toEqual([]);
    } finally {
      await conversation.end();
    }
  });

  it('answers what was asked while the line was cut, once, when Discord repeats it', async () => {
    const conversation = await startConversation({ desk });
    running.push(conversation);
    const { sandbox } = conversation;
    const member = sandbox.as('member');
    const direct = member.openDirectMessage();
    sandbox.faults.dropGateway();
    const said = member.say(direct, 'will the fees go up?');
    const asked = member.runCommand(sandbox.channelId('general'), 'ask', {
      question: 'will the fees go up?',
    });
    await member.answerTo(said, 20_000);
    expect(messageOf(await asked).content).toContain('fees');
    // A resumed session may be told of the same things again.
    sandbox.faults.duplicateDispatches(2);
    sandbox.faults.requestReconnect();
    await member.answerTo(member.say(direct, 'and the ferry?'), 20_000);
    const answers = (channel: string) =>
      member.messages(channel).filter(({ author }) => author.id === sandbox.botUserId);
    expect(answers(direct)).toHaveLength(2);
    expect(answers(sandbox.channelId('general'))).toHaveLength(1);
  });

  it('ends, rather than staying deaf, when the network does not come back', async () => {
    const conversation = await startConversation({
      desk,
      heartbeatMs: 300,
      giveUpAfterMs: 500,
    });
    running.push(conversation);
    conversation.sandbox.faults.refuseGateway(true);
    conversation.sandbox.faults.dropGateway();
    expect(await conversation.bot.ended).toMatchObject({
      kind: 'failed',
      reason: expect.stringMatching(/no connection/),
    });
  });
});

describe('a server that never arrives', () => {
  const withheld = async () => {
    const conversation = await startConversation({ withheld: true });
    running.push(conversation);
    return conversation;
  };
  const { question } = { question: 'will the fees go up?' };

  it('is answered, as privately as it has decided', async () => {
    const { sandbox, settings } = await withheld();
    const change = { by: '1', at: new Date() };
    const member = sandbox.as('member');
    const ask = async () =>
      messageOf(await member.runCommand(sandbox.channelId('general'), 'ask', { question }));
    expect(await ask()).toMatchObject({ ephemeral: false, content: expect.stringContaining('fees') });
    await settings.change(sandbox.guildId(), { answers: 'private' }, change);
    expect(await ask()).toMatchObject({ ephemeral: true, content: expect.stringContaining('fees') });
  });

  it('hears from its moderators’ commands that it has not arrived, and is served once it has', async () => {
    const { sandbox } = await withheld();
    const moderator = sandbox.as('moderator');
    const commands = ['announce list', 'library list', 'taught list', 'settings show'];
    const told = async (command: string) =>
      messageOf(await moderator.runCommand(sandbox.channelId('general'), command)).content;
    for (const command of commands) expect(await told(command)).toMatch(/has not told me of this server yet/);
    sandbox.faults.releaseGuilds();
    await expect.poll(() => told('announce list')).not.toMatch(/has not told me/);
    const member = sandbox.as('member');
    const said = member.say(sandbox.channelId('general'), `<@${sandbox.botUserId}> ${question}`);
    expect((await member.answerTo(said)).content).toContain('fees');
  });

  it('keeps nobody else waiting', async () => {
    const { sandbox } = await withheld();
    const member = sandbox.as('member');
    expect((await member.answerTo(member.say(member.openDirectMessage(), question))).content).toContain(
      'fees',
    );
  });
});
