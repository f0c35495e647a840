import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Client } from 'discord.js';
import { onTestFinished } from 'vitest';
import { type Bulletin, type Draft, fingerprint } from '../../../src/bulletins/bulletin.ts';
import type { BulletinStore } from '../../../src/bulletins/bulletin-store.ts';
import { type Actor, createOffice, type Office } from '../../../src/bulletins/office.ts';
import type { Platform } from '../../../src/bulletins/platform.ts';
import { createRounds } from '../../../src/bulletins/publish-due.ts';
import { createDiscordPlatform } from '../../../src/discord/bulletins/discord-platform.ts';
import { createPublishingRest } from '../../../src/discord/bulletins/publishing-rest.ts';
import { createClient } from '../../../src/discord/client.ts';
import type { Sandbox } from '../../../src/sandbox/sandbox.ts';
import { startSandbox } from '../../../src/sandbox/start-sandbox.ts';
import type { SeenMessage } from '../../../src/sandbox/visitor/outcome.ts';
import type { WorldPlan } from '../../../src/sandbox/world/plan.ts';
import { openStore, type Store } from '../../../src/store/open-store.ts';
import { patient, patientBot } from '../../sandbox/patient.ts';
import { freshFile } from '../../store/fresh-store.ts';

/** A loopback Discord with a client on it, the real store on the disk, and one clock for all. */
export interface Newsroom {
  readonly sandbox: Sandbox;
  readonly client: Client;
  readonly file: string;
  readonly store: Store;
  readonly clock: { now: number };
  readonly platform: Platform;
  readonly office: Office;
  readonly author: Actor;
  readonly second: Actor;
  /** Looks for what is due once; with other parts than the usual ones where a test spoils them. */
  round(parts?: { store?: BulletinStore; platform?: Platform }): Promise<void>;
  /** A bulletin written and approved, due at once unless said otherwise. */
  scheduled(changes?: Partial<Draft>): Promise<Bulletin>;
  /**
   * Looks again and again, moving the clock to when something is to be done, until a bulletin needs nothing more.
   * `restMs`: real milliseconds between two looks, for what the library counts by its own clock.
   */
  settle(id: string, restMs?: number): Promise<Bulletin>;
  /** The messages of a bulletin in its channel. */
  standing(id: string): readonly SeenMessage[];
}

export const start = Date.UTC(2026, 10, 24, 12);

export function idOf(): string {
  return randomBytes(5).toString('hex');
}

export async function openNewsroom({
  plan,
  timeout = patientBot.answerWithinMs,
  answerWithinMs = patientBot.answerWithinMs,
  begins = start,
}: {
  plan?: WorldPlan;
  timeout?: number;
  /** The same for what is asked beside publishing. */
  answerWithinMs?: number;
  /** What the clock shows first. */
  begins?: number;
} = {}): Promise<Newsroom> {
  const clock = { now: begins };
  const now = () => clock.now;
  const sandbox = await startSandbox({ ...patient, now, ...(plan === undefined ? {} : { plan }) });
  onTestFinished(() => sandbox.close());
  const connection = { token: sandbox.botToken, apiUrl: sandbox.apiUrl };
  const client = createClient({ ...connection, answerWithinMs });
  onTestFinished(() => client.destroy());
  client.on('error', () => undefined);
  const ready = new Promise((resolve) => client.once('clientReady', resolve));
  await client.login(connection.token);
  await ready;
  const file = await freshFile();
  const store = await openStore({ kind: 'file', file, key: null });
  onTestFinished(() => store.close());
  // Virtual hours pass in real milliseconds, so the library's own limit per second must not count.
  const rest = createPublishingRest(connection, { timeout, globalRequestsPerSecond: 1_000_000 });
  const platform = createDiscordPlatform({ client, rest, settings: store.settings, clock: now });
  const office = createOffice({ store: store.bulletins, now, newId: idOf });
  const onError = (error: unknown) => {
    throw error;
  };
  const room: Newsroom = {
    ...{ sandbox, client, file, store, clock, platform, office },
    author: actor(sandbox.personId('moderator')),
    second: actor(sandbox.personId('second-moderator')),
    round: (parts = {}) => createRounds({ store: store.bulletins, platform, now, onError, ...parts })(),

    scheduled: (changes = {}) => schedule(office, sandbox, room, changes),

    async settle(id, restMs = 0) {
      for (let i = 0; i < 200; i++) {
        await room.round();
        const bulletin = await store.bulletins.find(id);
        if (bulletin === null) throw new Error(`${id} is gone.`);
        if (bulletin.wakeAt === null) return bulletin;
        clock.now = Math.max(clock.now, bulletin.wakeAt);
        if (restMs > 0) await delay(restMs);
      }
      throw new Error(`${id} does not come to rest.`);
    },

    standing: (id) =>
      sandbox.allMessages.filter(({ components }) => JSON.stringify(components ?? []).includes(`:${id}"`)),
  };
  return room;
}

function actor(id: string): Actor {
  return {
    person: { id, managesMessages: true, roles: [] },
    settings: { moderatorRole: null, approvalRequired: true },
  };
}

/** What moderators do until a bulletin is scheduled. */
async function schedule(
  office: Office,
  sandbox: Sandbox,
  { author, second }: Pick<Newsroom, 'author' | 'second'>,
  changes: Partial<Draft>,
): Promise<Bulletin> {
  const draft = { ...draftFor(sandbox), ...changes };
  const written = await office.write(sandbox.guildId(), draft, author);
  if (written.kind !== 'done') throw new Error(JSON.stringify(written));
  const { id, revision } = written.bulletin;
  await office.submit(id, revision, author);
  const approved = await office.approve(id, fingerprint(written.bulletin), second);
  if (approved.kind !== 'done') throw new Error(JSON.stringify(approved));
  return approved.bulletin;
}

/** Text that would notify everybody if it were let. */
export function draftFor(sandbox: Sandbox): Draft {
  const news = sandbox.roleId('news');
  const mention = [`<@&${news}>`, '@everyone', `<@${sandbox.personId('member')}>`].join(' ');
  return {
    channel: sandbox.channelId('announcements'),
    title: 'Maintenance',
    blocks: [],
    roles: [news],
    crosspost: false,
    due: null,
    text: `${mention}\n## Maintenance\nThe server restarts tonight.`,
  };
}
