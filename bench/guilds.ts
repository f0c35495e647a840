import { startSandbox } from '../src/sandbox/start-sandbox.ts';
import { type BotKind, startBot } from './bot-process.ts';
import { manyGuilds } from './crowd.ts';
import { print, row } from './figures.ts';

// Time to ready and memory by the number of servers a bot is in, each with ten roles and twenty channels.
//   npm run bench -- guilds [COUNT…]        counts default to 1 100 2400

const given = process.argv.slice(3).map(Number);
const counts = given.length > 0 ? given : [1, 100, 2_400];
const kinds: readonly BotKind[] = ['bare discord.js', 'Verbatim'];

const widths = [16, 8, 9, 9, 13, 20];
print(row(['bot', 'servers', 'ready ms', 'heap MiB', 'resident MiB', 'heap per 1000 MiB'], widths));
for (const kind of kinds) {
  let smallest: { readonly count: number; readonly heap: number } | null = null;
  for (const count of counts) {
    const sandbox = await startSandbox({ plan: manyGuilds(count) });
    const bot = await startBot(kind, sandbox);
    const { heap, resident } = await bot.condition();
    const more = smallest === null ? null : ((heap - smallest.heap) / (count - smallest.count)) * 1_000;
    smallest ??= { count, heap };
    print(
      row(
        [
          kind,
          count,
          bot.readyMs,
          heap.toFixed(1),
          resident.toFixed(0),
          more === null ? '' : more.toFixed(1),
        ],
        widths,
      ),
    );
    await bot.stop();
    await sandbox.close();
  }
}
