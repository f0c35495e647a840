import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { describeFault } from '../announcement/describe-fault.ts';
import { type Path, readYaml } from '../announcement/read-yaml.ts';
import type { WordList } from './translations.ts';

/** The files of a folder whose names end so, by name. */
export function filesIn(folder: string, extension: '.yaml' | '.jsonl' | '.tsv'): readonly string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(extension))
    .sort()
    .map((name) => join(folder, name));
}

/** Reads one file of the lexicon. Throws an Error that names the file and the lines that cannot be used. */
export function readLexiconFile<T>(file: string, schema: z.ZodType<T>): T {
  const read = readYaml(readFileSync(file, 'utf8'), file);
  if (read.kind === 'faulty') throw new Error(read.faults.map(describeFault).join('\n'));
  const { data, line } = read.value;
  const parsed = schema.safeParse(data);
  if (parsed.success) return parsed.data;
  throw new Error(describe(file, parsed.error, (path) => line(path) ?? 1));
}

/** Reads a file with one value a line, as JSON. Throws an Error that names the file and the line that cannot be used. */
export function readLexiconLines<T>(file: string, schema: z.ZodType<T>): readonly T[] {
  const lines = readFileSync(file, 'utf8').split(/\r?\n/);
  return lines.flatMap((text, index) => {
    if (text.trim() === '') return [];
    const parsed = schema.safeParse(parseJson(text, `${file}:${index + 1}`));
    if (parsed.success) return [parsed.data];
    throw new Error(describe(file, parsed.error, () => index + 1));
  });
}

/**
 * Reads a list of translations: a line for each English word, a tab, and what it is called, between commas, the most usual
 * first. Throws an Error that names the file and the line that cannot be used.
 */
export function readWordList(file: string): WordList {
  const list = new Map<string, readonly string[]>();
  readFileSync(file, 'utf8')
    .split(/\r?\n/)
    .forEach((line, index) => {
      if (line === '') return;
      const [english = '', translations = '', ...more] = line.split('\t');
      const words = translations.split(', ');
      if (english === '' || more.length > 0 || words.some((word) => word.trim() === '')) {
        throw new Error(
          `${file}:${index + 1}: give an English word, a tab, and translations between commas.`,
        );
      }
      list.set(english, words);
    });
  return list;
}

function parseJson(text: string, place: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Error(`${place}: ${cause instanceof Error ? cause.message : cause}`, { cause });
  }
}

function describe(file: string, { issues }: z.ZodError, line: (path: Path) => number): string {
  return issues
    .map(({ path, message }) => `${file}:${line(path)}: "${path.map(String).join('.')}": ${message}`)
    .join('\n');
}
