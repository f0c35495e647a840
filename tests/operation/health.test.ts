import { afterEach, describe, expect, it } from 'vitest';
import type { Bot, BotParts } from '../../src/discord/bot.ts';
import { createLog } from '../../src/log.ts';
import type { HealthServer } from '../../src/operation/health-server.ts';
import { createWatchedBot } from '../../src/operation/watched-bot.ts';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { startSandbox } from '../../src/sandbox/start-sandbox.ts';
import { deskOf } from '../discord/conversation.ts';
import { keptInMemory } from '../discord/kept.ts';
import { patient } from '../sandbox/patient.ts';

const desk = deskOf();
const anywhere = { host: '127.0.0.1', port: 0 };
const ending: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ending.splice(0).reverse()) await end();
});

interface Running {
  readonly sandbox: Sandbox;
  readonly bot: Bot;
  readonly health: HealthServer;
  readonly clock: { ahead: number };
  get(path: string, method?: string): Promise<{ readonly status: number; readonly text: string }>;
}

async function setUp(parts: Partial<BotParts> = {}): Promise<Running> {
  const sandbox = await startSandbox(patient);
  ending.push(() => sandbox.close());
  const clock = { ahead: 0 };
  const { bot, health } = await createWatchedBot(
    {
      token: sandbox.botToken,
      apiUrl: sandbox.apiUrl,
      log: createLog('silent'),
      clock: () => Date.now() + clock.ahead,
      desks: async () => desk,
      ...(await keptInMemory()),
      ...parts,
    },
    anywhere,
  );
  ending.push(
    () => bot.stop(),
    () => health.close(),
  );
  return {
    sandbox,
    bot,
    health,
    clock,
    async get(path, method = 'GET') {
      const response = await fetch(`http://127.0.0.1:${health.port}${path}`, { method });
      return { status: response.status, text: await response.text() };
    },
  };
}

describe('/healthz', () => {
  it('says so before the bot is connected, and when it is', async () => {
    const { bot, get } = await setUp();
    expect(await get('/healthz')).toMatchObject({ status: 503, text: expect.stringContaining('gateway') });
    await bot.start();
    const { status, text } = await get('/healthz');
    expect(status).toBe(200);
    expect(JSON.parse(text)).toMatchObject({
      ready: true,
      gateway: { well: true },
      rest: { well: true },
      database: { well: true },
    });
  });

  it('asks the REST API where nobody has for a while', async () => {
    const { bot, sandbox, clock, get } = await setUp();
    await bot.start();
    const asked = () => sandbox.calls.filter(({ path }) => path === '/gateway/bot').length;
    const before = asked();
    await get('/healthz');
    expect(asked()).toBe(before);
    clock.ahead = 61_000;
    expect(JSON.parse((await get('/healthz')).text)).toMatchObject({ rest: { well: true } });
    expect(asked()).toBe(before + 1);
  });

  it.each<[string, (running: Running) => void, string]>([
    [
      'the connection to the gateway is gone',
      ({ sandbox }) => {
        sandbox.faults.refuseGateway(true);
        sandbox.faults.dropGateway();
      },
      'gateway',
    ],
    [
      'no heartbeat was acknowledged lately',
      ({ clock }) => {
        clock.ahead = 101_000;
      },
      'gateway',
    ],
    [
      'the REST API is out of order',
      ({ sandbox, clock }) => {
        clock.ahead = 61_000;
        const times = Number.POSITIVE_INFINITY;
        sandbox.faults.onRest({ method: '*', route: '/gateway/bot', times }, { kind: 'status', status: 503 });
      },
      'rest',
    ],
  ])('is not well while %s', async (_, fault, what) => {
    const running = await setUp();
    await running.bot.start();
    fault(running);
    await expect.poll(async () => (await running.get('/healthz')).status).toBe(503);
    const { ready, ...signs } = JSON.parse((await running.get('/healthz')).text);
    expect(ready).toBe(false);
    const unwell = Object.entries(signs).filter(([, sign]) => !(sign as { well: boolean }).well);
    expect(unwell.map(([name]) => name)).toEqual([what]);
  });

  it('is not well while the database does not answer', async () => {
    const { bulletins } = await keptInMemory();
    const due = () => Promise.reject(new Error('disk I/O error'));
    const { bot, get } = await setUp({ bulletins: { ...bulletins, due } });
    await bot.start();
    expect(await get('/healthz')).toMatchObject({
      status: 503,
      text: expect.stringContaining('disk I/O error'),
    });
    expect((await get('/metrics')).status).toBe(500);
  });
});

describe('/metrics', () => {
  it('counts what the bot did, and names nobody and nothing anybody wrote', async () => {
    const { bot, sandbox, get } = await setUp();
    await bot.start();
    const member = sandbox.as('member');
    const general = sandbox.channelId('general');
    await member.runCommand(general, 'ask', { question: 'will the fees go up?' });
    await member.runCommand(general, 'check', { quote: 'we will never raise the fees' });
    await member.complete(general, 'ask', { question: 'ferr' }, 'question');
    await member.answerTo(member.say(member.openDirectMessage(), 'tell me about zeppelins'));
    member.say(general, 'nothing for the bot');
    const { status, text } = await get('/metrics');
    expect(status).toBe(200);
    for (const line of [
      /^verbatim_events_total\{occasion="command",name="ask",handling="answered"\} 1$/m,
      /^verbatim_events_total\{occasion="command",name="check",handling="answered"\} 1$/m,
      /^verbatim_events_total\{occasion="autocomplete",name="ask",handling="answered"\} 1$/m,
      /^verbatim_events_total\{occasion="message",name="direct",handling="answered"\} 1$/m,
      /^verbatim_event_seconds_count\{occasion="command"\} 2$/m,
      /^verbatim_answers_total\{what="question",kind="quote"\} 1$/m,
      /^verbatim_answers_total\{what="question",kind="not-said"\} 1$/m,
      /^verbatim_answers_total\{what="check",kind="[a-z-]+"\} 1$/m,
      /^verbatim_rest_requests_total\{call="POST interaction callback",status="20[04]"\} 3$/m,
      /^verbatim_rest_requests_total\{call="POST message",status="200"\} 1$/m,
      /^verbatim_bulletins_oldest_due_seconds 0$/m,
      /^process_resident_memory_bytes \d+/m,
    ]) {
      expect(text).toMatch(line);
    }
    expect(text).not.toContain('name="mention"');
    // Ids of Discord have at least 17 digits; the numbers of a histogram have fewer.
    expect(text).not.toMatch(/\{[^}]*\d{15,}[^}]*\}/);
    expect(text).not.toMatch(/zeppelin|fees|ferr/);
    expect(text).not.toContain(sandbox.botToken);
  });

  it('counts requests that got no answer', async () => {
    const { bot, sandbox, get } = await setUp();
    await bot.start();
    sandbox.faults.onRest({ method: 'POST', route: '/interactions/*' }, { kind: 'apply-then-reset' });
    await sandbox
      .as('member')
      .runCommand(sandbox.channelId('general'), 'ask', { question: 'will the fees go up?' });
    expect((await get('/metrics')).text).toMatch(
      /^verbatim_rest_requests_total\{call="POST interaction callback",status="none"\} 1$/m,
    );
  });
});

describe('the server of both', () => {
  it('has nothing else, and is only to be read', async () => {
    const { get } = await setUp();
    for (const path of ['/', '/healthz/', '/metrics/x', '/constructor', '//', '/%2e%2e/etc/passwd'])
      expect((await get(path)).status, path).toBe(404);
    expect((await get('/healthz', 'POST')).status).toBe(405);
    expect((await get('/metrics', 'DELETE')).status).toBe(405);
  });

  it('says when it cannot listen', async () => {
    const { health, bot } = await setUp();
    const parts = {
      ...(await keptInMemory()),
      desks: async () => desk,
      clock: Date.now,
      log: createLog('silent'),
    };
    const again = createWatchedBot(
      { ...parts, token: 'a.b.c', apiUrl: 'http://127.0.0.1:9/api' },
      { host: '127.0.0.1', port: health.port },
    );
    await expect(again).rejects.toThrow(/EADDRINUSE/);
    expect(bot.vitals.heard()).toBeNull();
  });
});
