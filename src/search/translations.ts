import { fold } from './text/fold.ts';
import { remembering } from './text/remembering.ts';
import { stemmerOf } from './text/stem.ts';

/** The language that all translations are written for. */
const pivot = 'en';

/** English words with what they are called in one other language, the most usual first. */
export type WordList = ReadonlyMap<string, readonly string[]>;

/** What a word of another language may be called in a text's. */
export interface Translation {
  /** Folded, in the text's language. */
  readonly word: string;
  /** How sure it is that this is meant, 0..1. */
  readonly strength: number;
}

/** From one language to another. */
export interface Translations {
  /** By the stem of a word; none where it is not known. */
  of(stem: string): readonly Translation[];
}

/** How sure a translation is that is the only one, and how much less each further one is. */
const surest = 0.9;
const oneOfMany = 0.85;
const none: readonly Translation[] = [];

/**
 * Translations between two languages out of the word lists of languages other than English, which `listOf` reads; null
 * where there is none for one of the two. Between two such languages words meet where they share an English word.
 */
export function createTranslations(
  from: string,
  to: string,
  listOf: (language: string) => WordList | null,
): Translations | null {
  if (from === to) return null;
  const toPivot = from === pivot ? null : tableOf(from, listOf, 'to English');
  const fromPivot = to === pivot ? null : tableOf(to, listOf, 'from English');
  if ((from !== pivot && toPivot === null) || (to !== pivot && fromPivot === null)) return null;
  const direct = toPivot ?? fromPivot;
  if (direct === null) return null;
  if (toPivot === null || fromPivot === null) return { of: (stem) => direct.get(stem) ?? none };
  return {
    of: remembering(
      (stem) =>
        (toPivot.get(stem) ?? none).flatMap((english) =>
          (fromPivot.get(stemmerOf(pivot)(english.word)) ?? none).map((other) => ({
            word: other.word,
            strength: english.strength * other.strength,
          })),
        ),
      1000,
    ),
  };
}

function tableOf(
  language: string,
  listOf: (language: string) => WordList | null,
  direction: 'to English' | 'from English',
): ReadonlyMap<string, readonly Translation[]> | null {
  const list = listOf(language);
  if (list === null) return null;
  const english = stemmerOf(pivot);
  const theirs = stemmerOf(language);
  const table = new Map<string, Translation[]>();
  for (const [word, translations] of list) {
    translations.forEach((translation, at) => {
      const folded = fold(translation);
      // What takes several words in one language is not looked up word by word.
      if (folded.includes(' ')) return;
      const [key, other] = direction === 'to English' ? [theirs(folded), word] : [english(word), folded];
      const strength = surest * (at === 0 ? 1 : oneOfMany);
      const known = table.get(key);
      if (known === undefined) table.set(key, [{ word: other, strength }]);
      else if (!known.some((one) => one.word === other)) known.push({ word: other, strength });
    });
  }
  return table;
}
