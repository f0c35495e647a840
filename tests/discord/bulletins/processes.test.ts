import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, vi } from 'vitest';
import type { Platform } from '../../../src/bulletins/platform.ts';
import { draftFor, idOf, type Newsroom, openNewsroom } from './newsroom.ts';
import { expectOnce } from './once.ts';
import { thorough } from './thorough.ts';
import { liveOn } from './whole-life.ts';

const child = fileURLToPath(new URL('./child.ts', import.meta.url));

/** Starts a process on the newsroom's store and Discord; it is `ready` to begin, and `over` when it ended or was killed. */
function begin(room: Newsroom, ids: readonly string[], killAt: number | string | null) {
  const { sandbox, file, author, second } = room;
  const task = {
    ...{ token: sandbox.botToken, apiUrl: sandbox.apiUrl, file, ids, author, second, killAt },
    server: sandbox.guildId(),
    draft: { ...draftFor(sandbox), crosspost: true },
  };
  const started = spawn(process.execPath, ['--import', 'tsx', child], {
    env: { ...process.env, TASK: JSON.stringify(task) },
    stdio: ['ignore', 'pipe', 'inherit'],
    timeout: 60_000,
  });
  let out = '';
  const ready = new Promise<void>((resolve) => {
    started.stdout.on('data', (data) => {
      out += data;
      resolve();
    });
  });
  const over = new Promise<{ signal: string | null; calls: number }>((resolve) => {
    started.on('close', (_, signal) => resolve({ signal, calls: Number(out.split('\n')[1] || 0) }));
  });
  return { ready, over };
}

/** As many calls as crash.test.ts finds in an untroubled life. */
const everyStep = Array.from({ length: 34 }, (_, i) => i + 1);
const steps: readonly (number | string)[] = thorough ? everyStep : ['before send', 'after send'];

describe('a process that is killed', { timeout: 60_000 }, () => {
  it.each(steps)('at %s: the next one carries the bulletin on, once', async (killAt) => {
    const room = await openNewsroom({ begins: Date.now() });
    const id = idOf();
    const { signal } = await begin(room, [id], killAt).over;
    expect(signal).toBe('SIGKILL');
    // The lease of the dead one ends.
    room.clock.now = Date.now() + 95_000;
    await liveOn(id, {
      ...room,
      store: room.store.bulletins,
      now: () => room.clock.now,
      waitUntil(at) {
        room.clock.now = Math.max(room.clock.now, at);
      },
      server: room.sandbox.guildId(),
      draft: draftFor(room.sandbox),
    });
    await expectOnce(room, id, `killed at ${killAt}`);
  });
});

describe('two processes on one database', { timeout: 60_000 }, () => {
  it('publish what is due once between them', async () => {
    const room = await openNewsroom({ begins: Date.now() });
    const ids: string[] = [];
    for (let i = 0; i < 30; i++) ids.push((await room.scheduled()).id);
    const started = begin(room, [], null);
    const sends = () =>
      room.sandbox.calls.filter(({ method, path }) => method === 'POST' && path.endsWith('/messages'));
    await vi.waitUntil(() => sends().length >= 3, { timeout: 50_000 });
    let own = 0;
    const send: Platform['send'] = (...given) => {
      own += 1;
      return room.platform.send(...given);
    };
    const [other] = await Promise.all([started.over, keepPublishing(room, { ...room.platform, send })]);
    expect(other.signal).toBeNull();
    // Both had a part in it.
    expect(own).toBeGreaterThan(0);
    expect(other.calls).toBeGreaterThan(20);
    for (const id of ids) await expectOnce(room, id, 'between two');
  });
});

async function keepPublishing(room: Newsroom, platform: Platform): Promise<void> {
  while ((await room.store.bulletins.due(room.clock.now, 1)).length > 0) await room.round({ platform });
}
