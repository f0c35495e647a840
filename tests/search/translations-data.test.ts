import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesIn, readWordList } from '../../src/search/lexicon-files.ts';

const scripts: Readonly<Record<string, RegExp>> = {
  de: /^[\p{sc=Latin}\p{N} .'’/-]+$/u,
  es: /^[\p{sc=Latin}\p{N} .'’/-]+$/u,
  fr: /^[\p{sc=Latin}\p{N} .'’/-]+$/u,
  pt: /^[\p{sc=Latin}\p{N} .'’/-]+$/u,
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

  test('are of single English words', () => {
    expect([...list.keys()].filter((word) => !/^[a-z]+$/.test(word))).toEqual([]);
  });

  test('are written in the letters of the language', () => {
    const odd = [...list.values()].flat().filter((word) => !scripts[tag]?.test(word));
    expect(odd).toEqual([]);
  });

  test('name none twice, and few for one word', () => {
    const odd = [...list].filter(([, words]) => new Set(words).size < words.length || words.length > 8);
    expect(odd).toEqual([]);
  });
});
