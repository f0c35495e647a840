import type { Bulletin, Problem } from './bulletin.ts';
import type { Ledger } from './ledger.ts';
import { backOff, lease, mostAttempts, type Progress } from './pace.ts';
import type { Doing, Platform } from './platform.ts';

export interface DutiesParts {
  readonly ledger: Ledger;
  readonly platform: Platform;
  readonly now: () => number;
}

/** Does what is left to do once a bulletin's state is settled, one thing at a time. All of it may be done twice. */
export function createDuties({
  ledger,
  platform,
  now,
}: DutiesParts): (bulletin: Bulletin) => Promise<Progress> {
  async function perform({ duties, channel, message, author, id, problem }: Bulletin): Promise<Doing> {
    const [duty] = duties;
    if (duty === 'crosspost' && message !== null) return platform.crosspost(channel, message);
    if (duty === 'tell' && problem !== null) return platform.tell(author, id, problem);
    return { kind: 'done' };
  }

  return async (bulletin) => {
    const [duty = 'nothing', ...rest] = bulletin.duties;
    const attempts = bulletin.attempts + 1;
    const mine = await ledger.note(bulletin, `begin ${duty}`, { wakeAt: now() + lease, attempts });
    if (mine === null) return 'done';
    const outcome = await perform(mine);
    const settled = { duties: rest, attempts: 0, wakeAt: rest.length > 0 ? now() : null };
    if (outcome.kind === 'done') {
      await ledger.note(mine, duty, settled);
      return 'done';
    }
    if (outcome.kind === 'later' && attempts < mostAttempts) {
      const pause = Math.max(outcome.delay, backOff(mine));
      await ledger.note(mine, `wait to ${duty}`, { wakeAt: now() + pause });
      return 'later';
    }
    // Nobody is told that nobody could be told.
    const problem: Problem = outcome.kind === 'refused' ? outcome.problem : { kind: 'unclear' };
    const toTell = { ...settled, problem, duties: [...rest, 'tell' as const], wakeAt: now() };
    await ledger.note(mine, `${duty} in vain`, duty === 'tell' ? settled : toTell);
    return 'done';
  };
}
