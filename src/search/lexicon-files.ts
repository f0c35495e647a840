import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { describeFault } from '../announcement/describe-fault.ts';
import { type Path, readYaml } from '../announcement/read-yaml.ts';
import type { Grade, GradeList } from './necessity.ts';
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
  return readTable(file, 'give an English word, a tab, and translations between commas', (cell) => {
    const words = cell.split(', ');
    return words.some((word) => word.trim() === '') ? null : words;
  });
}

/**
 * Reads grades of words: a line for each, a tab, and its grade from 0 to 4. Throws an Error that names the file and the line
 * that cannot be used.
 */
export function readGrades(file: string): GradeList {
  return readTable(file, 'give a word, a tab, and a grade from 0 to 4', (cell) =>
    /^[0-4]$/.test(cell) ? (Number(cell) as Grade) : null,
  );
}

/** Reads lines of two cells; `read` is null for a second one that cannot be used. */
function readTable<T>(
  file: string,
  wanted: string,
  read: (cell: string) => T | null,
): ReadonlyMap<string, T> {
  const table = new Map<string, T>();
  readFileSync(file, 'utf8')
    .split(/\r?\n/)
    .forEach((line, index) => {
      if (line === '') return;
      const [word = '', cell = '', ...more] = line.split('\t');
      const value = word === '' || more.length > 0 ? null : read(cell);
      if (value === null) throw new Error(`${file}:${index + 1}: ${wanted}.`);
      table.set(word, value);
    });
  return table;
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
