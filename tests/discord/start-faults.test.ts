import { describe, expect, it, vi } from 'vitest';
import { type Bot, createBot } from '../../src/discord/bot.ts';
import { createLog } from '../../src/log.ts';
import type { RestFault } from '../../src/sandbox/faults/faults.ts';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { startSandbox } from '../../src/sandbox/start-sandbox.ts';
import { patient, patientBot } from '../sandbox/patient.ts';
import { deskOf } from './conversation.ts';
import { keptInMemory } from './kept.ts';
import { isInvalid, outcomes } from './rest-outcomes.ts';

/** What the bot does when Discord fails while it starts: at its door, and when it is told of the commands. */

const desk = deskOf();
interface Started {
  readonly sandbox: Sandbox;
  readonly bot: Bot;
  readonly logged: readonly string[];
}

interface Times {
  readonly patienceMs?: number;
  readonly silent?: boolean;
}

async function withBot(
  { patienceMs = 50_000, silent = false }: Times,
  use: (started: Started) => Promise<void>,
): Promise<void> {
  const sandbox = await startSandbox(patient);
  const logged: string[] = [];
  const bot = createBot({
    token: sandbox.botToken,
    apiUrl: sandbox.apiUrl,
    log: createLog('debug', { output: { write: (line) => logged.push(line) } }),
    clock: Date.now,
    desks: async () => desk,
    ...(await keptInMemory()),
    ...patientBot,
    patienceMs,
    ...(silent ? { answerWithinMs: 600 } : {}),
    registerAgainAfterMs: [300, 300],
  });
  try {
    await use({ sandbox, bot, logged });
  } finally {
    await bot.stop();
    await sandbox.close();
  }
}

async function expectAnswer(sandbox: Sandbox): Promise<void> {
  const member = sandbox.as('member');
  const answer = await member.answerTo(member.say(member.openDirectMessage(), 'will the fees go up?'));
  expect(answer.content).toContain('fees');
}

describe('at its door (GET /gateway/bot)', () => {
  // Down: it goes on trying until its patience ends, and then ends. Refused: it ends at once and says why.
  it.concurrent.each(outcomes)(
    'after $name',
    { timeout: 60_000 },
    async ({ name, fault, times, fate, silent }) => {
      await withBot(
        { silent, ...(fate === 'down' ? { patienceMs: 1_200 } : {}) },
        async ({ sandbox, bot, logged }) => {
          sandbox.faults.onRest({ method: 'GET', route: '/gateway/bot', times }, fault);
          await bot.start();
          // An answer that names neither a gateway nor a token is a refusal like any other: once is enough to end it.
          if (fate === 'passes' || (fate === 'refused' && times === 1)) {
            await expectAnswer(sandbox);
          } else {
            const { kind } = await bot.ended;
            expect(kind).toBe('failed');
          }
          expect(sandbox.calls.length, name).toBeLessThan(15);
          expect(sandbox.calls.filter(isInvalid).length).toBeLessThan(10);
          expect(logged.join()).not.toContain(sandbox.botToken);
        },
      );
    },
  );
});

describe.each([
  ['GET', 'which commands there are'],
  ['PUT', 'the commands'],
])('%s %s', (method) => {
  const route = '/applications/:application/commands';
  it.concurrent.each(outcomes)('after $name', { timeout: 60_000 }, async ({ fault, times, fate, silent }) => {
    await withBot({ silent }, async ({ sandbox, bot, logged }) => {
      sandbox.faults.onRest({ method, route, times }, fault);
      await bot.start();
      // Whatever comes of it, whoever asks is answered.
      await expectAnswer(sandbox);
      if (fate === 'passes') {
        expect(logged.join()).toContain('commands registered');
      } else {
        expect(logged.join()).toContain('could not register');
      }
      // Where nobody refused it is tried again, so many times and no more.
      const tries = () => logged.filter((line) => line.includes('could not register')).length;
      const most = fate === 'down' ? 3 : fate === 'passes' ? 0 : 1;
      await vi.waitUntil(() => tries() >= most, { timeout: 50_000 });
      expect(tries()).toBe(most);
      expect(sandbox.calls.filter(isInvalid).length).toBeLessThan(50);
      expect(sandbox.calls.length).toBeLessThan(50);
    });
  });
});

it('registers the commands by itself once Discord takes them', async () => {
  await withBot({}, async ({ sandbox, bot, logged }) => {
    const fault: RestFault = { kind: 'status', status: 503 };
    sandbox.faults.onRest({ method: 'PUT', route: '/applications/*', times: 3 }, fault);
    await bot.start();
    expect(logged.join()).toContain('could not register');
    await expect.poll(() => logged.join()).toContain('commands registered');
  });
});

it('answers however long Discord takes over the commands', async () => {
  await withBot({}, async ({ sandbox, bot }) => {
    sandbox.faults.onRest({ method: 'GET', route: '/applications/*', times: 9 }, { kind: 'delay', ms: 350 });
    const started = bot.start();
    await sandbox.botOnline();
    await expectAnswer(sandbox);
    await started;
  });
});
