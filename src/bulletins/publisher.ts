import type { Bulletin, Duty, LogEntry, Problem } from './bulletin.ts';
import { fingerprint, nonce } from './bulletin.ts';
import type { BulletinStore } from './bulletin-store.ts';
import { isLate, isTooLate } from './late.ts';
import type { Doing, Later, Mark, Platform, Post, Posted } from './platform.ts';
import { type Action, after } from './transitions.ts';

/** What publishing needs. */
export interface PublisherParts {
  readonly store: BulletinStore;
  readonly platform: Platform;
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number;
}

/** How long whoever took up a bulletin has it to himself. Longer than any one request may take. */
export const lease = 90_000;
/** Nothing is sent in the last part of a lease, so that a slow process and its successor never send at once. */
const margin = 30_000;
/** How long an unreachable platform is tried again, from when the bulletin may first have been sent. */
const patience = 3_600_000;
const shortestPause = 1_000;
/** How often what is left to do is tried, each time after a longer pause. */
const mostAttempts = 8;

/** Whether anything more can be done now, or the platform asked for a pause. */
export type Progress = 'done' | 'later';

/** Takes one bulletin as far as it will go. See README.md for why it goes out once. */
export function createPublisher({ store, platform, now }: PublisherParts) {
  /** Changes a bulletin unless somebody else did; null then. */
  async function move(
    before: Bulletin,
    action: Action,
    changes: Partial<Bulletin>,
  ): Promise<Bulletin | null> {
    const to = after(before.state, action);
    if (to === null) return null;
    const next = { ...before, ...changes, state: to, revision: before.revision + 1 };
    const entry = entryOf(before, next, action, changes.problem?.kind ?? null);
    return (await store.replace(next, [entry])) ? next : null;
  }

  /** A change of what is left to do, not of the state. */
  async function note(
    before: Bulletin,
    action: string,
    changes: Partial<Bulletin>,
  ): Promise<Bulletin | null> {
    const next = { ...before, ...changes, revision: before.revision + 1 };
    const entry = entryOf(before, next, action, null);
    return (await store.replace(next, [entry])) ? next : null;
  }

  const entryOf = (before: Bulletin, next: Bulletin, action: string, text: string | null): LogEntry => ({
    bulletin: next.id,
    at: now(),
    by: null,
    from: before.state,
    to: next.state,
    action,
    note: text,
  });

  const stop =
    (action: 'hold' | 'fail') =>
    async (bulletin: Bulletin, problem: Problem, message = bulletin.message): Promise<Progress> => {
      await move(bulletin, action, {
        ...{ problem, message },
        duties: [...bulletin.duties, 'tell'],
        wakeAt: now(),
      });
      return 'done';
    };
  const hold = stop('hold');
  const fail = stop('fail');

  /** Tries again after a while, unless it has been tried for too long. */
  async function wait(bulletin: Bulletin, delay = backOff(bulletin)): Promise<Progress> {
    const since = Math.max(bulletin.attemptedAt ?? now(), bulletin.releasedAt ?? 0);
    if (now() - since > patience) await hold(bulletin, { kind: 'unclear' });
    else await move(bulletin, 'wait', { wakeAt: now() + delay });
    return 'later';
  }

  async function deliver(bulletin: Bulletin, mayHaveBeenSent: boolean): Promise<Progress> {
    const until = bulletin.wakeAt ?? 0;
    /** Refused for now. Where this was the first attempt, nothing was ever sent. */
    const later = async ({ delay }: Later): Promise<Progress> => {
      const pause = Math.max(delay, shortestPause);
      if (mayHaveBeenSent) return wait(bulletin, Math.max(pause, backOff(bulletin)));
      await move(bulletin, 'postpone', { attemptedAt: null, wakeAt: now() + pause });
      return 'later';
    };

    if (bulletin.approval?.fingerprint !== fingerprint(bulletin))
      return hold(bulletin, { kind: 'unapproved' });
    if (mayHaveBeenSent && bulletin.amends === null) {
      const finding = await platform.find(bulletin.channel, bulletin.id, bulletin.attemptedAt ?? 0);
      if (finding.kind === 'found') return settle(bulletin, finding.posted);
      if (finding.kind === 'later') return later(finding);
      if (finding.kind === 'refused') {
        const gone = finding.problem.kind === 'channel-gone';
        return gone ? fail(bulletin, finding.problem) : hold(bulletin, { kind: 'unclear' });
      }
      if (isTooLate(bulletin, now())) return hold(bulletin, { kind: 'late' });
    }
    if (bulletin.amends?.kind === 'correction' && (await wasRetracted(bulletin.amends.bulletin))) {
      return hold(bulletin, { kind: 'overtaken' });
    }
    const people = [...new Set([bulletin.author, bulletin.approval.by])];
    const view = await platform.inspect(bulletin, people);
    if (view.kind === 'later') return later(view);
    if (view.kind === 'channel-gone') return fail(bulletin, { kind: 'channel-gone' });
    if (view.missing.length > 0) {
      return fail(bulletin, { kind: 'missing-permissions', permissions: view.missing });
    }
    const [person] = view.without;
    if (person !== undefined) return hold(bulletin, { kind: 'rights-lost', person });
    // Somebody else may have taken it up by now; whoever did looks in the channel first.
    if (now() > until - margin) return 'done';
    const post = postOf(bulletin, now());
    const sending =
      bulletin.amends === null
        ? await platform.send(post, nonce(bulletin))
        : await platform.edit(bulletin.amends.message, post);
    switch (sending.kind) {
      case 'sent':
        return settle(bulletin, sending.posted);
      case 'refused':
        return fail(bulletin, sending.problem);
      case 'later':
        return later(sending);
      case 'unclear':
        // Not sent again from here: it is taken up anew, which looks in the channel first.
        return wait(bulletin);
    }
  }

  /** It stands in the channel. Nobody approved it unless it is what was approved, to the byte. */
  async function settle(bulletin: Bulletin, { message, text }: Posted): Promise<Progress> {
    if (text !== bulletin.text) return hold(bulletin, { kind: 'altered' }, message);
    const crosspost = bulletin.crosspost && bulletin.amends === null;
    const published = await move(bulletin, 'publish', {
      message,
      publishedAt: now(),
      problem: null,
      attempts: 0,
      duties: crosspost ? ['crosspost'] : [],
      wakeAt: crosspost ? now() : null,
    });
    return published !== null && crosspost ? attend(published) : 'done';
  }

  async function wasRetracted(original: string): Promise<boolean> {
    const amendments = await store.amendments(original);
    return amendments.some(({ amends, state }) => amends?.kind === 'retraction' && state === 'published');
  }

  /** What is left to do once the state is settled, one thing at a time. */
  async function doDuty(bulletin: Bulletin): Promise<Progress> {
    const [duty, ...rest] = bulletin.duties;
    if (duty === undefined) {
      await note(bulletin, 'rest', { wakeAt: null });
      return 'done';
    }
    const attempts = bulletin.attempts + 1;
    const mine = await note(bulletin, `begin ${duty}`, { wakeAt: now() + lease, attempts });
    if (mine === null) return 'done';
    const outcome = await perform(duty, mine);
    const settled = { duties: rest, wakeAt: rest.length > 0 ? now() : null };
    if (outcome.kind === 'done') {
      await note(mine, duty, settled);
      return 'done';
    }
    if (outcome.kind === 'later' && attempts < mostAttempts) {
      const pause = Math.max(outcome.delay, backOff(mine));
      await note(mine, `wait to ${duty}`, { wakeAt: now() + pause });
      return 'later';
    }
    const problem: Problem = outcome.kind === 'refused' ? outcome.problem : { kind: 'unclear' };
    const given = { problem, duties: [...rest, 'tell' as const], attempts: 0, wakeAt: now() };
    await note(mine, `${duty} in vain`, duty === 'tell' ? settled : given);
    return 'done';
  }

  async function perform(duty: Duty, { channel, message, author, id, problem }: Bulletin): Promise<Doing> {
    if (duty === 'crosspost' && message !== null) return platform.crosspost(channel, message);
    if (duty === 'tell' && problem !== null) return platform.tell(author, id, problem);
    return { kind: 'done' };
  }

  /**
   * Does what is due for a bulletin. Called by several processes at once, one does it: each begins with a change
   * that only one of them can make. Resolves when nothing is left to do now; what a broken connection to the store
   * leaves half done is taken up when the lease ends.
   */
  async function attend(bulletin: Bulletin): Promise<Progress> {
    switch (bulletin.state) {
      case 'scheduled': {
        if (isTooLate(bulletin, now())) return hold(bulletin, { kind: 'late' });
        const { attemptedAt } = bulletin;
        const claim = { attemptedAt: attemptedAt ?? now(), attempts: 1, wakeAt: now() + lease };
        const claimed = await move(bulletin, 'claim', claim);
        return claimed === null ? 'done' : deliver(claimed, attemptedAt !== null);
      }
      case 'publishing': {
        const resume = { attempts: bulletin.attempts + 1, wakeAt: now() + lease };
        const resumed = await move(bulletin, 'resume', resume);
        return resumed === null ? 'done' : deliver(resumed, true);
      }
      default:
        return doDuty(bulletin);
    }
  }

  return { attend };
}

/** The pause after so many attempts, in milliseconds: four seconds, doubled each time, at most five minutes. */
function backOff({ attempts }: Bulletin): number {
  return Math.min(2_000 * 2 ** Math.min(attempts, 10), 300_000);
}

/** What a bulletin says in its channel, with its marks. */
export function postOf(bulletin: Bulletin, now: number): Post {
  return {
    bulletin: bulletin.amends?.bulletin ?? bulletin.id,
    channel: bulletin.channel,
    text: bulletin.text,
    roles: bulletin.amends?.kind === 'retraction' ? [] : bulletin.roles,
    mark: markOf(bulletin, now),
  };
}

function markOf(bulletin: Bulletin, now: number): Mark | null {
  if (bulletin.amends?.kind === 'correction') return { kind: 'corrected', at: now };
  if (bulletin.amends?.kind === 'retraction') return { kind: 'retracted', at: now };
  const due = bulletin.due ?? bulletin.approval?.at;
  return due !== undefined && isLate(bulletin, now) ? { kind: 'late', due } : null;
}
