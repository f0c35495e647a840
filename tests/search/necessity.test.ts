import { describe, expect, it } from 'vitest';
import { createGrades, type Grade } from '../../src/search/necessity.ts';
import { stemmerOf } from '../../src/search/text/stem.ts';

const stemOf = stemmerOf('en');
const list = new Map<string, Grade>([
  ['better', 0],
  ['plans', 1],
  ['happy', 0],
  ['stopped', 2],
  ['negotiations', 3],
  ['uranium', 4],
]);
const suffixes = ['s', 'ed', 'ing', 'ation', 'ations', 'ness'];
const gradeOf = createGrades(list, stemOf, suffixes);
const grade = (word: string) => gradeOf(word, stemOf(word));

describe('the grade of a word', () => {
  it('is the one that is listed', () => {
    expect(grade('better')).toBe(0);
    expect(grade('uranium')).toBe(4);
  });

  it.each([
    ['plan', 1],
    ['planning', 1],
    ['happiness', 0],
    ['stop', 2],
    ['stops', 2],
    ['negotiate', 3],
    ['negotiating', 3],
  ])('is that of another form of it: %s', (word, expected) => {
    expect(grade(word)).toBe(expected);
  });

  it('is none where no form is listed, however alike another word is', () => {
    expect(grade('planet')).toBeNull();
    expect(grade('uranus')).toBeNull();
    expect(grade('zebra')).toBeNull();
  });
});
