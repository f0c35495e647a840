import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createBackground } from '../../src/search/background.ts';
import { filesIn, readWordList } from '../../src/search/lexicon-files.ts';

const background = createBackground();
const scripts: Readonly<Record<string, RegExp>> = {
  de: /^[\p{sc=Latin}\p{N} .'’/-]+$/u,
  es: /^[\p{sc=Latin}\p{N} .'’/-]+$/u,
  fr: /^[\p{sc=Latin}\p{N} .'’/-]+$/u,
  ru: /^[\p{sc=Cyrillic}\p{N} .-]+$/u,
  zh: /^(?:\p{sc=Han}|[A-Z0-9·])+$/u,
};
const lists = filesIn('data/lexicon/translations', '.tsv').map(
  (file) => [basename(file, '.tsv'), readWordList(file)] as const,
);

describe.each(lists)('the translations to %s', (tag, list) => {
  test('are many', () => {
    expect(list.size).toBeGreaterThan(3000);
  });

  test('are of English words', () => {
    const unknown = [...list.keys()].filter(
      (word) => !/^[a-z]+$/.test(word) || background.rank(word, 'en') === null,
    );
    expect(unknown).toEqual([]);
  });

  test('are written in the letters of the language', () => {
    const odd = [...list.values()].flat().filter((word) => !scripts[tag]?.test(word));
    expect(odd).toEqual([]);
  });

  test('name none twice, and few for one word', () => {
    const odd = [...list].filter(([, words]) => new Set(words).size < words.length || words.length > 6);
    expect(odd).toEqual([]);
  });
});
