import type { Platform, Posted, Sending } from '../../src/bulletins/platform.ts';
import { postBody } from '../../src/discord/bulletins/post-body.ts';
import type { Random } from './random.ts';

/** A message as it stands in a channel of the simulation. */
interface StandingMessage {
  readonly id: string;
  readonly channel: string;
  readonly bulletin: string;
  readonly nonce: string;
  readonly at: number;
  text: string;
}

/** Chances of what goes wrong, each in [0, 1]. */
export interface Troubles {
  /** Carried out, but the answer is lost. */
  readonly appliedUnclear: number;
  /** Lost on the way, which looks the same. */
  readonly lostUnclear: number;
  /** Given up on, and carried out up to a minute later. */
  readonly straggling: number;
  /** Refused for now: rate limits, or nobody could be reached. */
  readonly later: number;
  /** The process stands still for up to ten minutes between two calls, while the others go on. */
  readonly sleep: number;
}

export interface SimulatedChannels {
  readonly platform: Platform;
  readonly messages: readonly StandingMessage[];
  /** Who was notified: ids of roles and people, or "everyone". */
  readonly pings: readonly { readonly bulletin: string; readonly whom: string }[];
  /** Carries out what straggles, and wakes who sleeps, where it is time. */
  settle(): void;
  /** When something that is on its way happens, or somebody wakes; infinity when there is nothing. */
  readonly next: number;
}

/** "The past few minutes", in which a repeated nonce is known (documented without a number). */
const nonceWindow = 180_000;

/** A chat platform in memory that fails in every way it can, on a clock of its own. */
export function simulateChannels(
  random: Random,
  clock: { now: number },
  troubles: Troubles,
): SimulatedChannels {
  const messages: StandingMessage[] = [];
  const byBulletin = new Map<string, StandingMessage[]>();
  const byNonce = new Map<string, StandingMessage>();
  const pings: { bulletin: string; whom: string }[] = [];
  let onTheWay: { readonly at: number; readonly work: (at: number) => unknown }[] = [];
  let lastId = 0;

  type Send = Parameters<Platform['send']>;

  function apply([post, nonce]: Send, at: number): Posted {
    const known = byNonce.get(nonce);
    if (known !== undefined && at - known.at < nonceWindow) return { message: known.id, text: known.text };
    lastId += 1;
    const { channel, bulletin, text } = post;
    const message = { id: String(lastId), channel, bulletin, nonce, at, text };
    messages.push(message);
    byNonce.set(nonce, message);
    const others = byBulletin.get(bulletin);
    if (others === undefined) byBulletin.set(bulletin, [message]);
    else others.push(message);
    for (const whom of notifiedBy(postBody(post))) pings.push({ bulletin, whom });
    return { message: message.id, text };
  }

  function settle(): void {
    const due = onTheWay.filter(({ at }) => at <= clock.now).sort((a, b) => a.at - b.at);
    onTheWay = onTheWay.filter(({ at }) => at > clock.now);
    for (const { work, at } of due) work(at);
  }

  const sleepUntil = (at: number) =>
    new Promise<void>((resolve) => {
      onTheWay.push({ at, work: () => resolve() });
    });

  const pass = (milliseconds: number) => {
    clock.now += milliseconds;
    settle();
  };
  const takes = (most: number) => pass(random.between(1, most));
  const later = () => ({ kind: 'later', delay: random.between(200, 5_000) }) as const;

  function carryOut(work: (at: number) => Posted): Sending {
    takes(300);
    if (random.chance(troubles.later)) return later();
    if (random.chance(troubles.lostUnclear)) {
      pass(15_000);
      return { kind: 'unclear' };
    }
    if (random.chance(troubles.straggling)) {
      const at = clock.now + random.between(1, 60_000);
      onTheWay.push({ at, work });
      pass(15_000);
      return { kind: 'unclear' };
    }
    const posted = work(clock.now);
    return random.chance(troubles.appliedUnclear) ? { kind: 'unclear' } : { kind: 'sent', posted };
  }

  const platform: Platform = {
    send: async (...call) => carryOut((at) => apply(call, at)),
    edit: async (id, post) =>
      carryOut(() => {
        const message = messages.find((one) => one.id === id);
        if (message === undefined) throw new Error(`There is no message ${id}.`);
        message.text = post.text;
        return { message: id, text: post.text };
      }),
    async find(channel, bulletin, since) {
      takes(300);
      if (random.chance(troubles.later)) return later();
      const found = byBulletin
        .get(bulletin)
        ?.find((message) => message.channel === channel && message.at >= since);
      if (found === undefined) return { kind: 'absent' };
      return { kind: 'found', posted: { message: found.id, text: found.text } };
    },
    async crosspost() {
      takes(300);
      return random.chance(troubles.later) ? later() : { kind: 'done' };
    },
    async inspect() {
      takes(20);
      // A process that sleeps over its lease, as on a laptop whose lid was closed.
      if (random.chance(troubles.sleep)) await sleepUntil(clock.now + random.between(30_000, 600_000));
      return random.chance(troubles.later) ? later() : { kind: 'seen', missing: [], without: [] };
    },
    async tell() {
      takes(300);
      return random.chance(troubles.later) ? later() : { kind: 'done' };
    },
  };

  return {
    platform,
    messages,
    pings,
    settle,
    get next() {
      return Math.min(...onTheWay.map(({ at }) => at));
    },
  };
}

/** Whom Discord would notify: https://docs.discord.com/developers/resources/message#allowed-mentions-object */
function notifiedBy({ content, allowed_mentions: allowed }: ReturnType<typeof postBody>): readonly string[] {
  const text = content ?? '';
  const parsed: readonly string[] =
    allowed === undefined ? ['everyone', 'users', 'roles'] : (allowed?.parse ?? []);
  const named = (pattern: RegExp, kind: string, listed: readonly string[] = []) =>
    [...text.matchAll(pattern)]
      .map(([, id = '']) => id)
      .filter((id) => parsed.includes(kind) || listed.includes(id));
  return [
    ...(parsed.includes('everyone') && /@(?:everyone|here)/.test(text) ? ['everyone'] : []),
    ...named(/<@&(\d+)>/g, 'roles', allowed?.roles),
    ...named(/<@!?(\d+)>/g, 'users', allowed?.users),
  ];
}
