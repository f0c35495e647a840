import type { ReadToken, TextReader } from '../text/read-text.ts';
import type { Translation, Translations } from '../translations.ts';

/** Shorter parts of a compound are found by chance. */
const shortest = 4;
/** What may stand between the parts of a compound. */
const links = ['', 's', 'es', 'n', 'en'];
/** How surely the meaning of a part is meant by the whole. */
const ofPart = 0.7;

/** What a word of a question may be called in the text's language; of a compound that is not known, what its two parts are. */
export function translateWord(
  { word, stem }: Pick<ReadToken, 'word' | 'stem'>,
  { words, stemOnce }: TextReader,
  translations: Translations,
): readonly Translation[] {
  const known = translations.of(stem);
  if (known.length > 0 || words?.compounds !== true) return known;
  for (let at = shortest; at <= word.length - shortest; at++) {
    const last = translations.of(stemOnce(word.slice(at)));
    if (last.length === 0) continue;
    for (const link of links) {
      if (!word.slice(0, at).endsWith(link)) continue;
      const first = translations.of(stemOnce(word.slice(0, at - link.length)));
      if (first.length === 0) continue;
      return [...first, ...last].map((one) => ({ ...one, strength: ofPart * one.strength }));
    }
  }
  return known;
}
