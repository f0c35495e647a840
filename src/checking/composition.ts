import { type Attribution, attribute } from './attribution.ts';
import type { Case } from './case.ts';
import type { Hunk } from './differences.ts';
import type { Remark } from './finding.ts';
import { passageOf } from './passage.ts';
import type { Run } from './runs.ts';

/** What the quote is made of beside the passage: pieces of other statements, or of the same one in another order. */
export function composition(
  { passages, claimed }: Case,
  hunks: readonly Hunk[],
  pieces: readonly Run[],
  { statements }: Attribution,
): readonly Remark[] {
  const elsewhere = pieces
    .filter((run) => mostlyIn(run, hunks))
    .flatMap((run) => {
      const tokens = Array.from(
        { length: run.to - run.from },
        (_, i) => passages.stream[run.position + i] ?? 0,
      );
      const attribution = attribute(passages, tokens);
      if (attribution === null) return [];
      return [{ attribution, passage: passageOf(passages, attribution, tokens, claimed) }];
    });
  const foreign = elsewhere.filter(({ attribution }) => !statements.includes(attribution.statement));
  const remarks: Remark[] = [];
  if (foreign.length > 0) remarks.push({ kind: 'spliced', with: foreign.map(({ passage }) => passage) });
  if (elsewhere.length > foreign.length) remarks.push({ kind: 'reordered' });
  return remarks;
}

/** Whether most of a run's words are among those that differ from the passage. */
function mostlyIn({ from, to }: Run, hunks: readonly Hunk[]): boolean {
  const overlap = hunks.reduce(
    (sum, hunk) => sum + Math.max(0, Math.min(to, hunk.to) - Math.max(from, hunk.from)),
    0,
  );
  return overlap > (to - from) / 2;
}
