import { setTimeout as delay } from 'node:timers/promises';
import { DiscordAPIError, type REST, Routes } from 'discord.js';
import type { Log } from '../log.ts';

/** Milliseconds before the second call, doubled for each further one up to the longest. */
const firstPause = 500;
const longestPause = 30_000;

/**
 * Waits until Discord's REST API answers anything, be it a refusal: an outage at the start is no reason to end. Gives
 * up once `over`. The REST client carries the bot's token.
 */
export async function untilReachable(rest: REST, log: Log, over: () => boolean): Promise<void> {
  for (let pause = firstPause; !over(); pause = Math.min(2 * pause, longestPause)) {
    try {
      await rest.get(Routes.gatewayBot());
      return;
    } catch (error) {
      if (error instanceof DiscordAPIError) return;
      log.warn({ err: error, againInMs: pause }, 'Discord cannot be reached');
      await delay(pause, undefined, { ref: false });
    }
  }
}
