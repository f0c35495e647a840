import { type Statement, wordsAt } from '../announcement/statement.ts';

/** The words; only a direct quotation stands inside quotation marks. Where a cue interrupts them stands "…". */
export function quoted({ kind, place, source }: Statement): string {
  const pieces = place.spans.map((span) => wordsAt(source, span));
  return kind === 'direct' ? pieces.map((piece) => `“${piece}”`).join(' … ') : pieces.join(' … ');
}
