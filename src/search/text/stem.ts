import snowball from 'snowball-stemmers';
import { fold } from './fold.ts';

const algorithms: Readonly<Record<string, string>> = {
  en: 'english',
  es: 'spanish',
  fr: 'french',
  de: 'german',
  it: 'italian',
  pt: 'portuguese',
  nl: 'dutch',
  sv: 'swedish',
  da: 'danish',
  ro: 'romanian',
  ru: 'russian',
};

/** Takes folded words to their stems, in one language. */
export type Stemmer = (word: string) => string;

const stemmers = new Map<string, Stemmer>();

/**
 * The Snowball stemmer of a language (first subtag of a BCP 47 tag); words stay as they are where there is none.
 * Words with digits and words of one or two letters are never stemmed.
 */
export function stemmerOf(language: string): Stemmer {
  const known = stemmers.get(language);
  if (known !== undefined) return known;
  const algorithm = algorithms[language];
  const made: Stemmer = algorithm === undefined ? (word) => word : stemming(language, algorithm);
  stemmers.set(language, made);
  return made;
}

function stemming(language: string, algorithm: string): Stemmer {
  const stemmer = snowball.newStemmer(algorithm);
  return (word) => {
    if (word.length < 3 || !/^\p{L}+$/u.test(word)) return word;
    // People type Spanish without accents; the algorithm needs this one, and leaves an i where another is missing.
    if (language === 'es') return fold(stemmer.stem(word.replace(/cion$/, 'ción'))).replace(/i$/, '');
    return fold(stemmer.stem(word));
  };
}
