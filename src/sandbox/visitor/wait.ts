/** Waiting for the world to change. */

import type { Happening } from '../world/happening.ts';
import type { World } from '../world/world.ts';

export interface Waiting<T> {
  /** Anything but undefined, null and false is found. */
  look(): T | undefined | null | false;
  /** What is worth another look; everything when left out. */
  concerns?(happening: Happening): boolean;
  readonly ms: number;
}

/**
 * Looks now and after everything that happens.
 * @returns what was found, or undefined when nothing was within `ms` or before the sandbox ended.
 */
export function waitFor<T>(world: World, { look, concerns, ms }: Waiting<T>): Promise<T | undefined> {
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
    const stop = world.happenings.listen((happening) => {
      if (happening.kind === 'closed') end(undefined);
      else if (!concerns || concerns(happening)) again();
    });
    const timer = setTimeout(() => end(undefined), ms);
    again();
  });
}
