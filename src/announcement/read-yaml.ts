import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import type { Fault, Verified } from './fault.ts';

/** Where something stands in a document: keys and positions in lists, from the outside in. */
export type Path = readonly PropertyKey[];

/** Plain data, and the line (from 1) of each part of it. */
export interface Located {
  readonly data: unknown;
  /** The line of the innermost part of the path that exists; null for an empty document. */
  line(path: Path): number | null;
}

/** Reads one YAML 1.2 document. `file` is named in faults. Never throws. */
export function readYaml(text: string, file: string): Verified<Located> {
  const faulty = (problem: string, line: number | null): Fault => ({
    file,
    line,
    statement: null,
    problem,
    remedy:
      'Mend the YAML there. Text with ": ", " #" or a leading quotation mark needs quotes or a ">-" block.',
  });
  try {
    const lines = new LineCounter();
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: 'error' });
    const lineAt = (offset: number) => Math.max(1, lines.linePos(offset).line);
    if (document.errors.length > 0) {
      const faults = document.errors.map(({ message, pos }) => faulty(message, lineAt(pos[0])));
      return { kind: 'faulty', faults };
    }
    const data: unknown = document.toJS({ maxAliasCount: 100 });
    const line = (path: Path) => {
      const offset = offsetOf(document.contents, path);
      return offset === null ? null : lineAt(offset);
    };
    return { kind: 'verified', value: { data, line } };
  } catch (error) {
    // The library throws for aliases that lead nowhere or multiply, and runs out of stack on absurd nesting.
    const reason = error instanceof RangeError ? 'it is nested too deeply' : String(error);
    return { kind: 'faulty', faults: [faulty(`The file could not be read: ${reason}.`, null)] };
  }
}

function offsetOf(contents: Node | null, path: Path): number | null {
  let node: unknown = contents;
  let offset = contents?.range?.[0] ?? null;
  for (const key of path) {
    if (isAlias(node)) break;
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(key));
      if (pair === undefined) break;
      if (isScalar(pair.key)) offset = pair.key.range?.[0] ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      const item: unknown = node.items[Number(key)];
      if (item === undefined) break;
      node = item;
      offset = startOf(item) ?? offset;
    } else break;
  }
  return offset;
}

function startOf(node: unknown): number | null {
  if (isScalar(node) || isMap(node) || isSeq(node) || isAlias(node)) return node.range?.[0] ?? null;
  return null;
}
