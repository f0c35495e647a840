/** A process of its own that carries bulletins on, and kills itself where it is told: see killed.test.ts. */
import { z } from 'zod';
import { mortal } from '../../../prove/bulletins/life.ts';
import { createRounds } from '../../../src/bulletins/publish-due.ts';
import { createDiscordPlatform } from '../../../src/discord/bulletins/discord-platform.ts';
import { createPublishingRest } from '../../../src/discord/bulletins/publishing-rest.ts';
import { createClient } from '../../../src/discord/client.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { liveOn } from './whole-life.ts';

const actor = z.object({
  person: z.object({ id: z.string(), managesMessages: z.boolean(), roles: z.array(z.string()) }),
  settings: z.object({ moderatorRole: z.string().nullable(), approvalRequired: z.boolean() }),
});
const task = z
  .object({
    token: z.string(),
    apiUrl: z.string(),
    file: z.string(),
    /** Ids of bulletins to live through from the draft on; none to publish what is due. */
    ids: z.array(z.string()),
    server: z.string(),
    draft: z.object({
      channel: z.string(),
      title: z.string(),
      blocks: z.array(z.never()),
      roles: z.array(z.string()),
      crosspost: z.boolean(),
      due: z.null(),
      text: z.string(),
    }),
    author: actor,
    second: actor,
    /** Where it dies: the number of a call of the store or the platform, or as "after send"; null to live. */
    killAt: z.union([z.number(), z.string()]).nullable(),
  })
  .parse(JSON.parse(process.env.TASK ?? '{}'));

const client = createClient(task);
const ready = new Promise((resolve) => client.once('clientReady', resolve));
await client.login(task.token);
await ready;
const store = await openStore({ kind: 'file', file: task.file, key: null });
const now = Date.now;

let calls = 0;
// The life is never asked whether it is over: what dies here is the process.
const life = { dead: false, death: new Promise<void>(() => undefined), kill: () => undefined };
const mayDie = (where: string) => {
  calls += 1;
  if (task.killAt === calls || task.killAt === where) process.kill(process.pid, 'SIGKILL');
  return false;
};
const rest = createPublishingRest(task);
const platform = mortal(
  createDiscordPlatform({ client, rest, settings: store.settings, clock: now }),
  life,
  mayDie,
);
const bulletins = mortal(store.bulletins, life, mayDie);

process.stdout.write('ready\n');
for (const id of task.ids) {
  await liveOn(id, { ...task, store: bulletins, platform, now, waitUntil: () => undefined });
}
const onError = (error: unknown) => {
  throw error;
};
const round = createRounds({ store: bulletins, platform, now, onError });
while (task.ids.length === 0 && (await store.bulletins.due(now(), 1)).length > 0) await round();
process.stdout.write(`${calls}\n`);
await client.destroy();
await store.close();
process.exit(0);
