import { type Attribution, attribute, isTheirs } from './attribution.ts';
import type { Case } from './case.ts';
import { asAsked } from './claimed.ts';
import { composition } from './composition.ts';
import { declared, difference, type Hunk, hunks } from './differences.ts';
import type { Difference, Finding, Remark } from './finding.ts';
import type { Stretch } from './locate.ts';
import { isVeryShort, passageOf, reporting } from './passage.ts';
import { isNear, isRecognisable } from './recognise.ts';
import { type Run, runs } from './runs.ts';
import { type Survey, survey } from './survey.ts';
import { marksIn } from './tokens.ts';
import { turns } from './turns.ts';

/**
 * Judges words that do not stand in the source one after the other: verbatim where all that differs is declared
 * (omissions, editor's brackets), altered where a passage can be recognised, not found otherwise.
 */
export function judgeAltered(given: Case): Finding {
  const { alleged, passages } = given;
  const surveyed = survey(passages, alleged);
  const pieces = runs(passages, alleged);
  const short: Remark[] = isVeryShort(alleged) ? [{ kind: 'very-short' }] : [];
  const tokens = surveyed === null ? [] : tokensOf(given, surveyed.stretches);
  const attribution = tokens.length === 0 ? null : attribute(passages, tokens);
  if (surveyed === null || attribution === null) {
    const remarks: Remark[] = isOtherScript(given) ? [{ kind: 'other-script' }] : short;
    return { kind: 'not-found', nearest: null, remarks };
  }
  if (!isRecognisable(given, surveyed, pieces)) {
    const nearest = isNear(given, surveyed) ? attribution.statement : null;
    return { kind: 'not-found', nearest, remarks: short };
  }
  return compared(given, surveyed, pieces, attribution, tokens);
}

/** Whether no word of the quote is written in a script of the source. */
function isOtherScript({ alleged, passages }: Case): boolean {
  const latin = (text: string) => /\p{Script=Latin}/u.test(text);
  const letters = alleged.tokens.map(({ form }) => form).filter((form) => /\p{L}/u.test(form));
  return letters.length > 0 && letters.every((form) => latin(form) !== latin(passages.text));
}

function tokensOf({ passages }: Case, stretches: readonly Stretch[]): readonly number[] {
  return stretches.flatMap(({ start, end }) =>
    Array.from({ length: end - start }, (_, i) => passages.stream[start + i] ?? -1).filter(
      (token) => token >= 0,
    ),
  );
}

function compared(
  given: Case,
  surveyed: Survey,
  pieces: readonly Run[],
  attribution: Attribution,
  tokens: readonly number[],
): Finding {
  const { alleged, passages, claimed, meaning } = given;
  const remarks: Remark[] = [...reporting(passages, attribution, tokens)];
  const differences: Difference[] = [];
  const changed: Hunk[] = [];
  for (const [i, stretch] of surveyed.stretches.entries()) {
    const hidden = hiddenBefore(surveyed.stretches, i);
    if (hidden !== null) {
      if (turnsMeaning(given, hidden)) differences.push(difference(hidden, passages, alleged, meaning));
      else if (alleged.gaps.has(hidden.from)) remarks.push(declared(hidden, passages, alleged));
      else differences.push(difference(hidden, passages, alleged, meaning));
    }
    for (const hunk of hunks(stretch, passages, alleged)) {
      const found = difference(hunk, passages, alleged, meaning);
      changed.push(hunk);
      if (isEditors(given, hunk, found)) remarks.push(declared(hunk, passages, alleged));
      else differences.push(found);
    }
  }
  const theirs = isTheirs(attribution, claimed);
  const passage = passageOf(passages, attribution, tokens, claimed);
  remarks.push(...composition(given, changed, pieces, attribution));
  if (isVeryShort(alleged)) remarks.push({ kind: 'very-short' });
  const oneStatement = attribution.statements.length === 1 && !attribution.withNarration;
  if (differences.length === 0 && !oneStatement) {
    // Each part stands somewhere, but not in one statement: what lies between is what was left out.
    const hidden = between(given, surveyed.stretches);
    differences.push(...hidden);
    if (hidden.length > 0)
      return { kind: 'altered', passage, differences, remarks: [{ kind: 'spliced', with: [] }] };
  }
  if (differences.length > 0) {
    const wrong: Remark[] =
      theirs || claimed === null ? [] : [{ kind: 'other-speaker', claimed: asAsked(claimed) }];
    return { kind: 'altered', passage, differences, remarks: [...wrong, ...remarks] };
  }
  const [first] = tokens;
  const last = tokens.at(-1);
  if (first !== undefined && last !== undefined) {
    remarks.push(...turns(passages, first, last + 1, attribution.statement, meaning).remarks);
  }
  if (theirs || claimed === null) return { kind: 'verbatim', passage, remarks };
  return { kind: 'misattributed', passage, claimed: asAsked(claimed), remarks };
}

/** The words of the source between one stretch and the next, or null where they touch or stand in another order. */
function hiddenBefore(stretches: readonly Stretch[], i: number): Hunk | null {
  const [before, stretch] = [stretches[i - 1], stretches[i]];
  if (before === undefined || stretch === undefined || stretch.start <= before.end) return null;
  return { start: before.end, end: stretch.start, from: stretch.from, to: stretch.from };
}

function between({ alleged, passages, meaning }: Case, stretches: readonly Stretch[]): readonly Difference[] {
  return stretches.flatMap((_, i) => {
    const hidden = hiddenBefore(stretches, i);
    return hidden === null ? [] : [{ ...difference(hidden, passages, alleged, meaning), matters: null }];
  });
}

/** Whether a declared omission hides a negation of a sentence that it shows a part of. */
function turnsMeaning({ passages, meaning }: Case, { start, end }: Hunk): boolean {
  const forms = Array.from({ length: end - start }, (_, i) => passages.formAt(start + i));
  const plain = meaning.plain.mark(forms);
  const negating = meaning.negation.mark(forms);
  const stops = forms.map((_, i) =>
    /[.!?]/u.test(marksIn(passages.gapBefore(passages.stream[start + i] ?? 0))),
  );
  const firstStop = stops.indexOf(true);
  const lastStop = stops.lastIndexOf(true);
  return forms.some((_, i) => {
    const shown = firstStop === -1 || i < firstStop || i >= lastStop;
    return shown && negating[i] === true && plain[i] !== true;
  });
}

/** Whether a difference is nothing but an editor's bracket that leaves the meaning alone. */
function isEditors({ alleged }: Case, hunk: Hunk, { matters, said }: Difference): boolean {
  if (hunk.to === hunk.from) return false;
  for (let word = hunk.from; word < hunk.to; word++) if (!alleged.bracketed.has(word)) return false;
  if (matters === null) return true;
  // "[China]" for "his country" explains; "[Brazil]" for "Venezuela" does not.
  return (matters === 'name' || matters === 'place') && !/\p{Lu}/u.test(said);
}
