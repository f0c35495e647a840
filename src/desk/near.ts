import type { Match } from '../search/outcome.ts';

/** From this likeness to a way people ask for a statement on, that alone makes it near. */
const alike = 0.5;

/**
 * Whether a statement that is no answer has something of what was asked in it. The best of what has nothing is
 * noise, and so is one that only the right person said.
 */
export function isNear({ because }: Match): boolean {
  return because.some(({ how, weight }) => {
    if (how === 'asks') return weight >= alike;
    return weight > 0 && how !== 'speaker';
  });
}
