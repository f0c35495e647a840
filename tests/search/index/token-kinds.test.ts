import { describe, expect, test } from 'vitest';
import { kindBits, kindOf } from '../../../src/search/index/token-kinds.ts';
import { loadLexicon } from '../../../src/search/lexicon.ts';
import { readerOf } from '../reader.ts';

const lexicon = loadLexicon('data/lexicon');
const reader = readerOf('en', lexicon);

/** The words of a text that are told to be places. */
function placesIn(text: string): string[] {
  const tokens = reader.tokens(text);
  const isPlace = (at: number) =>
    (kindOf(tokens, at, reader.words, lexicon.background, new Set()) & kindBits.place) !== 0;
  return tokens.filter((_, at) => isPlace(at)).map(({ word }) => word);
}

describe('a place is', () => {
  test.each([
    ['They met in Shenzhen.', ['shenzhen'], 'a name after a word of place'],
    ['They met at the Great Hall of the People.', ['great', 'hall'], 'a name after its article'],
    ['It starts in the former brewery.', ['brewery'], 'a noun for places, described'],
    ['It is printed under the tray.', ['tray'], 'a noun for places'],
  ])('in "%s" %j, %s', (text, places, _what) => {
    expect(placesIn(text)).toEqual(places);
  });

  test.each([
    ['The outcomes of the Committee were signed.', 'no word of place stands before it'],
    ['They met in May.', 'a time is none'],
    ['In short, Xi agreed.', 'a comma parts them'],
  ])('nothing in "%s", since %s', (text, _why) => {
    expect(placesIn(text)).toEqual([]);
  });
});
