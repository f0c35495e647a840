import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { judge } from '../../../src/discord/bulletins/outcome.ts';

const answer = (status: number, code: number) =>
  new DiscordAPIError({ code, message: 'no' }, code, status, 'POST', 'http://127.0.0.1/', {});
const network = (code: string) => Object.assign(new Error('network'), { code });
const wrapped = (code: string) => new TypeError('fetch failed', { cause: network(code) });
const limited = new RateLimitError({
  ...{ timeToReset: 1_499.5, retryAfter: 1_499.5, sublimitTimeout: 0, limit: 5, global: false },
  ...{ method: 'POST', url: '', route: '', majorParameter: '', hash: '', scope: 'user' as const },
});

describe('judging what became of a call to Discord', () => {
  it.each([
    ['a rate limit', limited, { kind: 'later', delay: 1_500 }],
    ['429 as an answer', answer(429, 30_046), { kind: 'later', delay: 30_000 }],
    ['401', answer(401, 0), { kind: 'later', delay: 30_000 }],
    ['a page of the network in front of Discord', answer(403, 0), { kind: 'later', delay: 30_000 }],
    ['a channel that is gone', answer(404, 10_003), { kind: 'refused', problem: { kind: 'channel-gone' } }],
    ['a message that is gone', answer(404, 10_008), { kind: 'refused', problem: { kind: 'deleted' } }],
    [
      'a missing permission',
      answer(403, 50_013),
      { kind: 'refused', problem: { kind: 'missing-permissions', permissions: ['SendMessages'] } },
    ],
    [
      'an invalid form',
      answer(400, 50_035),
      { kind: 'refused', problem: { kind: 'rejected', detail: '50035' } },
    ],
    ['AutoMod', answer(400, 200_000), { kind: 'refused', problem: { kind: 'rejected', detail: '200000' } }],
    ['500', new HTTPError(500, 'x', 'POST', 'http://127.0.0.1/', {}), { kind: 'unclear' }],
    ['503', new HTTPError(503, 'x', 'POST', 'http://127.0.0.1/', {}), { kind: 'unclear' }],
    ['a reset connection', network('ECONNRESET'), { kind: 'unclear' }],
    ['a closed connection', wrapped('UND_ERR_SOCKET'), { kind: 'unclear' }],
    ['no answer in time', Object.assign(new Error('aborted'), { name: 'AbortError' }), { kind: 'unclear' }],
    ['half an answer', new SyntaxError('Unexpected end of JSON input'), { kind: 'unclear' }],
    ['nobody there', network('ECONNREFUSED'), { kind: 'later', delay: 30_000 }],
    ['no such host', wrapped('ENOTFOUND'), { kind: 'later', delay: 30_000 }],
    ['whatever else', 'a string', { kind: 'unclear' }],
  ])('%s', (_, error, expected) => {
    expect(judge(error)).toEqual(expected);
  });
});
