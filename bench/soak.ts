import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { startSandbox } from '../src/sandbox/start-sandbox.ts';
import { startBot } from './bot-process.ts';
import { crowd } from './crowd.ts';
import { print, row } from './figures.ts';

// People use everything for a while; memory, handles and timers of the bot must be the same at the end.
//   npm run bench -- soak [--seconds 30]

const { values } = parseArgs({
  args: process.argv.slice(3),
  options: { seconds: { type: 'string', default: '30' } },
});
const seconds = Number(values.seconds);
/** Before the first look, so that caches which have a limit are full. */
const warmUp = 0.25;
const looks = 5;
/** Growth of the heap from the second look to the last that is more than chance, in MiB. */
const most = 8;

const people = 400;
const channels = 200;
const sandbox = await startSandbox({ plan: crowd(people, channels) });
const bot = await startBot('Verbatim', sandbox);

let acts = 0;
let over = false;
const using = Array.from({ length: 8 }, async (_, worker) => {
  for (let at = worker; !over; at += 8) {
    await act(at);
    acts += 1;
    await sleep(5);
  }
});

const widths = [8, 8, 9, 13, 8, 8];
print(row(['second', 'acts', 'heap MiB', 'resident MiB', 'timers', 'handles'], widths));
const seen: { readonly heap: number; readonly timers: number; readonly handles: number }[] = [];
const started = performance.now();
await sleep(seconds * warmUp * 1_000);
for (let look = 0; look < looks; look++) {
  if (look > 0) await sleep((seconds * (1 - warmUp) * 1_000) / (looks - 1));
  const { heap, resident, resources } = await bot.condition();
  const { Timeout: timers = 0, ...others } = resources;
  const handles = Object.values(others).reduce((sum, count) => sum + count, 0);
  seen.push({ heap, timers, handles });
  const second = ((performance.now() - started) / 1_000).toFixed(0);
  print(row([second, acts, heap.toFixed(1), resident.toFixed(0), timers, handles], widths));
}
over = true;
await Promise.all(using);
await bot.stop();
await sandbox.close();

const [first, last] = [seen[1], seen.at(-1)];
const grown = (last?.heap ?? 0) - (first?.heap ?? 0);
const flat = grown < most && Math.abs((last?.timers ?? 0) - (first?.timers ?? 0)) < 40;
print(
  `The heap grew by ${grown.toFixed(1)} MiB between the second and the last look: ${flat ? 'flat' : 'NOT FLAT'}.`,
);
if (!flat) process.exitCode = 1;

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
