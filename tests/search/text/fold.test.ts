import { describe, expect, test } from 'vitest';
import { fold } from '../../../src/search/text/fold.ts';

describe('two ways of writing a word are one', () => {
  test.each([
    ['Soberanía', 'soberania', 'Spanish without accents'],
    ['Straße', 'STRASSE', 'German ß'],
    ['Ångström', 'angstrom', 'Swedish rings'],
    ['Łódź', 'lodz', 'Polish ł'],
    ['ISPARTA', 'ısparta', 'Turkish dotless i'],
    ['İzmir', 'izmir', 'Turkish dotted I'],
    ['București', 'bucuresti', 'Romanian commas'],
    ['ΛΌΓΟΣ', 'λογος', 'Greek accents and final sigma'],
    ['Ёлка', 'елка', 'Russian ё'],
    ['مُحَمَّد', 'محمد', 'Arabic vowels'],
    ['العـــالم', 'العالم', 'Arabic stretched letters'],
    ['أحمد إلى آخر', 'احمد الي اخر', 'Arabic alefs and yeh'],
    ['مدرسة', 'مدرسه', 'Arabic teh'],
    ['कि\u200dताब', 'किताब', 'Hindi joiners'],
    ['फ़रवरी', 'फरवरी', 'Hindi dots of borrowed letters'],
    ['٢٠٢٤', '2024', 'Arabic digits'],
    ['२०२४', '2024', 'Hindi digits'],
    ['ＡＢＣ', 'abc', 'full width'],
  ])('%s and %s: %s', (one, other) => {
    expect(fold(one)).toBe(fold(other));
  });
});

describe('a sign that makes another word stays', () => {
  test.each([
    ['दिन', 'दान', 'vowel signs of Hindi'],
    ['ข้าว', 'ขาว', 'tones of Thai'],
    ['がく', 'かく', 'voiced sounds of Japanese'],
    ['мой', 'мои', 'Russian й'],
  ])('%s is not %s: %s', (one, other) => {
    expect(fold(one)).not.toBe(fold(other));
  });

  test('and a Korean syllable stays one letter', () => {
    expect(fold('서울')).toBe('서울');
  });
});
