import type { Alleged } from './alleged.ts';
import type { Case } from './case.ts';
import type { Passages } from './passages.ts';
import { type Run, runWeight } from './runs.ts';
import type { Survey } from './survey.ts';

/**
 * Whether a passage can be recognised in words that are not it: the border between altered and not found.
 * The figures were set on labelled quotes and on mutations of announcements (see README.md).
 */
export function isRecognisable({ alleged, passages }: Case, found: Survey, pieces: readonly Run[]): boolean {
  const { tokens } = alleged;
  const total = weightOf(alleged, passages);
  const inRuns = pieces.reduce((sum, run) => sum + runWeight(passages, run), 0) / total;
  const longest = Math.max(0, ...pieces.map((run) => runWeight(passages, run)));
  const longestCount = Math.max(0, ...pieces.map(({ from, to }) => to - from));
  // A short sentence of common words, with one of them changed.
  if (found.matched >= 3 && found.counted >= 0.7 && found.keptCount >= 0.7 && found.coverage >= 0.25)
    return true;
  if (tokens.length <= 2) {
    // "child labour" is not "a labour [council]" altered: a word put for another weighs about what that one does.
    const alike = found.kept - found.coverage <= 0.25;
    return alike && found.coverage >= 0.5 && found.shared + found.coverage >= 1;
  }
  if (tokens.length <= 4) return found.coverage >= 0.62 && found.kept >= 0.6;
  // One piece with other words around it may be no more than the name of something: "the Lunar Research Station".
  const needed = found.pieces === 1 ? 0.62 : 0.5;
  if (found.coverage >= needed && found.kept >= 0.4) return true;
  if (inRuns >= needed + 0.05) return true;
  if (found.shared >= 0.75 && found.kept >= 0.3) return true;
  if (longestCount >= 7 && longestCount >= 0.3 * tokens.length) return true;
  // Whole sentences word for word are recognised in whatever is put around them.
  return longest >= 8 || (longest >= 4 && found.coverage >= 0.3);
}

/**
 * Whether a passage that cannot be recognised in the words is still near enough to be offered beside "not found": a
 * third of them agree, and by more than one rare word or two that the whole announcement is about. A word weighs at most 1.
 */
export function isNear({ alleged, passages }: Case, { coverage }: Survey): boolean {
  return coverage >= 0.35 && coverage * weightOf(alleged, passages) >= 1.6;
}

function weightOf({ tokens }: Alleged, passages: Passages): number {
  return tokens.reduce((sum, { form }) => sum + passages.weight(form), 0);
}
