import { expect, it } from 'vitest';
import { once } from '../src/once.ts';

it('is made when it is first asked for, and never again', () => {
  let made = 0;
  const give = once(() => {
    made += 1;
    return made === 1 ? undefined : 'another';
  });
  expect(made).toBe(0);
  expect([give(), give()]).toEqual([undefined, undefined]);
  expect(made).toBe(1);
});
