import { expect, it } from 'vitest';
import { remembering } from '../../../src/search/text/remembering.ts';

it('makes a thing once while it is remembered, and never remembers more than it may', () => {
  const made: string[] = [];
  const shout = remembering((word) => {
    made.push(word);
    return word.toUpperCase();
  }, 2);
  expect(['one', 'two', 'one', 'two'].map(shout)).toEqual(['ONE', 'TWO', 'ONE', 'TWO']);
  expect(made).toEqual(['one', 'two']);
  expect(['three', 'one'].map(shout)).toEqual(['THREE', 'ONE']);
  expect(made).toEqual(['one', 'two', 'three', 'one']);
});
