import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokenize } from '../../src/checking/tokens.ts';

describe('the words of a text', () => {
  it.each([
    ["Xi's U.S. visit at 5 p.m.", ["xi's", 'u.s', 'visit', 'at', '5', 'p.m']],
    ['(-5) 18,000 2.6% 21:40 50th', ['-5', '18,000', '2.6', '%', '21:40', '50th']],
    ['1990-95, all-weather & $3', ['1990', '-', '95', 'all', 'weather', '&', '$', '3']],
    ["'tis rock`n'roll", ['tis', "rock'n'roll"]],
  ])('are told apart in %j', (text, expected) => {
    expect(tokenize(text).map(({ form }) => form)).toEqual(expected);
  });

  it('do not depend on the scripts that stand elsewhere in it', () => {
    const pieces = fc.constantFrom(...'aZ09 .,:/\'`"-()[]{}%&+=$@\n_x1'.split(''), 'U.S.', "'s", '10', ' -');
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary-ascii' }),
          fc.array(pieces).map((all) => all.join('')),
        ),
        (text) => {
          expect(tokenize(text)).toEqual(tokenize(`${text} 说`).slice(0, -1));
        },
      ),
      { numRuns: 2_000, seed: 8 },
    );
  });
});
