import snowball from 'snowball-stemmers';
import { withoutEnding } from './endings.ts';
import { fold } from './fold.ts';

const algorithms: Readonly<Record<string, string>> = {
  ar: 'arabic',
  ca: 'catalan',
  cs: 'czech',
  da: 'danish',
  de: 'german',
  en: 'english',
  es: 'spanish',
  eu: 'basque',
  fi: 'finnish',
  fr: 'french',
  ga: 'irish',
  hu: 'hungarian',
  hy: 'armenian',
  it: 'italian',
  nb: 'norwegian',
  nl: 'dutch',
  no: 'norwegian',
  pt: 'portuguese',
  ro: 'romanian',
  ru: 'russian',
  sl: 'slovene',
  sv: 'swedish',
  ta: 'tamil',
  tr: 'turkish',
};

/**
 * What an algorithm needs to see of a folded word: endings are told by marks that people leave out. Of German umlauts
 * it makes plain vowels, and so are those that are spelt with an e.
 */
const restored: Readonly<Record<string, (word: string) => string>> = {
  ar: (word) => word.replace(/^[وف](?=(?:ال|لل|بال|كال)..)/, '').replace(/ه$/, 'ة'),
  de: (word) =>
    word
      .replace(/ae/g, 'a')
      .replace(/oe/g, 'o')
      .replace(/(?<![aeq])ue/g, 'u'),
  es: (word) => word.replace(/cion$/, 'ción'),
};

/** Takes folded words to their stems, in one language. */
export type Stemmer = (word: string) => string;

const stemmers = new Map<string, Stemmer>();

/**
 * The stemmer of a language (first subtag of a BCP 47 tag), by its list of endings or Snowball's algorithm; words stay
 * as they are where there is neither. Words with digits and words of one or two letters are never stemmed.
 */
export function stemmerOf(language: string): Stemmer {
  const known = stemmers.get(language);
  if (known !== undefined) return known;
  const stem = withoutEnding(language) ?? bySnowball(language);
  const made: Stemmer =
    stem === null
      ? (word) => word
      : (word) => (word.length < 3 || !/^\p{L}[\p{L}\p{M}]+$/u.test(word) ? word : stem(word));
  stemmers.set(language, made);
  return made;
}

function bySnowball(language: string): Stemmer | null {
  const algorithm = algorithms[language];
  if (algorithm === undefined) return null;
  // Most languages are never met.
  let stemmer: ReturnType<typeof snowball.newStemmer> | null = null;
  const restore = restored[language];
  const stem = (word: string) => {
    stemmer ??= snowball.newStemmer(algorithm);
    return fold(stemmer.stem(restore?.(word) ?? word));
  };
  // People type Spanish without accents, and the algorithm leaves an i where one is missing.
  return language === 'es' ? (word) => stem(word).replace(/i$/, '') : stem;
}
