import type { Form } from './finding.ts';
import { compatible, foldKeepingScript } from './fold.ts';
import type { Meaning } from './meaning.ts';
import { marksIn, type Token } from './tokens.ts';

const invisible = /\p{Cf}|\u034f|[\ufe00-\ufe0f]/gu;
const quotationMarks = /["“”„‟«»‹›「」『』＂'‘’‚‛`´ʼ]/gu;
const dashes = /[-‐‑‒–—―−﹘－]/gu;
const abbreviations = /^(?:mr|mrs|ms|dr|st|prof|gen|sen|gov|rep|jr|sr|vs|etc|inc|ltd|co|vol|approx)$/u;

/** In which ways the same word is written otherwise. */
export function compareWord(said: string, typed: string): readonly Form[] {
  if (said === typed) return [];
  // "T]he" is what is left of "[T]he".
  const alleged = typed.replace(']', '');
  const forms: Form[] = [];
  const [bareSaid, bare] = [said, alleged].map((word) => word.replace(invisible, '')) as [string, string];
  if (bare !== alleged && bareSaid === said) forms.push('invisible-characters');
  const [straightSaid, straight] = [bareSaid, bare].map((word) => word.replace(quotationMarks, "'")) as [
    string,
    string,
  ];
  if (bareSaid !== bare && (straight !== bare || straightSaid !== bareSaid)) {
    if (straightSaid.length === straight.length) forms.push('quotation-marks');
  }
  if (foldKeepingScript(said) !== foldKeepingScript(alleged)) return [...forms, 'lookalikes'];
  const [plainSaid, plain] = [compatible(straightSaid), compatible(straight)];
  if (plainSaid !== plain) forms.push('capitals');
  if (straightSaid.toLowerCase() !== straight.toLowerCase()) forms.push('characters');
  return forms;
}

/** What two gaps between the same two words differ in; `breaks` where that changes the sentence. */
export interface GapDifference {
  readonly forms: readonly Form[];
  readonly breaks: 'negation' | 'sentence' | null;
}

/**
 * Compares what stands between two words. Quotation marks, dashes, spaces and commas may differ. What makes another
 * sentence may not: a question mark gained or lost, a full stop gained, any mark changed beside a negation ("No, sawmill …").
 */
export function compareGap(
  said: string,
  alleged: string,
  before: Token,
  after: Token,
  meaning: Meaning,
): GapDifference {
  if (said === alleged) return { forms: [], breaks: null };
  const forms: Form[] = [];
  const differ = (pattern: RegExp) => keep(said, pattern) !== keep(alleged, pattern);
  if (differ(invisible)) forms.push('invisible-characters');
  if (differ(quotationMarks)) forms.push('quotation-marks');
  const dashed = differ(dashes);
  if (dashed) forms.push('dashes');
  else if (differ(/\s/gu)) forms.push('spaces');
  const [saidMarks, marks] = [marksIn(said), marksIn(alleged)];
  if (saidMarks === marks) return { forms, breaks: null };
  if (meaning.negation.has(before.form) || meaning.negation.has(after.form)) {
    return { forms, breaks: 'negation' };
  }
  if (saidMarks.includes('?') !== marks.includes('?')) return { forms, breaks: 'sentence' };
  const stopped = /[.!]/u.test(marks) && !/[.!]/u.test(saidMarks) && !abbreviations.test(before.form);
  return stopped ? { forms, breaks: 'sentence' } : { forms: [...forms, 'punctuation'], breaks: null };
}

/** Whether the mark that ends the quote is another than the one that stands in the source. */
export function otherEndMark(followingSaid: string, following: string): boolean {
  const [saidMarks, marks] = [marksIn(followingSaid), marksIn(following)];
  return marks === '' ? saidMarks.startsWith('?') : saidMarks[0] !== marks[0] || marks.length > 1;
}

function keep(text: string, pattern: RegExp): string {
  return (text.match(pattern) ?? []).join('');
}
