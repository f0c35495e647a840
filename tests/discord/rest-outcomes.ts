import type { RestFault } from '../../src/sandbox/faults/faults.ts';
import { thorough } from './bulletins/thorough.ts';

/** Every way Discord's REST API fails, for the tables that tell what comes of it where the bot calls it. */
export interface RestOutcome {
  readonly name: string;
  readonly fault: RestFault;
  /** How many calls it meets. */
  readonly times: number;
  readonly fate: Fate;
  /** Whether no answer comes, so that the bot has to give up; all others it should wait for. */
  readonly silent: boolean;
}

/** What it means for the one who calls, whatever the call is. */
export type Fate =
  /** Over before anybody notices: the call is repeated, or waits. */
  | 'passes'
  /** Refused for now, and whatever else is said to the person may get through. */
  | 'refused'
  /** Refused, and so is whatever else is said. */
  | 'barred'
  /** Nobody can be reached. */
  | 'down';

const forEver = Number.POSITIVE_INFINITY;

const error = (status: number, code: number, message: string): RestFault => ({
  kind: 'error',
  status,
  code,
  message,
});

const limit = (
  header: number | null,
  scope: 'user' | 'global' | 'shared' = 'user',
  body = header ?? 1,
): RestFault => ({ kind: 'rate-limit', header, body, scope });

const all: readonly (readonly [string, RestFault, number, Fate])[] = [
  ['500 for ever', { kind: 'status', status: 500 }, forEver, 'down'],
  ['502 once', { kind: 'status', status: 502 }, 1, 'passes'],
  ['502 twice', { kind: 'status', status: 502 }, 2, 'passes'],
  ['503 for ever', { kind: 'status', status: 503 }, forEver, 'down'],
  ['504, carried out', { kind: 'apply-then-status', status: 504 }, 1, 'passes'],
  ['a reset line, carried out', { kind: 'apply-then-reset' }, 1, 'passes'],
  ['a closed line, carried out', { kind: 'apply-then-close' }, 1, 'passes'],
  ['silence, carried out', { kind: 'apply-then-hang' }, 1, 'passes'],
  ['silence once', { kind: 'hang' }, 1, 'passes'],
  ['silence for ever', { kind: 'hang' }, forEver, 'down'],
  ['a slow answer', { kind: 'delay', ms: 300 }, 1, 'passes'],
  ['a page of the network in front', { kind: 'html' }, forEver, 'barred'],
  ['10062 unknown interaction', error(404, 10062, 'Unknown interaction'), forEver, 'barred'],
  ['40060 already acknowledged', error(400, 40060, 'Already acknowledged'), forEver, 'barred'],
  ['10015 unknown webhook', error(404, 10015, 'Unknown Webhook'), forEver, 'barred'],
  ['10003 unknown channel', error(404, 10003, 'Unknown Channel'), forEver, 'barred'],
  ['10008 unknown message', error(404, 10008, 'Unknown Message'), forEver, 'barred'],
  ['50001 missing access', error(403, 50001, 'Missing Access'), forEver, 'barred'],
  ['50013 missing permissions', error(403, 50013, 'Missing Permissions'), forEver, 'barred'],
  ['40333 blocked by the network in front', error(403, 40333, 'Internal network error'), forEver, 'barred'],
  ['50035 invalid form', error(400, 50035, 'Invalid Form Body'), 1, 'refused'],
  ['50035 for ever', error(400, 50035, 'Invalid Form Body'), forEver, 'barred'],
  ['50045 too large', error(400, 50045, 'Request entity too large'), 1, 'refused'],
  ['20016 slow mode', error(400, 20016, 'Slowmode'), 1, 'refused'],
  ['20028 channel write limit', error(400, 20028, 'Write limit'), 1, 'refused'],
  ['50083 archived thread', error(400, 50083, 'Archived'), 1, 'refused'],
  ['200000 blocked by AutoMod', error(400, 200000, 'Blocked'), 1, 'refused'],
  ['240000 link filter', error(400, 240000, 'Link'), 1, 'refused'],
  ['130000 overloaded', error(503, 130000, 'Overloaded'), 1, 'passes'],
  ['429 twice', limit(0.1), 2, 'passes'],
  ['429 for everything', limit(0.1, 'global'), 1, 'passes'],
  ['429 again and again', limit(0.05), forEver, 'down'],
  ['429 that names no wait, for ever', limit(null), forEver, 'down'],
  ['429 for twenty minutes', limit(1_163, 'shared'), forEver, 'down'],
  [
    '429 for a second by its header, for twenty minutes by its body',
    limit(0.05, 'shared', 1_163),
    forEver,
    'down',
  ],
];

/** One or two of each fate, always; all of them for `npm run prove -- crashes`. */
const always =
  /^(?:503|502 twice|504|silence|10062|10008|50013|50035 invalid|429 (?:twice|again|that|for twenty))/;

export const outcomes: readonly RestOutcome[] = all
  .map(([name, fault, times, fate]) => ({
    ...{ name, fault, times, fate },
    silent: fault.kind === 'hang' || fault.kind === 'apply-then-hang',
  }))
  .filter(({ name }) => thorough || always.test(name));

/** Answers that Discord counts, and bans an address over when there are 10,000 in ten minutes. */
export function isInvalid({ status }: { readonly status: number }): boolean {
  return [401, 403, 429].includes(status);
}
