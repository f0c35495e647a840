import { afterEach, describe, expect, it } from 'vitest';
import { createBot } from '../../src/discord/bot.ts';
import { createLog } from '../../src/log.ts';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { startSandbox } from '../../src/sandbox/start-sandbox.ts';
import { patient } from '../sandbox/patient.ts';
import { deskOf } from './conversation.ts';
import { keptInMemory } from './kept.ts';

const desk = deskOf();
const running: { stop(): Promise<void> }[] = [];
const sandboxes: Sandbox[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((bot) => bot.stop()));
  await Promise.all(sandboxes.splice(0).map((sandbox) => sandbox.close()));
});

async function setUp(token?: string, patienceMs = 60_000) {
  const sandbox = await startSandbox(patient);
  sandboxes.push(sandbox);
  const logged: string[] = [];
  const bot = createBot({
    token: token ?? sandbox.botToken,
    apiUrl: sandbox.apiUrl,
    log: createLog('debug', { output: { write: (line) => logged.push(line) } }),
    clock: Date.now,
    desks: async () => desk,
    ...(await keptInMemory()),
    patienceMs,
  });
  running.push(bot);
  return { sandbox, bot, logged };
}

describe('a bot', () => {
  it('registers its commands at the first start, and not again while they are the same', async () => {
    const { sandbox, bot, logged } = await setUp();
    const puts = () => sandbox.calls.filter(({ method }) => method === 'PUT').length;
    await bot.start();
    expect(puts()).toBe(1);
    await bot.stop();
    expect(await bot.ended).toEqual({ kind: 'stopped' });
    const again = createBot({
      token: sandbox.botToken,
      apiUrl: sandbox.apiUrl,
      log: createLog('debug', { output: { write: (line) => logged.push(line) } }),
      clock: Date.now,
      desks: async () => desk,
      ...(await keptInMemory()),
    });
    running.push(again);
    await again.start();
    expect(puts()).toBe(1);
    expect(logged.join()).toContain('as registered before');
  });

  it('asks for no privileged intent', async () => {
    const { bot } = await setUp();
    await bot.start();
    // The sandbox, as Discord, closes 4014 on intents that were not granted.
    expect(await Promise.race([bot.ended, Promise.resolve('alive')])).toBe('alive');
  });

  it('ends with what to do when the token is refused at login', async () => {
    const { bot } = await setUp(`${'A'.repeat(24)}.${'b'.repeat(6)}.${'c'.repeat(30)}`);
    await bot.start();
    expect(await bot.ended).toMatchObject({
      kind: 'failed',
      reason: expect.stringMatching(/DISCORD_TOKEN|token/),
    });
  });

  it.each([4004, 4014])('ends when Discord closes the connection for good with %d', async (code) => {
    const { sandbox, bot } = await setUp();
    await bot.start();
    sandbox.faults.closeGateway(code);
    expect(await bot.ended).toMatchObject({ kind: 'failed', reason: expect.stringContaining(String(code)) });
  });

  it('ends when a REST call with its token is answered 401', async () => {
    const { sandbox, bot } = await setUp();
    await bot.start();
    sandbox.faults.onRest(
      { method: 'POST', route: '/channels/:channel/messages' },
      { kind: 'error', status: 401, code: 0, message: '401: Unauthorized' },
    );
    const member = sandbox.as('member');
    member.say(member.openDirectMessage(), 'fees?');
    expect(await bot.ended).toMatchObject({ kind: 'failed', reason: expect.stringContaining('401') });
  });

  it('ends when it has been without a connection for too long, rather than staying deaf', async () => {
    const { sandbox, bot } = await setUp(undefined, 300);
    await bot.start();
    sandbox.faults.refuseGateway(true);
    sandbox.faults.dropGateway();
    expect(await bot.ended).toMatchObject({ kind: 'failed', reason: expect.stringMatching(/no connection/) });
  });

  it('ends when Discord never lets it in', async () => {
    const { sandbox, bot } = await setUp(undefined, 300);
    sandbox.faults.refuseGateway(true);
    await bot.start();
    expect(await bot.ended).toMatchObject({ kind: 'failed' });
  });

  it('finishes the answer it is giving before it stops', async () => {
    const { sandbox, bot } = await setUp();
    await bot.start();
    sandbox.faults.onRest({ method: 'POST', route: '/interactions/*' }, { kind: 'delay', ms: 300 });
    const asked = sandbox.as('member').runCommand(sandbox.channelId('general'), 'ask', { question: 'fees?' });
    await expect.poll(() => sandbox.calls.some(({ path }) => path.startsWith('/interactions/'))).toBe(true);
    await bot.stop();
    expect((await asked).kind).toBe('replied');
  });

  it('keeps answering when its commands cannot be registered', async () => {
    const { sandbox, bot, logged } = await setUp();
    sandbox.faults.onRest(
      { method: 'GET', route: '/applications/:application/commands', times: Number.POSITIVE_INFINITY },
      { kind: 'error', status: 403, code: 50001, message: 'Missing Access' },
    );
    await bot.start();
    expect(logged.join()).toContain('could not register');
    const member = sandbox.as('member');
    const answer = await member.answerTo(member.say(member.openDirectMessage(), 'fees?'));
    expect(answer.content).toContain('fees');
  });

  it.each([
    ['is asked to reconnect', (sandbox: Sandbox) => sandbox.faults.requestReconnect()],
    ['loses the connection', (sandbox: Sandbox) => sandbox.faults.dropGateway()],
    ['is closed with 4000', (sandbox: Sandbox) => sandbox.faults.closeGateway(4000)],
  ])('answers again after it %s', async (_, fault) => {
    const { sandbox, bot } = await setUp();
    await bot.start();
    fault(sandbox);
    const member = sandbox.as('member');
    const answer = await member.answerTo(member.say(member.openDirectMessage(), 'fees?'));
    expect(answer.content).toContain('fees');
  });

  it('answers an interaction in time when a server never arrives', async () => {
    const { sandbox, bot } = await setUp();
    sandbox.faults.withholdGuild(sandbox.guildId());
    await bot.start();
    const outcome = await sandbox
      .as('member')
      .runCommand(sandbox.channelId('general'), 'ask', { question: 'fees?' });
    expect(outcome.kind).toBe('replied');
  });
});
