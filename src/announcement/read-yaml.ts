import {
  constructFromEvents,
  EVENT_ID,
  type Event,
  getScalarValue,
  parseEvents,
  YAMLException,
} from 'js-yaml';
import type { Fault, Verified } from './fault.ts';

/** Where something stands in a document: keys and positions in lists, from the outside in. */
export type Path = readonly PropertyKey[];

/** Plain data, and the line (from 1) of each part of it. */
export interface Located {
  readonly data: unknown;
  /** The line of the innermost part of the path that exists; null for an empty document. */
  line(path: Path): number | null;
}

/** Nobody writes more of them, and lists of lists of them would multiply. */
const mostAliases = 16;

/** Reads one YAML 1.2 document. `file` is named in faults. Never throws. */
export function readYaml(text: string, file: string): Verified<Located> {
  try {
    const events = parseEvents(text, {});
    const documents = constructFromEvents(events, { source: text, maxAliases: mostAliases });
    if (documents.length > 1) return faulty(file, 'it holds more than one document', null);
    // Most files are read without a fault.
    let starts: readonly number[] | null = null;
    const line = (path: Path) => {
      starts ??= lineStarts(text);
      const offset = offsetOf(events, text, path);
      return offset === null ? null : lineAt(starts, offset);
    };
    return { kind: 'verified', value: { data: documents[0] ?? null, line } };
  } catch (error) {
    if (error instanceof YAMLException) {
      return faulty(file, error.reason, error.mark === undefined ? null : error.mark.line + 1);
    }
    return faulty(file, String(error), null);
  }
}

function faulty(file: string, reason: string, line: number | null): { kind: 'faulty'; faults: Fault[] } {
  const remedy =
    'Mend the YAML there. Text with ": ", " #" or a leading quotation mark needs quotes or a ">-" block.';
  return {
    kind: 'faulty',
    faults: [{ file, line, statement: null, problem: `The file could not be read: ${reason}.`, remedy }],
  };
}

/** Where the innermost part of the path that exists begins. */
function offsetOf(events: readonly Event[], text: string, path: Path): number | null {
  // The first event opens the document.
  let at = 1;
  let offset = startOf(events[at]);
  for (const key of path) {
    const found = childOf(events, text, at, key);
    if (found === null) break;
    offset = startOf(events[found.label]) ?? offset;
    at = found.at;
  }
  return offset;
}

/** The event that opens what a list or mapping holds at a key, and the one it is known by: its key or itself. */
function childOf(
  events: readonly Event[],
  text: string,
  parent: number,
  key: PropertyKey,
): { readonly at: number; readonly label: number } | null {
  const opening = events[parent];
  if (opening?.type === EVENT_ID.MAPPING) {
    for (let label = parent + 1; events[label]?.type !== EVENT_ID.POP; ) {
      const at = after(events, label);
      const name = events[label];
      if (name?.type === EVENT_ID.SCALAR && getScalarValue(text, name) === String(key)) return { at, label };
      label = after(events, at);
    }
  } else if (opening?.type === EVENT_ID.SEQUENCE) {
    let at = parent + 1;
    for (let item = 0; events[at]?.type !== EVENT_ID.POP; item++) {
      if (item === Number(key)) return { at, label: at };
      at = after(events, at);
    }
  }
  return null;
}

/** The event after a node and all that is in it. */
function after(events: readonly Event[], node: number): number {
  let open = 0;
  let at = node;
  do {
    const type = events[at]?.type;
    if (type === EVENT_ID.SEQUENCE || type === EVENT_ID.MAPPING) open += 1;
    if (type === EVENT_ID.POP) open -= 1;
    at += 1;
  } while (open > 0);
  return at;
}

function startOf(event: Event | undefined): number | null {
  if (event?.type === EVENT_ID.SCALAR) return event.valueStart < 0 ? null : event.valueStart;
  if (event?.type === EVENT_ID.SEQUENCE || event?.type === EVENT_ID.MAPPING) return event.start;
  return event?.type === EVENT_ID.ALIAS ? event.anchorStart : null;
}

function lineStarts(text: string): readonly number[] {
  return [0, ...Array.from(text.matchAll(/\r\n?|\n/g), ({ 0: end, index }) => index + end.length)];
}

/** The line of an offset, from 1. */
function lineAt(starts: readonly number[], offset: number): number {
  const next = starts.findIndex((start) => start > offset);
  return next < 0 ? starts.length : next;
}
