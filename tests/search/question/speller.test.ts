import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { closestPossible, createSpeller } from '../../../src/search/question/speller.ts';

const speller = createSpeller([
  'venezuela',
  'sovereignty',
  'play',
  'pay',
  'confucius',
  'charter',
  'chartres',
  'moon',
]);

describe('a misspelt word', () => {
  test.each([
    ['venezula', 'venezuela', 'a letter lost'],
    ['soverignty', 'sovereignty', 'a letter lost within'],
    ['confusius', 'confucius', 'one letter for another'],
    ['paly', 'play', 'two exchanged, which is likelier than one lost'],
    ['chartr', 'charter', 'the nearest length'],
    ['veenzuella', 'venezuela', 'two mistakes in a long word'],
  ])('%s is %s: %s', (typed, meant, _why) => {
    expect(speller.correct(typed)?.word).toBe(meant);
  });

  test.each(['barrels', 'xyz', 'm', 'minecraft', 'lunar', 'x'.repeat(5000)])(
    '%s is nothing in the dictionary',
    (typed) => {
      expect(speller.correct(typed)).toBeNull();
    },
  );
});

test('no other word is closer to a misspelt one than the closest possible', () => {
  const word = fc.stringMatching(/^[abc]{4,12}$/);
  const slip = fc.record({ at: fc.nat(12), letter: fc.constantFrom('', 'a', 'b', 'c'), instead: fc.nat(2) });
  fc.assert(
    fc.property(word, slip, (meant, { at, letter, instead }) => {
      const typed = meant.slice(0, at) + letter + meant.slice(at + instead);
      fc.pre(typed !== meant);
      const likeness = createSpeller([meant]).correct(typed)?.likeness ?? 0;
      expect(likeness).toBeLessThanOrEqual(closestPossible(typed) + 1e-9);
    }),
    { numRuns: 500 },
  );
  expect(createSpeller(['abcbac']).correct('acbbac')?.likeness).toBeCloseTo(closestPossible('acbbac'));
});
