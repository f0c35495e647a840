import { expect, it } from 'vitest';
import { createSeen } from '../../src/discord/seen.ts';

it('knows an id the second time, and forgets the oldest first', () => {
  const firstTime = createSeen(2);
  expect(['a', 'a', 'b', 'c', 'b', 'a'].map(firstTime)).toEqual([true, false, true, true, false, true]);
});
