/** Waiting for the world to change. */

import type { World } from '../world/world.ts';

/**
 * Looks now and after everything that happens.
 * @returns what `look` found, or undefined when it found nothing within `ms`.
 */
export function waitFor<T>(
  world: World,
  look: () => T | undefined | null | false,
  ms: number,
): Promise<T | undefined> {
  return new Promise((resolve) => {
    const end = (value: T | undefined) => {
      stop();
      clearTimeout(timer);
      resolve(value);
    };
    const again = () => {
      const value = look();
      if (value !== undefined && value !== null && value !== false) end(value);
    };
    const stop = world.happenings.listen(({ kind }) => (kind === 'closed' ? end(undefined) : again()));
    const timer = setTimeout(() => end(undefined), ms);
    again();
  });
}
