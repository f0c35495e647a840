import { REST, type RESTOptions } from 'discord.js';
import type { Connection } from '../client.ts';

/**
 * A REST client that does what it is told once and says what came of it: it repeats nothing, since a repeated send may
 * be a second message, and waits for nothing, since whoever waits belongs into the store where it survives a restart.
 * After `timeout` milliseconds without an answer the outcome is unclear; `options` may change that.
 */
export function createPublishingRest(
  { token, apiUrl }: Connection,
  options: Partial<RESTOptions> = {},
): REST {
  return new REST({
    ...(apiUrl === null ? {} : { api: apiUrl }),
    retries: 0,
    timeout: 15_000,
    rejectOnRateLimit: () => true,
    ...options,
  }).setToken(token);
}
