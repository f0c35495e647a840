import { describe, expect, test } from 'vitest';
import { fold } from '../../../src/search/text/fold.ts';
import { stemmerOf } from '../../../src/search/text/stem.ts';

describe('forms of one word have one stem', () => {
  test.each([
    ['en', 'bridges', 'bridge'],
    ['es', 'reparación', 'reparaciones'],
    ['de', 'Brücken', 'Brücke'],
    ['de', 'Bruecke', 'Brücke'],
    ['fr', 'réparations', 'réparation'],
    ['pt', 'pontes', 'ponte'],
    ['ru', 'русский', 'русского'],
    ['ar', 'المدرسة', 'مدرسه'],
    ['el', 'γέφυρες', 'γέφυρα'],
    ['hi', 'शहरों', 'शहर'],
    ['tr', 'şehirlerinde', 'şehirler'],
    ['tr', 'yıllarında', 'yıllara'],
    ['ro', 'ministrului', 'ministrul'],
  ])('%s: %s and %s', (language, one, other) => {
    const stem = stemmerOf(language);
    expect(stem(fold(one))).toBe(stem(fold(other)));
  });

  test('short words, numbers and words of other languages stay', () => {
    expect(stemmerOf('tr')('ev')).toBe('ev');
    expect(stemmerOf('de')('5g')).toBe('5g');
    expect(stemmerOf('und')('bridges')).toBe('bridges');
  });
});
