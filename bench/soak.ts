import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { startSandbox } from '../src/sandbox/start-sandbox.ts';
import { startBot } from './bot-process.ts';
import { crowd } from './crowd.ts';
import { print, quantile, row } from './figures.ts';

// People use everything for a while; memory, handles and timers of the bot must be the same at the end.
//   npm run bench -- soak [--seconds 60] [--pause 5]        pause: milliseconds of each of the eight after each act

const { values } = parseArgs({
  args: process.argv.slice(3),
  options: { seconds: { type: 'string', default: '60' }, pause: { type: 'string', default: '5' } },
});
/** What is judged; the warm-up comes before. */
const seconds = Number(values.seconds);
const pause = Number(values.pause);
/**
 * By then every memory that has a limit is full, so that what grows afterwards grows for ever: the largest are ids of
 * 5,000 events, 1,000 typed words for each language, 400 people, 200 channels; messages go after two minutes.
 */
const warmUp = { acts: 9_000, seconds: 130 };
const looks = 21;
/** Judged acts, at least: so many times what counts as growth are half a MiB, five times what looks differ by chance. */
const enough = 15_000;
/**
 * Bytes for each act. Whatever is kept of an act for ever costs more: an id in a set takes about eighty.
 * Growth that is below is the runtime's own: what it compiles and learns on the way.
 */
const most = 40;
/** So many people act at once, and each may have a request open, with its timer, whenever one looks. */
const atOnce = 8;

const people = 400;
const channels = 200;
const sandbox = await startSandbox({ plan: crowd(people, channels) });
const bot = await startBot('Verbatim', sandbox);

let acts = 0;
let late = 0;
let over = false;
const using = Array.from({ length: atOnce }, async (_, worker) => {
  for (let at = worker; !over; at += atOnce) {
    // A busy machine may be too slow for one of the people; more than a few would show.
    await act(at).catch(() => {
      late += 1;
    });
    acts += 1;
    await sleep(pause);
  }
});

interface Look {
  readonly acts: number;
  /** Bytes. */
  readonly heap: number;
  readonly timers: number;
  readonly handles: number;
}

const widths = [8, 8, 9, 13, 8, 8];
print(row(['second', 'acts', 'heap MiB', 'resident MiB', 'timers', 'handles'], widths));
const started = performance.now();
const passed = () => (performance.now() - started) / 1_000;
while (acts < warmUp.acts || passed() < warmUp.seconds) {
  await look();
  await sleep(15_000);
}
print(`Warm after ${acts} acts; from here on it is judged.`);
const seen: Look[] = [];
while (seen.length < looks || (judged() < enough && seen.length < 20 * looks)) {
  if (seen.length > 0) await sleep((seconds * 1_000) / (looks - 1));
  seen.push(await look());
}
over = true;
await Promise.all(using);
await bot.stop();
await sandbox.close();

const { slope, error } = trend(seen);
const heapIsFlat = slope + 2 * error < most;
const [timers, handles] = [moreOf('timers'), moreOf('handles')];
const flat = heapIsFlat && timers <= atOnce && handles <= 2 * atOnce;
print(
  `Heap: ${bytes(slope)} ± ${bytes(2 * error)} for each of ${judged()} acts; surely below ${most} is flat.`,
);
print(
  `Timers: ${timers} more at the end than at first; handles: ${handles} more. Acts that came too late: ${late}.`,
);
print(flat ? 'flat' : 'NOT FLAT');
if (!flat) process.exitCode = 1;

function judged(): number {
  return (seen.at(-1)?.acts ?? 0) - (seen[0]?.acts ?? 0);
}

async function look(): Promise<Look> {
  const { heap, resident, resources } = await bot.condition();
  const { Timeout: timers = 0, ...others } = resources;
  const handles = Object.values(others).reduce((sum, count) => sum + count, 0);
  print(row([passed().toFixed(0), acts, heap.toFixed(2), resident.toFixed(0), timers, handles], widths));
  return { acts, heap: heap * 2 ** 20, timers, handles };
}

/** How much more there is in the middle of the last third of the looks than in that of the first. */
function moreOf(what: 'timers' | 'handles'): number {
  const third = Math.floor(seen.length / 3);
  const middle = (some: readonly Look[]) =>
    quantile(
      some.map((one) => one[what]),
      0.5,
    );
  return middle(seen.slice(-third)) - middle(seen.slice(0, third));
}

/** Bytes of heap for each act by least squares, and the standard error of that. */
function trend(list: readonly Look[]): { readonly slope: number; readonly error: number } {
  const mean = (of: (look: Look) => number) => list.reduce((sum, one) => sum + of(one), 0) / list.length;
  const [x, y] = [mean((one) => one.acts), mean((one) => one.heap)];
  const spread = list.reduce((sum, one) => sum + (one.acts - x) ** 2, 0);
  const slope = list.reduce((sum, one) => sum + (one.acts - x) * (one.heap - y), 0) / spread;
  const rest = list.reduce((sum, one) => sum + (one.heap - y - slope * (one.acts - x)) ** 2, 0);
  return { slope, error: Math.sqrt(rest / (list.length - 2) / spread) };
}

function bytes(count: number): string {
  return `${count.toFixed(0)} bytes`;
}

/** One of the things people do, by one of many people in one of many channels. */
async function act(at: number): Promise<void> {
  const visitor = sandbox.as(`person-${at % people}`);
  const channel = sandbox.channelId(`channel-${at % channels}`);
  switch (at % 6) {
    case 0:
      await visitor.runCommand(channel, 'ask', { question: `what about the moon ${at}` });
      return;
    case 1:
      await visitor.runCommand(channel, 'check', { quote: `our ironclad friendship ${at}` });
      return;
    case 2:
      await visitor.complete(channel, 'ask', { question: 'mut' }, 'question');
      return;
    case 3:
      await visitor.answerTo(visitor.say(visitor.openDirectMessage(), `who spoke of space? ${at}`));
      return;
    case 4:
      visitor.say(channel, 'nothing for the bot');
      return;
    default:
      await visitor.runCommand(channel, 'quotes', {});
  }
}
