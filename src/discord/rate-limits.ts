import type { RateLimitData, RESTOptions } from 'discord.js';
import { LRUCache } from 'lru-cache';

/** So many refusals of one call in a row are waited for. Discord bans addresses over refused calls. */
const mostWaits = 4;

/**
 * REST options that bound the library's patience with rate limits, which has no end of its own: it waits again and
 * again, and repeats a refusal that names no wait at once. A call whose wait would be longer than `longestMs`, or one
 * too many, fails with a RateLimitError.
 */
export function boundedWaits(
  longestMs: number,
  { makeRequest }: Pick<RESTOptions, 'makeRequest'>,
): Pick<RESTOptions, 'makeRequest' | 'rejectOnRateLimit'> {
  const inARow = new LRUCache<string, number>({ max: 1_000 });
  return {
    async makeRequest(url, init) {
      const response = await makeRequest(url, init);
      const call = `${init.method ?? 'GET'} ${url}`;
      if (response.status === 429) inARow.set(call, (inARow.get(call) ?? 0) + 1);
      else inARow.delete(call);
      return response;
    },
    rejectOnRateLimit: ({ retryAfter, method, url }: RateLimitData) =>
      retryAfter <= 0 || retryAfter > longestMs || (inARow.get(`${method} ${url}`) ?? 0) > mostWaits,
  };
}
