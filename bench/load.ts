import { parseArgs } from 'node:util';
import type { Sandbox } from '../src/sandbox/sandbox.ts';
import { startSandbox } from '../src/sandbox/start-sandbox.ts';
import { type BotKind, type BotProcess, startBot } from './bot-process.ts';
import { crowd } from './crowd.ts';
import { print, quantile, row } from './figures.ts';

// Interactions per second, and the time from INTERACTION_CREATE to its callback, on a loopback Discord, beside a bare
// discord.js bot that answers "pong". The two take turns, so that a busy machine hinders both alike.
//   npm run bench -- load [--rounds 4] [--each 600] [--at-once 32]

const { values } = parseArgs({
  args: process.argv.slice(3),
  options: {
    rounds: { type: 'string', default: '4' },
    each: { type: 'string', default: '600' },
    'at-once': { type: 'string', default: '32' },
  },
});
const rounds = Number(values.rounds);
const each = Number(values.each);
const atOnce = Number(values['at-once']);

const questions = [
  'what did xi say about teh moon station??',
  'how much money is china lending',
  'who is Song Junying',
  'ironclad friendship',
  'did maduro thank china',
  'what will they do together in oil',
  'anything on mutual trust?',
  'space',
];

interface Side {
  readonly sandbox: Sandbox;
  readonly bot: BotProcess;
  readonly times: number[];
  readonly perSecond: number[];
  cpuMs: number;
  asked: number;
}

const kinds: readonly BotKind[] = ['bare discord.js', 'Verbatim'];
const sides = new Map<BotKind, Side>();
for (const kind of kinds) {
  // A person may ask fifteen times at once, a channel thirty times.
  const sandbox = await startSandbox({
    plan: crowd(Math.ceil(((rounds + 1) * each) / 12), Math.ceil(((rounds + 1) * each) / 25)),
  });
  const bot = await startBot(kind, sandbox);
  sides.set(kind, { sandbox, bot, times: [], perSecond: [], cpuMs: 0, asked: 0 });
}
for (let round = 0; round <= rounds; round++) {
  for (const kind of round % 2 === 0 ? kinds : kinds.toReversed()) {
    const side = sides.get(kind);
    if (side !== undefined) await ask(side, round > 0);
  }
}

const widths = [16, 10, 10, 10, 10, 12];
print(row(['bot', 'per second', 'median ms', '99 % ms', 'processor', 'interactions'], widths));
for (const [kind, { times, perSecond, cpuMs }] of sides) {
  const at = (share: number) => quantile(times, share).toFixed(1);
  const cpu = `${(cpuMs / times.length).toFixed(2)} ms`;
  print(row([kind, quantile(perSecond, 0.5).toFixed(0), at(0.5), at(0.99), cpu, times.length], widths));
}
const [bare, ours] = kinds.map((kind) => quantile(sides.get(kind)?.perSecond ?? [], 0.5));
print(`Verbatim answers ${((ours ?? 0) / (bare ?? 0)).toFixed(2)} times as many as the bare bot; goal: 0.8.`);
for (const { bot, sandbox } of sides.values()) {
  await bot.stop();
  await sandbox.close();
}

/** One round; the first is not counted, since it warms up. */
async function ask(side: Side, counts: boolean): Promise<void> {
  const { sandbox, bot, times, perSecond } = side;
  const cpuBefore = bot.cpuMs();
  const started = performance.now();
  let left = each;
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (left-- > 0) {
        const number = side.asked++;
        const visitor = sandbox.as(`person-${Math.floor(number / 12)}`);
        const channel = sandbox.channelId(`channel-${Math.floor(number / 25)}`);
        const question = questions[number % questions.length] ?? '';
        const begun = performance.now();
        const outcome = await visitor.runCommand(channel, 'ask', { question });
        if (outcome.kind !== 'replied') throw new Error(JSON.stringify(outcome));
        if (counts) times.push(performance.now() - begun);
      }
    }),
  );
  if (!counts) return;
  perSecond.push(each / ((performance.now() - started) / 1_000));
  side.cpuMs += bot.cpuMs() - cpuBefore;
}
