import { describe, expect, it } from 'vitest';
import { findQuotes } from '../../src/checking/find-quotes.ts';
import { meaning } from './checks.ts';

const known = new Set([
  'xi',
  'president xi',
  'xi jinping',
  'the chinese president',
  'maduro',
  '习近平',
  'nicolas maduro',
]);
const names = { meaning, knows: (name: string) => known.has(name.toLowerCase()) };

/** Each quote as "who: what". */
const found = (message: string) =>
  findQuotes(message, names).map(({ quote, speaker }) => `${speaker ?? '?'}: ${quote}`);

describe('the quotes in a message', () => {
  it.each([
    ['Xi said: "we will lend ten billion"', ['Xi: we will lend ten billion']],
    ['lol did you see what xi said yesterday: “we will lend ten billion”', ['xi: we will lend ten billion']],
    ['"We will lend ten billion" — Xi Jinping', ['Xi Jinping: We will lend ten billion']],
    ['"We will lend ten billion," said Xi Jinping on Wednesday.', ['Xi Jinping: We will lend ten billion,']],
    [
      '"We will lend ten billion," the Chinese president added.',
      ['the Chinese president: We will lend ten billion,'],
    ],
    ['"We will lend ten billion" -Wang Yi', ['Wang Yi: We will lend ten billion']],
    ['«We will lend ten billion», dijo Xi', ['Xi: We will lend ten billion']],
    ['习近平说：「我们将提供一百亿」', ['习近平: 我们将提供一百亿']],
    ['According to Maduro, "this is a historic victory"', ['Maduro: this is a historic victory']],
    ["Xi: we will lend 'em ten billion", ["Xi: we will lend 'em ten billion"]],
    ['Xi said that we will lend ten billion', ['Xi: we will lend ten billion']],
    ['did Xi say that China will lend ten billion?', ['Xi: China will lend ten billion']],
    ['we will lend ten billion - Xi', ['Xi: we will lend ten billion']],
    ['we will lend ten billion', ['?: we will lend ten billion']],
    ['Breaking: we will lend ten billion', ['?: Breaking: we will lend ten billion']],
    ['he said "we will lend ten billion"', ['?: we will lend ten billion']],
    ['> we will lend ten billion\nis that real', ['?: we will lend ten billion']],
    ['Xi said:\n> we will lend\n> ten billion', ['Xi: we will lend\nten billion']],
    ['> we will lend ten billion\n— Xi', ['Xi: we will lend ten billion']],
    ['> "We will lend ten billion," Xi said.', ['Xi: We will lend ten billion,']],
    ['>>> we will lend\n\nten billion', ['?: we will lend\n\nten billion']],
    ['||Xi: **we will** lend ten billion||', ['Xi: we will   lend ten billion']],
    ['```\n"we will lend ten billion"\n```', ['?: we will lend ten billion']],
    [
      '<@123456789012345678> Xi said "we will lend ten billion" https://example.org/"x"',
      ['Xi: we will lend ten billion'],
    ],
    ["Xi said 'we don't lend ten billion'", ["Xi: we don't lend ten billion"]],
    [
      '“They called it “ironclad friendship” again,” Maduro said',
      ['Maduro: They called it “ironclad friendship” again,'],
    ],
    [
      'so the "friendship" is "good partners for common development"',
      ['?: good partners for common development'],
    ],
  ])('%s', (message, quotes) => {
    expect(found(message)).toEqual(quotes);
  });

  it('are each found where there are several, each with who said it', () => {
    expect(found('Xi said "we will lend ten billion" but Maduro said "this is a historic victory"')).toEqual([
      'Xi: we will lend ten billion',
      'Maduro: this is a historic victory',
    ]);
    expect(found('"We will lend," Xi said, "ten billion to Caracas."')).toEqual([
      'Xi: We will lend,',
      'Xi: ten billion to Caracas.',
    ]);
  });

  it('are none where there are no words', () => {
    expect(found('')).toEqual([]);
    expect(found('<@123456789012345678> 😀 !!')).toEqual([]);
  });
});
