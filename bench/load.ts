import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { Sandbox } from '../src/sandbox/sandbox.ts';
import { type Asking, questionsAsked } from './asked.ts';
import { type BotKind, type BotProcess, startBot, startBuiltSandbox } from './bot-process.ts';
import { crowd } from './crowd.ts';
import { print, quantile, row } from './figures.ts';

// Interactions per second, and the time from INTERACTION_CREATE to its callback, on a loopback Discord, beside a bare
// discord.js bot that answers "pong" to the same questions. Both are warm before anything counts, and take turns, so
// that a busy machine hinders both alike. A process that is 100 % busy is what holds the figure down: where that is not
// the bot but Discord's stand-in, the bot could do more.
//   npm run bench -- load [--rounds 6] [--each 600] [--warm-up 2400] [--at-once 32]

const { values } = parseArgs({
  args: process.argv.slice(3),
  options: {
    rounds: { type: 'string', default: '6' },
    each: { type: 'string', default: '600' },
    'warm-up': { type: 'string', default: '2400' },
    'at-once': { type: 'string', default: '32' },
  },
});
const rounds = Number(values.rounds);
const each = Number(values.each);
const warmUp = Number(values['warm-up']);
const atOnce = Number(values['at-once']);
const all = warmUp + rounds * each;

interface Side {
  readonly sandbox: Sandbox;
  readonly bot: BotProcess;
  readonly times: number[];
  readonly rounds: Round[];
  asked: number;
}

/** What one round took, in milliseconds; those of processors may be more than those that went by. */
interface Round {
  readonly elapsed: number;
  readonly ofBot: number;
  readonly ofDiscord: number;
}

const kinds: readonly BotKind[] = ['bare discord.js', 'Verbatim'];
const widths = [16, 10, 10, 10, 10, 8, 12];
for (const asking of ['all different', 'as people do'] as const) await measure(asking);

async function measure(asking: Asking): Promise<void> {
  const questions = questionsAsked(asking, all);
  const counted = questions.slice(warmUp);
  const repeated = 1 - new Set(counted).size / counted.length;
  print(`Questions ${asking}: ${(repeated * 100).toFixed(0)} % of ${counted.length} were asked before.`);
  const sides = new Map<BotKind, Side>();
  for (const kind of kinds) {
    // A person may ask fifteen times at once, a channel thirty times.
    const sandbox = await startBuiltSandbox({ plan: crowd(Math.ceil(all / 12), Math.ceil(all / 25)) });
    const bot = await startBot(kind, sandbox);
    await until(() =>
      sandbox.calls.some(({ method, path }) => method === 'PUT' && path.endsWith('/commands')),
    );
    const side: Side = { sandbox, bot, times: [], rounds: [], asked: 0 };
    sides.set(kind, side);
    await ask(side, questions, warmUp);
    side.times.length = 0;
  }
  for (let round = 0; round < rounds; round++) {
    for (const kind of round % 2 === 0 ? kinds : kinds.toReversed()) {
      const side = sides.get(kind);
      if (side !== undefined) side.rounds.push(await ask(side, questions, each));
    }
  }

  print(row(['bot', 'per second', 'median ms', '99 % ms', 'processor', 'busy', 'Discord busy'], widths));
  for (const [kind, { times, rounds }] of sides) {
    const at = (share: number) => quantile(times, share).toFixed(1);
    const sum = (of: (round: Round) => number) => rounds.reduce((total, round) => total + of(round), 0);
    const busy = (of: (round: Round) => number) =>
      `${((100 * sum(of)) / sum(({ elapsed }) => elapsed)).toFixed(0)} %`;
    const perSecond = quantile(
      rounds.map(({ elapsed }) => (each / elapsed) * 1_000),
      0.5,
    ).toFixed(0);
    const processor = `${(sum(({ ofBot }) => ofBot) / times.length).toFixed(2)} ms`;
    const cells = [busy(({ ofBot }) => ofBot), busy(({ ofDiscord }) => ofDiscord)];
    print(row([kind, perSecond, at(0.5), at(0.99), processor, ...cells], widths));
  }
  // Each round beside its neighbour.
  const [bare, ours] = kinds.map((kind) => sides.get(kind)?.rounds ?? []);
  const ratios = (ours ?? []).map(({ elapsed }, at) => (bare?.[at]?.elapsed ?? Number.NaN) / elapsed);
  const [least, most] = [Math.min(...ratios), Math.max(...ratios)].map((ratio) => ratio.toFixed(2));
  print(
    `Verbatim answers ${quantile(ratios, 0.5).toFixed(2)} times as many as the bare bot (${least} to ${most} in ${rounds} rounds); goal: 0.8.\n`,
  );
  for (const { bot, sandbox } of sides.values()) {
    await bot.stop();
    await sandbox.close();
  }
}

/** Resolves once it holds; rejects after ten seconds. */
async function until(holds: () => boolean): Promise<void> {
  for (let waited = 0; !holds(); waited += 20) {
    if (waited > 10_000) throw new Error('The commands were not registered.');
    await sleep(20);
  }
}

/** Asks the next `count` questions. */
async function ask(side: Side, questions: readonly string[], count: number): Promise<Round> {
  const { sandbox, bot, times } = side;
  const botBefore = bot.cpuMs();
  const discordBefore = process.cpuUsage();
  const started = performance.now();
  let left = count;
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (left-- > 0) {
        const number = side.asked++;
        const visitor = sandbox.as(`person-${Math.floor(number / 12)}`);
        const channel = sandbox.channelId(`channel-${Math.floor(number / 25)}`);
        const question = questions[number] ?? '';
        const begun = performance.now();
        const outcome = await visitor.runCommand(channel, 'ask', { question });
        if (outcome.kind !== 'replied') throw new Error(JSON.stringify(outcome));
        times.push(performance.now() - begun);
      }
    }),
  );
  const elapsed = performance.now() - started;
  const { user, system } = process.cpuUsage(discordBefore);
  return { elapsed, ofBot: bot.cpuMs() - botBefore, ofDiscord: (user + system) / 1_000 };
}
