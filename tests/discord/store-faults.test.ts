import { afterEach, describe, expect, it } from 'vitest';
import { type BotParts, createBot } from '../../src/discord/bot.ts';
import { createLog } from '../../src/log.ts';
import { startSandbox } from '../../src/sandbox/start-sandbox.ts';
import { deskOf, messageOf } from './conversation.ts';
import { keptInMemory } from './kept.ts';

/** What people see when the database fails: what needs it says so with a reference, everything else goes on. */

const desk = deskOf();
const ending: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ending.splice(0).reverse()) await end();
});

/** The same part, of which every call first goes through `before`. */
function wrapped<Part extends object>(part: Part, before: () => Promise<void>): Part {
  return new Proxy(part, {
    get(target, name, receiver) {
      const value: unknown = Reflect.get(target, name, receiver);
      if (typeof value !== 'function') return value;
      return async (...args: readonly unknown[]) => {
        await before();
        return Reflect.apply(value, target, args);
      };
    },
  });
}

async function setUp(before: () => Promise<void>) {
  const sandbox = await startSandbox();
  const kept = await keptInMemory();
  const logged: string[] = [];
  const parts: BotParts = {
    token: sandbox.botToken,
    apiUrl: sandbox.apiUrl,
    log: createLog('info', { output: { write: (line) => logged.push(line) } }),
    clock: Date.now,
    desks: async () => desk,
    ...kept,
    settings: wrapped(kept.settings, before),
    bulletins: wrapped(kept.bulletins, before),
  };
  const bot = createBot(parts);
  ending.push(
    () => sandbox.close(),
    () => bot.stop(),
  );
  await bot.start();
  return { sandbox, bot, logged };
}

const fails = (code: string, message: string) => () =>
  Promise.reject(Object.assign(new Error(message), { code }));

describe('while the database', () => {
  it.each([
    ['is locked by another process', 'SQLITE_BUSY', 'database is locked'],
    ['has no space left', 'SQLITE_FULL', 'database or disk is full'],
    ['is damaged', 'SQLITE_CORRUPT', 'database disk image is malformed'],
    ['cannot be read from', 'SQLITE_IOERR', 'disk I/O error'],
    ['may not be written to', 'SQLITE_READONLY', 'attempt to write a readonly database'],
  ])('%s, answers go on, and what needs it is told with a reference', async (_, code, message) => {
    const { sandbox, bot, logged } = await setUp(fails(code, message));
    const general = sandbox.channelId('general');
    const asked = await sandbox.as('member').runCommand(general, 'ask', { question: 'will the fees go up?' });
    expect(messageOf(asked).content).toContain('raise the fees');
    expect(messageOf(asked).ephemeral).toBe(true);

    const listed = messageOf(await sandbox.as('moderator').runCommand(general, 'announce list'));
    expect(listed.ephemeral).toBe(true);
    expect(listed.content).not.toContain(message);
    const [reference] = /[2-9A-Z]{6}$/.exec(listed.content) ?? [];
    expect(logged.find((line) => line.includes(String(reference)))).toContain(code);
    expect(await Promise.race([bot.ended, Promise.resolve('alive')])).toBe('alive');
  });

  it('is slow, people are answered in time', async () => {
    const { sandbox } = await setUp(() => new Promise((resolve) => setTimeout(resolve, 600)));
    const listed = await sandbox.as('moderator').runCommand(sandbox.channelId('general'), 'announce list');
    expect(messageOf(listed).content).not.toBe('');
  });
});
