import { describe, expect, it, test } from 'vitest';
import { loadLexicon } from '../../../src/search/lexicon.ts';
import { readerOf } from '../reader.ts';

const reader = readerOf('en', loadLexicon('data/lexicon'));
const stems = (text: string) => reader.tokens(text).map(({ stem }) => stem);

describe('words that an algorithm would mix up', () => {
  test.each([
    ['goods', 'good'],
    ['news', 'new'],
    ['importance', 'import'],
    ['authorities', 'author'],
    ['universities', 'universe'],
  ])('%s is not %s', (one, other) => {
    expect(stems(one)).not.toEqual(stems(other));
  });

  it('keeps their own forms together', () => {
    expect(stems('authority')).toEqual(stems('authorities'));
  });
});

describe('a word without meaning', () => {
  const stops = (text: string) => reader.tokens(text).filter(({ stop }) => stop);

  it('is "may" as a verb', () => {
    expect(stops('Shops may close. May they')).toHaveLength(3);
  });

  it('is not May, written as a name within a sentence', () => {
    expect(stops('It opens in May').map(({ word }) => word)).toEqual(['it', 'in']);
  });
});
