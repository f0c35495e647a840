import type { BulletinStore } from '../bulletins/bulletin-store.ts';
import type { Vitals } from '../discord/vitals.ts';

/** Whether one thing the bot needs is as it should be, and what was seen. */
interface Sign {
  readonly well: boolean;
  readonly seen: string;
}

/** What was seen of everything the bot needs, by name. Never rejects. */
export type Signs = () => Promise<Readonly<Record<string, Sign>>>;

/** Two heartbeats of Discord's usual 41 s and some more. */
const heartbeatMs = 100_000;
const restMs = 60_000;

export interface SignsParts {
  readonly vitals: Vitals;
  readonly bulletins: Pick<BulletinStore, 'due'>;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
}

/** Looks after the connection to Discord, its REST API and the database. */
export function createSigns({ vitals, bulletins, clock }: SignsParts): Signs {
  const since = (instant: number | null, limit: number, what: string): Sign => {
    if (instant === null) return { well: false, seen: `no ${what} yet, or the connection is lost` };
    const age = Math.max(0, clock() - instant);
    return { well: age < limit, seen: `${what} ${Math.round(age / 1_000)} s ago` };
  };
  return async () => {
    const [served, database] = await Promise.all([vitals.served(restMs), askDatabase(bulletins, clock())]);
    return {
      gateway: since(vitals.heard(), heartbeatMs, 'sign of life'),
      rest: since(served, restMs, 'answer'),
      database,
    };
  };
}

async function askDatabase(bulletins: Pick<BulletinStore, 'due'>, now: number): Promise<Sign> {
  try {
    await bulletins.due(now, 1);
    return { well: true, seen: 'it answers' };
  } catch (error) {
    return { well: false, seen: error instanceof Error ? error.message : String(error) };
  }
}
