import { type Bulletin, fingerprint, type LogEntry } from '../../src/bulletins/bulletin.ts';
import type { BulletinStore } from '../../src/bulletins/bulletin-store.ts';
import { type Actor, createOffice } from '../../src/bulletins/office.ts';
import type { Platform } from '../../src/bulletins/platform.ts';
import { createRounds } from '../../src/bulletins/publish-due.ts';
import { createLife, type Life, mortal } from './life.ts';
import { memoryStore } from './memory-store.ts';
import { type Random, seeded } from './random.ts';
import { type SimulatedChannels, simulateChannels } from './simulated-channel.ts';

/** What became of the bulletins of a simulation. */
export interface Tally {
  readonly published: number;
  /** Not in their channel, or not recorded as published. */
  readonly lost: number;
  /** In their channel more than once. */
  readonly twice: number;
  /** In their channel in other words than were approved. */
  readonly altered: number;
  /** Notified without a moderator's tick. */
  readonly unintendedPings: number;
  /** With a history that has a gap. */
  readonly gaps: number;
  readonly crashes: number;
  /** Held for a moderator, who let them go. */
  readonly released: number;
}

const moderator = (id: string): Actor => ({
  person: { id, managesMessages: true, roles: [] },
  settings: { moderatorRole: null, approvalRequired: true },
});
const author = moderator('anna');
const second = moderator('bo');

const channels = ['c1', 'c2', 'c3', 'c4', 'c5'];
/** At every call of the store and the platform, before it and after it. */
const crashChance = 0.02;
const start = Date.UTC(2026, 0, 1);

/** What a test may spoil, to see that it shows. */
export interface Options {
  /** The platform as the processes see it. */
  readonly seenAs?: (platform: Platform) => Platform;
  /** The store as the processes see it. */
  readonly keptIn?: (store: BulletinStore) => BulletinStore;
}

/** One small world of so many bulletins, from drafts to the last one published, with crashes all along. */
export async function simulateWorld(
  seed: number,
  count: number,
  { seenAs = (platform) => platform, keptIn = (kept) => kept }: Options = {},
): Promise<Tally> {
  const random = seeded(seed);
  const clock = { now: start };
  const store = memoryStore();
  const world = simulateChannels(random, clock, {
    appliedUnclear: 0.08,
    lostUnclear: 0.04,
    straggling: 0.03,
    later: 0.05,
    sleep: 0.005,
  });
  const ids = await writeBulletins(store, clock, random, count);
  const office = createOffice({ store, now: () => clock.now, newId: () => '' });
  let crashes = 0;
  let released = 0;

  /** Where a process runs: it lives, or is down until somebody starts it again. */
  const hosts = Array.from({ length: random.chance(0.5) ? 2 : 1 }, () => ({
    life: createLife(),
    round: async () => {},
    /** The round it is in; a process that sleeps stays in it while the others go on. */
    work: null as Promise<void> | null,
    upAt: start,
    running: false,
  }));
  const begin = (host: (typeof hosts)[number]) => {
    const life: Life = createLife();
    const mayDie = () => random.chance(crashChance);
    host.life = life;
    host.running = true;
    host.round = createRounds({
      store: mortal(keptIn(store), life, mayDie),
      platform: mortal(seenAs(world.platform), life, mayDie),
      now: () => clock.now,
      onError: (error) => {
        throw error;
      },
    });
  };

  for (let turn = 0; turn < 100_000; turn++) {
    world.settle();
    for (const host of hosts) {
      if (!host.running && clock.now >= host.upAt) begin(host);
      if (!host.running || host.work !== null) continue;
      const work = host.round().finally(() => {
        if (host.work === work) host.work = null;
      });
      host.work = work;
    }
    // Everything but sleeping and being dead is done when the event loop comes round.
    await new Promise(setImmediate);
    for (const host of hosts) {
      if (!host.running || !host.life.dead) continue;
      crashes += 1;
      host.running = false;
      host.work = null;
      // Mostly back within a minute; sometimes not for over an hour.
      host.upAt = clock.now + (random.chance(0.005) ? 4_000_000 : random.between(1_000, 60_000));
    }
    const waiting = await store.list('guild', ['held'], count);
    for (const held of waiting) {
      const outcome = await office.release(held.id, held.revision, second);
      if (outcome.kind === 'done') released += 1;
    }
    const [due] = await store.due(Number.MAX_SAFE_INTEGER, 1);
    if (due === undefined && waiting.length === 0 && world.next === Number.POSITIVE_INFINITY) break;
    const next = Math.min(world.next, nextEvent(due, hosts));
    clock.now = Math.max(clock.now + random.between(200, 2_000), Number.isFinite(next) ? next : 0);
  }
  return { ...(await tally(store, ids, world)), crashes, released };
}

/** Drafted, submitted and approved by two people, with text that would notify everybody if it could. */
async function writeBulletins(
  store: BulletinStore,
  clock: { now: number },
  random: Random,
  count: number,
): Promise<readonly string[]> {
  let last = 0;
  const newId = () => {
    last += 1;
    return `b${last}`;
  };
  const office = createOffice({ store, now: () => clock.now, newId });
  const ids: string[] = [];
  for (let i = 0; i < count; i++) {
    const due = random.chance(0.2) ? null : start + random.between(1, 1_800_000);
    const draft = {
      channel: channels[random.between(0, channels.length - 1)] ?? 'c1',
      title: `Number ${i}`,
      blocks: [],
      roles: random.chance(0.5) ? ['700'] : [],
      crosspost: random.chance(0.2),
      due,
      // Many say the same, so that the words alone tell nothing about which one stands there.
      text: `<@&700> <@&666> @everyone <@42> Bulletin ${random.between(0, 20)}`,
    };
    const written = await office.write('guild', draft, author);
    if (written.kind !== 'done') throw new Error(`Could not write: ${written.kind}`);
    const { id, revision } = written.bulletin;
    await office.submit(id, revision, author);
    const approved = await office.approve(id, fingerprint(written.bulletin), second);
    if (approved.kind !== 'done') throw new Error(`Could not approve: ${approved.kind}`);
    ids.push(id);
  }
  return ids;
}

/** When something happens next: the bulletin that comes due first does, or a process comes back. */
function nextEvent(
  due: Bulletin | undefined,
  hosts: readonly { readonly running: boolean; readonly upAt: number }[],
): number {
  const back = Math.min(...hosts.filter(({ running }) => !running).map(({ upAt }) => upAt));
  if (hosts.every(({ running }) => !running)) return back;
  return Math.min(back, due?.wakeAt ?? Number.POSITIVE_INFINITY);
}

async function tally(store: BulletinStore, ids: readonly string[], world: SimulatedChannels) {
  const counts = { published: 0, lost: 0, twice: 0, altered: 0, unintendedPings: 0, gaps: 0 };
  const standing = new Map<string, string[]>();
  for (const { bulletin, text } of world.messages) {
    standing.set(bulletin, [...(standing.get(bulletin) ?? []), text]);
  }
  const ticked = new Map<string, readonly string[]>();
  for (const id of ids) {
    const bulletin = await store.find(id);
    if (bulletin === null) throw new Error(`${id} is gone.`);
    ticked.set(id, bulletin.roles);
    const texts = standing.get(id) ?? [];
    if (texts.length === 0 || bulletin.state !== 'published') counts.lost += 1;
    else if (texts.length > 1) counts.twice += 1;
    else counts.published += 1;
    if (texts.some((text) => text !== bulletin.text)) counts.altered += 1;
    if (hasGap(bulletin, await store.log(id))) counts.gaps += 1;
  }
  for (const { bulletin, whom } of world.pings) {
    if (!ticked.get(bulletin)?.includes(whom)) counts.unintendedPings += 1;
  }
  return counts;
}

/** Whether each line of the history begins where the one before ended, and the last ends where the bulletin is. */
function hasGap({ state }: Bulletin, log: readonly LogEntry[]): boolean {
  const joined = log.every(({ from }, i) => from === (log[i - 1]?.to ?? null));
  return !joined || log.at(-1)?.to !== state;
}
