import { expect, test } from 'vitest';
import { createTally, highest } from '../../src/search/tally.ts';

test('what is counted is listed once, in the order of counting', () => {
  const tally = createTally(10);
  tally.add(7, 0.5);
  tally.add(2, 1);
  tally.add(7, 0.25);
  expect([...tally.counted()]).toEqual([7, 2]);
  expect([7, 2, 3].map(tally.at)).toEqual([0.75, 1, 0]);
});

test('a number is raised and never lowered, and what it was is told', () => {
  const tally = createTally(3);
  expect(tally.raise(1, 0.5)).toBe(0);
  expect(tally.raise(1, 0.3)).toBe(0.5);
  expect(tally.raise(1, 0.9)).toBe(0.5);
  expect(tally.at(1)).toBe(0.9);
  expect([...tally.counted()]).toEqual([1]);
});

test('once forgotten, everything is 0 again', () => {
  const tally = createTally(3);
  tally.add(0, 1);
  tally.raise(2, 1);
  tally.clear();
  expect([...tally.counted()]).toEqual([]);
  expect([0, 1, 2].map(tally.at)).toEqual([0, 0, 0]);
  tally.add(2, 0.5);
  expect([...tally.counted()]).toEqual([2]);
});

test('the highest come first, of equal ones those counted earlier', () => {
  const tally = createTally(6);
  for (const [thing, value] of [
    [4, 0.5],
    [2, 0.9],
    [5, 0.5],
    [0, 0.2],
    [3, 0.9],
  ] as const)
    tally.add(thing, value);
  expect(highest(tally, 3)).toEqual([2, 3, 4]);
  expect(highest(tally, 9)).toEqual([2, 3, 4, 5, 0]);
});
