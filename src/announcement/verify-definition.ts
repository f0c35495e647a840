import type { Announcement } from './announcement.ts';
import type { Draft } from './draft.ts';
import type { Fault, Verified } from './fault.ts';
import type { ReadDefinition } from './read-definition.ts';
import { verify } from './verify.ts';

/** Compares what a file claims with the text, and reports faults of form and of content together, by line. */
export function verifyDefinition(
  { faults, written }: ReadDefinition,
  text: Omit<Draft, 'definition' | 'line'>,
): Verified<Announcement> {
  if (written === null) return { kind: 'faulty', faults };
  const outcome = verify({ ...text, ...written });
  if (outcome.kind === 'verified' && faults.length === 0) return outcome;
  const all: Fault[] = [...faults, ...(outcome.kind === 'faulty' ? outcome.faults : [])];
  return { kind: 'faulty', faults: all.sort((a, b) => (a.line ?? 0) - (b.line ?? 0)) };
}
