import { expect, test } from 'vitest';
import { createBackground } from '../../src/search/background.ts';
import { readGrades } from '../../src/search/lexicon-files.ts';
import { stemmerOf } from '../../src/search/text/stem.ts';

const grades = readGrades('data/lexicon/necessity/en.tsv');

test('thousands of English words are graded, in all five grades', () => {
  expect(grades.size).toBeGreaterThan(10_000);
  expect(new Set(grades.values())).toEqual(new Set([0, 1, 2, 3, 4]));
});

test('what is graded is English, by single words of the lists of frequency', () => {
  const background = createBackground();
  const odd = [...grades.keys()].filter(
    (word) => !/^[a-z]+$/.test(word) || background.rank(word, 'en') === null,
  );
  expect(odd).toEqual([]);
});

test('of the forms of a word one is graded', () => {
  const stemOf = stemmerOf('en');
  const seen = new Set<string>();
  const twice = [...grades.keys()].filter((word) => seen.has(stemOf(word)) || !seen.add(stemOf(word)));
  expect(twice).toEqual([]);
});
