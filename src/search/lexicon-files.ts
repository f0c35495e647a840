import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { describeFault } from '../announcement/describe-fault.ts';
import { readYaml } from '../announcement/read-yaml.ts';

/** The YAML files of a folder, by name. */
export function yamlFiles(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
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
  const problems = parsed.error.issues.map(
    ({ path, message }) => `${file}:${line(path) ?? 1}: "${path.map(String).join('.')}": ${message}`,
  );
  throw new Error(problems.join('\n'));
}
