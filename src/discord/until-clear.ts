import { setTimeout as delay } from 'node:timers/promises';
import { DiscordAPIError, RateLimitError } from 'discord.js';

/** Nobody can tell what came of something sent, after it was repeated as often as makes sense. */
export class UnclearError extends Error {
  override readonly name = 'UnclearError';

  constructor(cause: unknown) {
    super('Discord did not say what came of it.', { cause });
  }
}

/** Discord takes the first response to an interaction for three seconds: the last try begins within this, in milliseconds. */
export const lastTry = 2_000;

/** Milliseconds before the second try and before the third. */
const pauses = [100, 400];

/**
 * Sends, and again while nobody can tell what came of it: three times at most, the last begun within `withinMs`. What
 * is sent must be safe to repeat. Rejects with Discord's refusal, which is never repeated, or with an UnclearError.
 */
export async function untilClear<Sent>(
  send: () => Promise<Sent>,
  withinMs = Number.POSITIVE_INFINITY,
): Promise<Sent> {
  const begun = performance.now();
  for (const pause of [...pauses, null]) {
    try {
      return await send();
    } catch (error) {
      if (wasRefused(error)) throw error;
      if (pause === null || performance.now() - begun + pause > withinMs) throw new UnclearError(error);
      await delay(pause);
    }
  }
  throw new RangeError('There is no try after the last.');
}

/** Whether it is certain that nothing was done: Discord said so, or was not asked because it had. */
export function wasRefused(error: unknown): boolean {
  return error instanceof DiscordAPIError || error instanceof RateLimitError;
}
