import { type Bulletin, fingerprint, nonce, type Problem } from './bulletin.ts';
import type { BulletinStore } from './bulletin-store.ts';
import { createDuties } from './duties.ts';
import { isTooLate, overdue } from './late.ts';
import { createLedger } from './ledger.ts';
import { backOff, lease, margin, type Progress, patience, shortestPause } from './pace.ts';
import type { Later, Platform, Posted } from './platform.ts';
import { postOf } from './post-of.ts';

/** What publishing needs. */
export interface PublisherParts {
  readonly store: BulletinStore;
  readonly platform: Platform;
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number;
}

/** Takes one bulletin as far as it will go. See README.md for why it goes out once. */
export function createPublisher({ store, platform, now }: PublisherParts) {
  const ledger = createLedger(store, now);
  const { move } = ledger;
  const performDuty = createDuties({ ledger, platform, now });

  const stop =
    (action: 'hold' | 'fail') =>
    async (bulletin: Bulletin, problem: Problem, message = bulletin.message): Promise<Progress> => {
      await move(bulletin, action, {
        ...{ problem, message, attempts: 0 },
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
      // The longer it cannot go out, the more rarely it is tried.
      const pause = Math.max(delay, shortestPause, Math.ceil(overdue(bulletin, now()) / 4));
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
        return performDuty(bulletin);
    }
  }

  return { attend };
}
