import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { filesIn, readLexiconFile, readLexiconLines } from '../../src/search/lexicon-files.ts';
import { keptApart } from './kept-apart.ts';

/** The groups as they are written, whatever the search makes of them. */
const folder = (path: string) => fileURLToPath(new URL(`../../data/lexicon/${path}`, import.meta.url));
const wordsByLanguage = z.strictObject({
  en: z.array(z.string()).optional(),
  es: z.array(z.string()).optional(),
  zh: z.array(z.string()).optional(),
});
const groupSchema = wordsByLanguage.extend({
  weight: z.number().min(0.1).max(1).optional(),
  asked: wordsByLanguage.optional(),
});
const stopSchema = z.looseObject({ stop: z.string() });

const languages = ['en', 'es', 'zh'] as const;
type Tag = (typeof languages)[number];

const fold = (text: string) => text.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '');
const isShouted = (word: string) => /^\p{Lu}[\p{Lu}\p{N}.]+$/u.test(word);

const groups = filesIn(folder('synonyms'), '.jsonl').flatMap((path) => {
  const file = basename(path);
  return readLexiconLines(path, groupSchema).map((group) => {
    const words = (tag: Tag) => [...(group[tag] ?? []), ...(group.asked?.[tag] ?? [])];
    return { file, group, words, all: new Set(languages.flatMap((tag) => words(tag).map(fold))) };
  });
});

describe('the synonym groups', () => {
  test('are all read: their folder holds nothing else', () => {
    expect(readdirSync(folder('synonyms')).filter((name) => !name.endsWith('.jsonl'))).toEqual([]);
  });

  test('are many, and most of them speak all three languages', () => {
    expect(groups.length).toBeGreaterThan(1200);
    const inAll = groups.filter(({ words }) => languages.every((tag) => words(tag).length > 0));
    expect(inAll.length / groups.length).toBeGreaterThan(0.95);
  });

  test('join at least two words each, and none twice', () => {
    const odd = groups
      .map(({ file, words }) => ({
        file,
        listed: languages.flatMap((tag) => words(tag).map((word) => `${tag} ${fold(word)}`)),
      }))
      .filter(({ listed }) => listed.length < 2 || new Set(listed).size < listed.length);
    expect(odd).toEqual([]);
  });

  test('never hold the same words twice over', () => {
    const seen = new Set<string>();
    const repeated = groups
      .map(({ words }) => languages.map((tag) => words(tag).map(fold).sort().join(', ')).join(' / '))
      .filter((key) => seen.has(key) || !seen.add(key));
    expect(repeated).toEqual([]);
  });

  test('keep opposites and mere neighbours apart', () => {
    const joined = keptApart.flatMap(([one = '', other = '']) =>
      groups
        .filter(({ all }) => all.has(one) && all.has(other))
        .map(({ file, all }) => `${one} / ${other} in ${file}: ${[...all].join(', ')}`),
    );
    expect(joined).toEqual([]);
  });

  test('check their opposites against words that are really there', () => {
    const known = new Set(groups.flatMap(({ all }) => [...all]));
    const strangers = keptApart.flat().filter((word) => !known.has(word));
    expect(strangers).toEqual([]);
  });

  test('hold no word in more than four groups', () => {
    const counts = new Map<string, string[]>();
    for (const { words } of groups) {
      for (const tag of languages) {
        for (const word of new Set(words(tag).map(fold))) {
          const key = `${tag} ${word}`;
          counts.set(key, [...(counts.get(key) ?? []), words('en')[0] ?? '']);
        }
      }
    }
    expect([...counts].filter(([, heads]) => heads.length > 4)).toEqual([]);
  });

  test('never enter a word without meaning by itself', () => {
    for (const tag of languages) {
      const { stop } = readLexiconFile(folder(`languages/${tag}.yaml`), stopSchema);
      const meaningless = new Set(stop.split(/\s+/).map(fold));
      const entered = groups
        .flatMap(({ words }) => words(tag))
        .filter((word) => !isShouted(word) && meaningless.has(fold(word)));
      expect(entered, tag).toEqual([]);
    }
  });

  test('write Chinese in Han characters, with Latin only for short forms', () => {
    const odd = groups
      .flatMap(({ words }) => words('zh'))
      .filter((word) => !/^(?:\p{sc=Han}|[A-Z0-9])+$/u.test(word));
    expect(odd).toEqual([]);
  });

  test('write Chinese in simplified characters', () => {
    const traditional =
      /[國會議門開關東車馬鳥魚語說話書學習體點電腦網頁頭項題錢銀鐵長間問聞聽見觀視覺親戰爭進運動業產經濟職務員選舉總統黨權華實寶對變應當發達過遠還邊處場塊壓廠]/u;
    const written = groups.flatMap(({ words }) => words('zh')).filter((word) => traditional.test(word));
    expect(written).toEqual([]);
  });

  test('write English and Spanish in Latin letters', () => {
    const odd = (['en', 'es'] as const)
      .flatMap((tag) => groups.flatMap(({ words }) => words(tag)))
      .filter((word) => !/^[\p{sc=Latin}\p{N} .'’/-]+$/u.test(word));
    expect(odd).toEqual([]);
  });
});
