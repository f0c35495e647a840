import { describe, expect, test } from 'vitest';
import { createSpeller } from '../../../src/search/question/speller.ts';

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
