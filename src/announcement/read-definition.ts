import type { z } from 'zod';
import { type Definition, definition } from './definition.ts';
import type { Fault } from './fault.ts';
import { type Path, readYaml } from './read-yaml.ts';

/** What a file claims, as far as it can be judged without the source. */
export interface ReadDefinition {
  /** Everything wrong with its form. */
  readonly faults: readonly Fault[];
  /** The part whose form is right, to be compared with the source; null where too little is left. */
  readonly written: WrittenDefinition | null;
}

/** A definition, and the line of each part of it in the file. */
interface WrittenDefinition {
  readonly definition: Definition;
  line(path: Path): number | null;
}

/** Reads the text of an `announcement.yaml`. `file` is named in faults. */
export function readDefinition(text: string, file: string): ReadDefinition {
  const read = readYaml(text, file);
  if (read.kind === 'faulty') return { faults: read.faults, written: null };
  const { data, line } = read.value;
  const parsed = definition.safeParse(data);
  if (parsed.success) return { faults: [], written: { definition: parsed.data, line } };
  const faults = parsed.error.issues.flatMap((issue) =>
    expanded(issue).map(({ path, problem, remedy }): Fault => {
      return { file, line: line(path), statement: statementAt(data, path), problem, remedy };
    }),
  );
  return { faults, written: wellFormed(data, parsed.error.issues, line) };
}

/** The definition without the statements that are at fault, so that the others can be judged all the same. */
function wellFormed(
  data: unknown,
  issues: readonly z.core.$ZodIssue[],
  line: (path: Path) => number | null,
): WrittenDefinition | null {
  if (typeof data !== 'object' || data === null || !('statements' in data)) return null;
  if (!Array.isArray(data.statements)) return null;
  const faulty = new Set(issues.map(({ path }) => (path[0] === 'statements' ? path[1] : null)));
  if (faulty.has(null) || faulty.has(undefined)) return null;
  const kept = [...data.statements.keys()].filter((index) => !faulty.has(index));
  const statements: readonly unknown[] = data.statements;
  const rest = definition.safeParse({ ...data, statements: kept.map((index) => statements[index]) });
  if (!rest.success) return null;
  return {
    definition: rest.data,
    line: ([list, index, ...more]) => {
      if (list !== 'statements' || typeof index !== 'number')
        return line([list, index, ...more].filter(isKey));
      return line([list, kept[index] ?? index, ...more]);
    },
  };
}

function isKey(key: PropertyKey | undefined): key is PropertyKey {
  return key !== undefined;
}

interface Told {
  readonly path: Path;
  readonly problem: string;
  readonly remedy: string;
}

function expanded(issue: z.core.$ZodIssue): readonly Told[] {
  const where = issue.path.length === 0 ? 'The file' : `"${issue.path.map(String).join('.')}"`;
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        path: [...issue.path, key],
        problem: `"${key}" is not known here.`,
        remedy: 'Correct its spelling or indentation, or take it out.',
      }));
    case 'invalid_type':
      return [
        issue.message.endsWith('received undefined')
          ? { path: issue.path, problem: `${where} is missing.`, remedy: `Add it: ${aKind(issue.expected)}.` }
          : {
              path: issue.path,
              problem: `${where} must be ${aKind(issue.expected)}.`,
              remedy:
                issue.expected === 'string'
                  ? 'Write it in quotation marks: YAML takes bare numbers, true and null for something else.'
                  : 'Compare the indentation and the dashes with the announcement that ships.',
            },
      ];
    case 'invalid_value':
      return [
        {
          path: issue.path,
          problem: `${where} has a value that is not known.`,
          remedy: `Write one of: ${issue.values.map(String).join(', ')}.`,
        },
      ];
    case 'too_small':
      return [
        { path: issue.path, problem: `${where} has too little in it.`, remedy: 'Fill it, or take it out.' },
      ];
    default:
      return [{ path: issue.path, problem: `${where}: ${issue.message}.`, remedy: 'Write it that way.' }];
  }
}

function aKind(expected: string): string {
  const kinds: Readonly<Record<string, string>> = {
    string: 'text',
    int: 'a whole number',
    number: 'a number',
    array: 'a list',
    object: 'a group of "key: value" lines',
  };
  return kinds[expected] ?? expected;
}

/** The id of the statement a path leads into, as far as it has one. */
function statementAt(data: unknown, [list, index]: Path): string | null {
  if (list !== 'statements' || typeof index !== 'number') return null;
  if (typeof data !== 'object' || data === null || !('statements' in data)) return null;
  const { statements } = data;
  const statement: unknown = Array.isArray(statements) ? statements[index] : null;
  if (typeof statement !== 'object' || statement === null || !('id' in statement)) return null;
  return typeof statement.id === 'string' ? statement.id : null;
}
