import { once } from 'node:events';
import type { Message } from 'discord.js';
import { GatewayIntentBits } from 'discord.js';
import { expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import { z } from 'zod';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { botOnSandbox, clientFor, sandboxForTest } from './test-bot.ts';

/** A bot that answers each direct message with its text. */
const echo = (message: Message) => message.reply(message.content);
const command = { name: 'ask', description: 'Ask' };

test.for<[string, (sandbox: Sandbox) => void]>([
  ['is asked to reconnect', ({ faults }) => faults.requestReconnect()],
  ['is closed with 4000', ({ faults }) => faults.closeGateway(4000)],
  ['loses its connection', ({ faults }) => faults.dropGateway()],
])('a bot that %s resumes and gets what it missed', async ([, fault], { expect }) => {
  const { sandbox, client } = await botOnSandbox({ onMessage: echo });
  const resumed = once(client, 'shardResume');
  const presence: boolean[] = [];
  sandbox.as('member').watch((change) => change.kind === 'bot-presence' && presence.push(change.online));
  const gone = sandbox.as('member').until(() => presence.includes(false));
  fault(sandbox);
  await gone;
  const member = sandbox.as('member');
  const said = member.say(member.openDirectMessage(), 'while you were out');
  expect((await member.answerTo(said)).content).toBe('while you were out');
  await resumed;
  expect(presence).toEqual([false, true]);
});

test('a session that is invalid but can be resumed goes on', async () => {
  const { sandbox, client } = await botOnSandbox({ onMessage: echo });
  const resumed = once(client, 'shardResume');
  sandbox.faults.invalidateSessions(true);
  await resumed;
  const member = sandbox.as('member');
  const said = member.say(member.openDirectMessage(), 'still there?');
  expect((await member.answerTo(said)).content).toBe('still there?');
});

test('heartbeats left unanswered make the bot reconnect', async () => {
  const { sandbox, client } = await botOnSandbox({ sandbox: { heartbeatMs: 60 } });
  sandbox.faults.withholdHeartbeatAcks(true);
  await once(client, 'shardReconnecting');
  sandbox.faults.withholdHeartbeatAcks(false);
  await once(client, 'shardResume');
});

test('a bot whose token is taken away while it runs is told so once and stays away', async () => {
  const { sandbox, client } = await botOnSandbox();
  const gone = once(client, 'shardDisconnect');
  sandbox.faults.closeGateway(4004);
  expect((await gone)[0]).toMatchObject({ code: 4004 });
});

test('a wrong token and an intent that was not granted are refused at login', async () => {
  const sandbox = await sandboxForTest();
  await expect(clientFor(sandbox).login('MTIz.abc.def')).rejects.toThrow(/invalid token/);
  const intents = [GatewayIntentBits.Guilds, GatewayIntentBits.MessageContent];
  await expect(clientFor(sandbox, { intents }).login(sandbox.botToken)).rejects.toThrow(
    /disallowed intents/i,
  );
});

test('with the message-content intent granted the bot reads what is not said to it', async () => {
  const heard: string[] = [];
  const { sandbox } = await botOnSandbox({
    sandbox: { grantedIntents: GatewayIntentBits.MessageContent },
    client: {
      intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.MessageContent],
    },
    onMessage: ({ content }) => heard.push(content),
  });
  const member = sandbox.as('member');
  member.say(sandbox.channelId('general'), 'among us');
  await expect.poll(() => heard).toEqual(['among us']);
});

test('a doubled interaction runs the handler twice', async () => {
  let runs = 0;
  const { sandbox } = await botOnSandbox({
    commands: [command],
    onInteraction: (interaction) => {
      runs += 1;
      return interaction.isChatInputCommand() && interaction.reply(`run ${runs}`);
    },
  });
  const member = sandbox.as('member');
  const run = () => member.runCommand(sandbox.channelId('general'), 'ask');
  sandbox.faults.duplicateDispatches(1);
  expect(await run()).toMatchObject({ kind: 'replied' });
  await expect.poll(() => runs).toBe(2);
  sandbox.faults.duplicateDispatches(1, { sameSequence: true });
  expect(await run()).toMatchObject({ kind: 'replied' });
  await expect.poll(() => runs).toBe(4);
  expect(sandbox.allMessages).toHaveLength(2);
});

test('a lost interaction never reaches the bot', async () => {
  const { sandbox, errors } = await botOnSandbox({
    commands: [command],
    sandbox: { responseMs: 50 },
    onInteraction: () => Promise.reject(new Error('it came')),
  });
  sandbox.faults.loseDispatches('INTERACTION_CREATE', 1);
  const outcome = await sandbox.as('member').runCommand(sandbox.channelId('general'), 'ask');
  expect(outcome).toMatchObject({ kind: 'failed' });
  expect(errors).toEqual([]);
});

test('an interaction that arrives too late fails before the bot has heard of it', async () => {
  const { sandbox, errors } = await botOnSandbox({
    commands: [command],
    sandbox: { responseMs: 50 },
    onInteraction: (interaction) => interaction.isChatInputCommand() && interaction.reply('late'),
  });
  sandbox.faults.delayDispatches(120);
  const outcome = await sandbox.as('member').runCommand(sandbox.channelId('general'), 'ask');
  expect(outcome).toMatchObject({ kind: 'failed' });
  await expect.poll(() => errors).toMatchObject([{ code: 10062 }]);
});

test('a guild that does not come keeps the bot from being ready, until it comes', async () => {
  const sandbox = await sandboxForTest();
  sandbox.faults.withholdGuild(sandbox.guildId());
  const client = clientFor(sandbox, { waitGuildTimeout: 60_000 });
  const ready = once(client, 'clientReady');
  await client.login(sandbox.botToken);
  expect(client.isReady()).toBe(false);
  sandbox.faults.releaseGuilds();
  await ready;
  expect(client.guilds.cache.get(sandbox.guildId())?.available).toBe(true);
});

test('each shard hears its own guilds, and direct messages come to the first', async () => {
  const heard: string[] = [];
  const { sandbox, client } = await botOnSandbox({
    sandbox: { shards: 2 },
    client: { shards: [0, 1], shardCount: 2 },
    onMessage: (message) => heard.push(`${message.guild?.shardId ?? 'direct'} ${message.content}`),
  });
  const member = sandbox.as('member');
  member.say(sandbox.channelId('general'), '@verbatim hello');
  member.say(member.openDirectMessage(), 'hi');
  await expect.poll(() => heard).toHaveLength(2);
  const shard = Number((BigInt(sandbox.guildId()) >> 22n) % 2n);
  expect(heard).toEqual(expect.arrayContaining([`${shard} <@${sandbox.botUserId}> hello`, 'direct hi']));
  expect(client.ws.shards.size).toBe(2);
});

interface Frame {
  readonly op: number;
  readonly t?: string;
  readonly s?: number;
  readonly d?: unknown;
}

/** A bare gateway connection. */
async function connect(sandbox: Sandbox) {
  const socket = new WebSocket(`ws://127.0.0.1:${sandbox.port}/gateway?v=10&encoding=json`);
  onTestFinished(() => socket.terminate());
  const frames: Frame[] = [];
  socket.on('message', (raw) => frames.push(JSON.parse(raw.toString()) as Frame));
  await once(socket, 'open');
  return {
    frames,
    socket,
    send: (payload: object) => socket.send(JSON.stringify(payload)),
    closed: once(socket, 'close').then(([code]) => Number(code)),
  };
}

const identify = ({ botToken: token }: Sandbox, more: object = {}) => ({
  op: 2,
  d: { token, intents: 4609, properties: {}, ...more },
});

test('a resumed session gets the missed events under their old numbers, then RESUMED', async () => {
  const sandbox = await sandboxForTest();
  const first = await connect(sandbox);
  first.send(identify(sandbox));
  await expect.poll(() => first.frames.map(({ t, op }) => t ?? op)).toEqual([10, 'READY', 'GUILD_CREATE']);
  const ready = z
    .object({ session_id: z.string(), resume_gateway_url: z.string() })
    .parse(first.frames[1]?.d);
  expect(ready.resume_gateway_url).toBe(`ws://127.0.0.1:${sandbox.port}/gateway`);
  first.socket.terminate();
  await first.closed;
  const member = sandbox.as('member');
  member.say(member.openDirectMessage(), 'one');
  member.say(member.openDirectMessage(), 'two');

  const second = await connect(sandbox);
  second.send({ op: 6, d: { token: sandbox.botToken, session_id: ready.session_id, seq: 2 } });
  await expect
    .poll(() => second.frames.map(({ t, s }) => [t, s]).slice(1))
    .toEqual([
      ['MESSAGE_CREATE', 3],
      ['MESSAGE_CREATE', 4],
      ['RESUMED', 5],
    ]);
  second.send({ op: 1, d: 5 });
  await expect.poll(() => second.frames.at(-1)?.op).toBe(11);
  second.socket.close(1000);
  await second.closed;

  const third = await connect(sandbox);
  third.send({ op: 6, d: { token: sandbox.botToken, session_id: ready.session_id, seq: 5 } });
  await expect.poll(() => third.frames.at(-1)).toEqual({ op: 9, d: false });
});

test('a session lost for too long cannot be resumed', async () => {
  let now = Date.now();
  const sandbox = await sandboxForTest({ now: () => now });
  const first = await connect(sandbox);
  first.send(identify(sandbox));
  await expect.poll(() => first.frames).toHaveLength(3);
  const { session_id: session } = z.object({ session_id: z.string() }).parse(first.frames[1]?.d);
  first.socket.terminate();
  await sandbox.as('member').until(() => sandbox.online === false);
  now += 6 * 60_000;
  const second = await connect(sandbox);
  second.send({ op: 6, d: { token: sandbox.botToken, session_id: session, seq: 2 } });
  await expect.poll(() => second.frames.at(-1)).toEqual({ op: 9, d: false });
});

test.for<[string, (sandbox: Sandbox) => unknown, number]>([
  ['a wrong token', (sandbox) => identify(sandbox, { token: 'x' }), 4004],
  ['a shard beyond their number', (sandbox) => identify(sandbox, { shard: [2, 2] }), 4010],
  ['a privileged intent', (sandbox) => identify(sandbox, { intents: 1 << 15 }), 4014],
  ['something that is not JSON', () => null, 4002],
  ['too long a payload', (sandbox) => identify(sandbox, { padding: 'x'.repeat(5000) }), 4002],
  ['an unknown opcode before identifying', () => ({ op: 4, d: {} }), 4003],
])('the gateway closes on %s', async ([, payload, code]) => {
  const sandbox = await sandboxForTest();
  const connection = await connect(sandbox);
  const given = payload(sandbox);
  if (given === null) connection.socket.send('{');
  else connection.send(given as object);
  expect(await connection.closed).toBe(code);
});

test('an invalid session makes the bot identify anew', async () => {
  const sandbox = await sandboxForTest();
  const connection = await connect(sandbox);
  connection.send(identify(sandbox));
  await expect.poll(() => connection.frames).toHaveLength(3);
  const ready = connection.frames.find(({ t }) => t === 'READY')?.d;
  const { session_id: session } = z.object({ session_id: z.string() }).parse(ready);
  sandbox.faults.invalidateSessions(false);
  await expect.poll(() => connection.frames.at(-1)).toEqual({ op: 9, d: false });
  const again = await connect(sandbox);
  again.send({ op: 6, d: { token: sandbox.botToken, session_id: session, seq: 2 } });
  await expect.poll(() => again.frames.at(-1)).toEqual({ op: 9, d: false });
  again.send(identify(sandbox));
  await expect.poll(() => again.frames.at(-1)?.t).toBe('GUILD_CREATE');
});

test('new connections can be refused for a while', async () => {
  const sandbox = await sandboxForTest();
  sandbox.faults.refuseGateway(true);
  const refused = new WebSocket(`ws://127.0.0.1:${sandbox.port}/gateway`);
  await once(refused, 'error');
  sandbox.faults.refuseGateway(false);
  expect((await connect(sandbox)).socket.readyState).toBe(WebSocket.OPEN);
});

test('an event can be altered on its way, once, and any event can be sent', async () => {
  const { sandbox, client } = await botOnSandbox({ onMessage: echo });
  const heard: unknown[] = [];
  client.ws.on('NEWS_OF_TOMORROW' as never, (data: unknown) => heard.push(data));
  const member = sandbox.as('member');
  const direct = member.openDirectMessage();
  sandbox.faults.alterDispatch('MESSAGE_CREATE', (data) => ({ ...data, content: 'something else' }));
  expect((await member.answerTo(member.say(direct, 'one'))).content).toBe('something else');
  expect((await member.answerTo(member.say(direct, 'two'))).content).toBe('two');
  sandbox.faults.sendDispatch('NEWS_OF_TOMORROW', { odd: [null] });
  await expect.poll(() => heard).toEqual([{ odd: [null] }]);
});
