import { describe, expect, it } from 'vitest';
import { createTranslations, type WordList } from '../../src/search/translations.ts';

const lists: Readonly<Record<string, WordList>> = {
  es: new Map([
    ['bridge', ['puente']],
    ['repair', ['reparación', 'arreglo', 'puesta a punto']],
    ['fix', ['arreglo']],
  ]),
  zh: new Map([['bridge', ['桥梁', '大桥']]]),
};
const between = (from: string, to: string) => createTranslations(from, to, (tag) => lists[tag] ?? null);

describe('translations', () => {
  it('lead from the stem of a word to English words, the usual meaning surest', () => {
    const translations = between('es', 'en');
    expect(translations?.of('puent')).toEqual([{ word: 'bridge', strength: 0.9 }]);
    const meant = translations?.of('arregl') ?? [];
    expect(meant.map(({ word }) => word)).toEqual(['repair', 'fix']);
    expect(meant[0]?.strength).toBeLessThan(meant[1]?.strength ?? 0);
  });

  it('lead from English too, to words folded as a text is read', () => {
    expect(between('en', 'es')?.of('repair')).toEqual([
      { word: 'reparacion', strength: 0.9 },
      { word: 'arreglo', strength: expect.any(Number) },
    ]);
  });

  it('leave out what takes several words', () => {
    expect(between('es', 'en')?.of('puest')).toEqual([]);
  });

  it('lead between two other languages where an English word is in both, less surely', () => {
    const [first, second] = between('es', 'zh')?.of('puent') ?? [];
    expect([first?.word, second?.word]).toEqual(['桥梁', '大桥']);
    expect(first?.strength).toBeLessThan(0.9);
    expect(between('es', 'zh')?.of('arregl')).toEqual([]);
  });

  it('are none within a language, and none where there is no list', () => {
    expect(between('es', 'es')).toBeNull();
    expect(between('en', 'en')).toBeNull();
    expect(between('fr', 'en')).toBeNull();
    expect(between('en', 'fr')).toBeNull();
    expect(between('es', 'fr')).toBeNull();
  });

  it('know nothing of a word that is not written down', () => {
    expect(between('es', 'en')?.of('volcan')).toEqual([]);
  });
});
