import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createSegmenter } from '../../../src/search/text/segment.ts';
import { tokenize } from '../../../src/search/text/tokenize.ts';

const words = (text: string, known: readonly string[] = []) =>
  tokenize(
    text,
    createSegmenter(() => known),
  ).map(({ word }) => word);

describe('the words of a text', () => {
  test.each([
    ["China's don't we'll", ['china', 'dont', 'we']],
    ['all-weather', ['all', 'weather']],
    ['18,000 tonnes, 2.6 billion, 9,6', ['18000', 'tonnes', '2.6', 'billion', '9,6']],
    ['the 50th of 8%', ['the', '50th', 'of', '8', 'percent']],
    ['the U.S. and the G77', ['the', 'us', 'and', 'the', 'g77']],
    ['Soberanía ñandú', ['soberania', 'nandu']],
    ['constructor', ['constructor']],
    ["l'école, d’Italie, dell'arte", ['l', 'ecole', 'd', 'italie', 'dell', 'arte']],
    ["Ankara'da, NATO’nun, 1911'de", ['ankara', 'nato', '1911', 'de']],
    ["O'Brien, o'clock, isn't", ['obrien', 'oclock', 'isnt']],
    ['٢٠٢٤ और २०,०००', ['2024', 'और', '20000']],
    ['Sicher\u00adheit', ['sicherheit']],
    ['किताबें पढ़ीं।', ['किताबें', 'पढीं']],
  ])('%s', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  test('of Chinese keep a known name whole, which the runtime would cut', () => {
    expect(words('习近平说了什么', ['习近平'])[0]).toBe('习近平');
  });

  test('stand where they say they stand, in any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        let last = 0;
        for (const { start, end } of tokenize(
          text,
          createSegmenter(() => []),
        )) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          last = end;
        }
      }),
    );
  });
});
