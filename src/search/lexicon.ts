import { basename, join } from 'node:path';
import { z } from 'zod';
import { compileLexicon, type Lexicon } from './compile-lexicon.ts';
import type { LanguageWords } from './language.ts';
import { filesIn, readGrades, readLexiconFile, readLexiconLines, readWordList } from './lexicon-files.ts';
import type { SynonymGroup } from './phrase-table.ts';
import { remembering } from './text/remembering.ts';

const listOf = (separator: RegExp) =>
  z.union([z.string().transform((text) => text.trim().split(separator)), z.array(z.coerce.string())]);
const words = listOf(/\s+/).default([]);
const phrases = listOf(/\s*,\s*/).default([]);
const byLanguage = z.record(z.string(), z.array(z.coerce.string().min(1)));

const groupSchema = z
  .object({ weight: z.number().min(0.1).max(1).default(0.8), asked: byLanguage.default({}) })
  .catchall(z.array(z.coerce.string().min(1)));

const languageSchema = z.strictObject({
  stop: listOf(/\s+/),
  asking: words,
  saying: words,
  opinions: words,
  leaning: words,
  chat: z.record(z.string(), z.coerce.string()).default({}),
  questions: z.record(z.string(), phrases).default({}),
  numbers: z.record(z.string(), z.number()).default({}),
  months: words,
  weekdays: words,
  times: words,
  places: words,
  personal: words,
  units: words,
  durations: words,
  reasons: words,
  suffixes: words,
  marks: z.enum(['optional', 'letters']).default('optional'),
  compounds: z.boolean().default(false),
  capitals: z.enum(['names', 'nouns']).default('names'),
  talk: z
    .strictObject({ greeting: phrases, thanks: phrases, addressed: phrases })
    .default({ greeting: [], thanks: [], addressed: [] }),
  stems: z.record(z.string(), z.string()).default({}),
  auxiliaries: words,
  sites: words,
  articles: words,
});

/**
 * Reads a lexicon folder (its README tells the format): `synonyms/*.jsonl` and `languages/<tag>.yaml`, and, when they are
 * needed, `translations/<tag>.tsv` and `necessity/<tag>.tsv`. Throws an Error naming file and line where one cannot be
 * used.
 */
export function loadLexicon(dir: string): Lexicon {
  const languages = new Map<string, LanguageWords>();
  for (const file of filesIn(join(dir, 'languages'), '.yaml')) {
    languages.set(basename(file, '.yaml'), readLexiconFile(file, languageSchema));
  }
  const groups = filesIn(join(dir, 'synonyms'), '.jsonl').flatMap((file) =>
    readLexiconLines(file, groupSchema).map(toGroup),
  );
  const lists = <List>(folder: string, read: (file: string) => List) => {
    const files = new Map(filesIn(join(dir, folder), '.tsv').map((file) => [basename(file, '.tsv'), file]));
    return remembering((tag): List | null => {
      const file = files.get(tag);
      return file === undefined ? null : read(file);
    });
  };
  return compileLexicon(languages, groups, {
    translations: lists('translations', readWordList),
    grades: lists('necessity', readGrades),
  });
}

function toGroup({ weight, asked, ...said }: z.infer<typeof groupSchema>): SynonymGroup {
  return { weight, said, asked };
}
