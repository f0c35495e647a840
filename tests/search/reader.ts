import type { Lexicon } from '../../src/search/compile-lexicon.ts';
import { createPhraseTable } from '../../src/search/phrase-table.ts';
import { createTextReader, type TextReader } from '../../src/search/text/read-text.ts';

/** A reader of one language, over texts of scripts with spaces. */
export function readerOf(language: string, lexicon: Lexicon): TextReader {
  const own = createPhraseTable([], [language], lexicon.synonyms.groups.length);
  return createTextReader(language, lexicon, own, (run) => [run]);
}
