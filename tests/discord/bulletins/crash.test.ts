import { describe, expect, it } from 'vitest';
import { createLife, mortal } from '../../../prove/bulletins/life.ts';
import type { RestFault } from '../../../src/sandbox/faults/faults.ts';
import { draftFor, idOf, type Newsroom, openNewsroom } from './newsroom.ts';
import { expectOnce } from './once.ts';
import { thorough } from './thorough.ts';
import { liveOn, type WholeLife } from './whole-life.ts';

function partsOf({ store, platform, clock, sandbox, author, second }: Newsroom): WholeLife {
  const draft = { ...draftFor(sandbox), crosspost: true };
  return {
    store: store.bulletins,
    platform,
    now: () => clock.now,
    waitUntil(at) {
      clock.now = Math.max(clock.now, at);
    },
    server: sandbox.guildId(),
    ...{ draft, author, second },
  };
}

/** Lives through a bulletin's life, dying at the nth write, send or await. Resolves to where it died, or null. */
async function dieAt(n: number, id: string, parts: WholeLife): Promise<string | null> {
  const life = createLife();
  let calls = 0;
  let died: string | null = null;
  const mayDie = (where: string) => {
    calls += 1;
    if (calls === n) died = `${n}: ${where}`;
    return calls === n;
  };
  const store = mortal(parts.store, life, mayDie);
  const platform = mortal(parts.platform, life, mayDie);
  await Promise.race([liveOn(id, { ...parts, store, platform }), life.death]);
  return died;
}

const sends = { method: 'POST', route: '/channels/:channel/messages' };

const atOnce = 1_000;
const pastTheNonce = 20 * 60_000;
const applied: RestFault = { kind: 'apply-then-status', status: 500 };
const lost: RestFault = { kind: 'status', status: 502 };

interface Trouble {
  readonly life: string;
  readonly pause: number;
  /** What happens to its first send. */
  readonly fault: RestFault | null;
}

const everyday: readonly Trouble[] = [
  { life: 'an untroubled life, restarted at once', pause: atOnce, fault: null },
  { life: 'a send applied but answered with an error, restarted later', pause: pastTheNonce, fault: applied },
];
const further: readonly Trouble[] = [
  { life: 'an untroubled life, restarted later', pause: pastTheNonce, fault: null },
  { life: 'a send applied but answered with an error, restarted at once', pause: atOnce, fault: applied },
  { life: 'a send that is lost, restarted at once', pause: atOnce, fault: lost },
  { life: 'a send that is lost, restarted later', pause: pastTheNonce, fault: lost },
  { life: 'a send applied whose connection is reset', pause: atOnce, fault: { kind: 'apply-then-reset' } },
  { life: 'a send refused for now', pause: atOnce, fault: { kind: 'html' } },
];

describe('a crash after every single write, send and await', () => {
  it.each(thorough ? [...everyday, ...further] : everyday)('of $life', async ({ pause, fault }) => {
    const room = await openNewsroom();
    const parts = partsOf(room);
    let died: string | null = '';
    let lives = 0;
    for (; died !== null; lives++) {
      const id = idOf();
      if (fault !== null) room.sandbox.faults.onRest(sends, fault);
      died = await dieAt(lives + 1, id, parts);
      room.clock.now += pause;
      await liveOn(id, parts);
      await expectOnce(room, id, died ?? 'it lived');
      room.sandbox.faults.clear();
    }
    expect(lives).toBeGreaterThan(30);
  });
});
