import type { Span } from '../announcement/source.ts';
import type { Statement } from '../announcement/statement.ts';
import { type Attribution, attribute, isTheirs, perhapsRelayed } from './attribution.ts';
import type { Case } from './case.ts';
import { asAsked } from './claimed.ts';
import { compareGap, compareWord, otherEndMark } from './compare-forms.ts';
import type { Difference, Finding, Form, Remark } from './finding.ts';
import { isVeryShort, passageOf, reporting } from './passage.ts';
import { turns } from './turns.ts';

const mostOccurrences = 400;

/** A place where all the words stand, one after the other. */
interface Occurrence {
  readonly tokens: readonly number[];
  readonly attribution: Attribution;
  readonly differences: readonly Difference[];
  readonly remarks: readonly Remark[];
  readonly theirs: boolean;
}

/**
 * Judges words that stand in the source one after the other: verbatim, or misattributed. Altered where only the
 * marks between them make another sentence, or the excerpt begins just after a negation. Null where they do not stand there.
 */
export function judgeExact(given: Case): Finding | null {
  const { alleged, passages, claimed } = given;
  const words = alleged.tokens.map(({ form }) => passages.word(form));
  if (words.includes(-1)) return null;
  const seen = new Set<string>();
  const found: Occurrence[] = [];
  for (const position of passages.occurrences(words, mostOccurrences)) {
    const tokens = words.map((_, i) => passages.stream[position + i] ?? 0);
    const place = `${tokens[0]} ${tokens.at(-1)}`;
    if (seen.has(place)) continue;
    seen.add(place);
    const one = occurrence(given, tokens);
    if (one !== null) found.push(one);
  }
  const [best, ...others] = found.sort((a, b) => rank(b) - rank(a));
  if (best === undefined) return null;
  const passage = passageOf(passages, best.attribution, best.tokens, claimed);
  const remarks = [...best.remarks, ...alsoSaidBy(best, others)];
  if (best.differences.length > 0) {
    const wrong: Remark[] =
      best.theirs || claimed === null ? [] : [{ kind: 'other-speaker', claimed: asAsked(claimed) }];
    return { kind: 'altered', passage, differences: best.differences, remarks: [...wrong, ...remarks] };
  }
  if (best.theirs || claimed === null) return { kind: 'verbatim', passage, remarks };
  return { kind: 'misattributed', passage, claimed: asAsked(claimed), remarks };
}

function rank({ differences, theirs, attribution }: Occurrence): number {
  const kinds = { direct: 3, mixed: 2, indirect: 1, narration: 0 };
  const spoken = attribution.statements.length === 0 ? -1 : kinds[attribution.statement.kind];
  return (differences.length === 0 ? 100 : 0) + (theirs ? 50 : 0) + spoken - attribution.shares.size;
}

function occurrence(given: Case, tokens: readonly number[]): Occurrence | null {
  const { alleged, passages, claimed, meaning } = given;
  const attributed = attribute(passages, tokens);
  const relayed = attributed === null ? null : perhapsRelayed(passages, attributed, claimed);
  const attribution = relayed ?? attributed;
  const [first] = tokens;
  const last = tokens.at(-1);
  if (attribution === null || first === undefined || last === undefined) return null;
  const { forms, breaks, interrupted } = written(given, tokens);
  const around = turns(passages, first, last + 1, passages.ownerOf(first), meaning);
  const cut = around.negated === null ? [] : [cutOff(given, around.negated)];
  const denied = attribution.statements.length === 1 ? deniedBy(given, attribution.statement, first) : null;
  const remarks: Remark[] = [];
  if (forms.length > 0) remarks.push({ kind: 'form', forms: forms as [Form, ...Form[]] });
  remarks.push(...reporting(passages, attribution, tokens));
  if (relayed !== null) remarks.push({ kind: 'perhaps-narration' });
  if (interrupted) remarks.push({ kind: 'interrupted' });
  remarks.push(...around.remarks);
  if (denied !== null) remarks.push({ kind: 'denied' });
  if (isVeryShort(alleged)) remarks.push({ kind: 'very-short' });
  const differences = [...(denied === null ? [] : [denied]), ...cut, ...breaks];
  return { tokens, attribution, differences, remarks, theirs: isTheirs(attribution, claimed) };
}

/** In which ways the words are written otherwise, and where the marks between them make another sentence. */
function written({ alleged, passages, meaning }: Case, tokens: readonly number[]) {
  const forms = new Set<Form>();
  const breaks: Difference[] = [];
  let interrupted = false;
  for (const [i, token] of tokens.entries()) {
    const word = alleged.tokens[i];
    const next = alleged.tokens[i + 1];
    if (word === undefined) continue;
    const said = passages.rawOf(token);
    for (const form of compareWord(said, alleged.text.slice(word.start, word.end))) forms.add(form);
    if (next === undefined) {
      const following = alleged.text.slice(word.end);
      if (otherEndMark(passages.gapBefore(token + 1), following)) forms.add('end-mark');
    } else if (tokens[i + 1] !== token + 1) {
      interrupted = true;
    } else {
      const gap = alleged.text.slice(word.end, next.start);
      const saidGap = passages.gapBefore(token + 1);
      const found = compareGap(saidGap, gap, word, next, meaning);
      for (const form of found.forms) forms.add(form);
      if (found.breaks !== null) {
        breaks.push(mark(saidGap, passages.ends[token] ?? 0, gap, word.end, found.breaks));
      }
    }
  }
  return { forms: [...forms], breaks, interrupted };
}

/** A difference of nothing but marks. */
function mark(
  said: string,
  start: number,
  alleged: string,
  at: number,
  breaks: 'negation' | 'sentence',
): Difference {
  const [saidMark, typed] = [said.trim(), alleged.trim()];
  const from = start + (saidMark === '' ? 0 : said.indexOf(saidMark));
  const typedFrom = at + (typed === '' ? 0 : alleged.indexOf(typed));
  return {
    op: saidMark === '' ? 'insert' : typed === '' ? 'delete' : 'replace',
    said: saidMark,
    alleged: typed,
    start: from,
    end: from + saidMark.length,
    at: [typedFrom, typedFrom + typed.length],
    matters: breaks === 'negation' ? 'negation' : null,
  };
}

/** The negation an excerpt was cut off from, as a difference at its beginning. */
function cutOff({ alleged, passages }: Case, [from, to]: readonly [number, number]): Difference {
  const [start, end] = [passages.starts[from] ?? 0, passages.ends[to - 1] ?? 0];
  const at = alleged.tokens[0]?.start ?? 0;
  return {
    op: 'delete',
    said: passages.text.slice(start, end),
    alleged: '',
    start,
    end,
    at: [at, at],
    matters: 'negation',
  };
}

/** A cue before the words that calls them untrue ("denied that …"), as a difference. */
function deniedBy(
  { alleged, passages, meaning }: Case,
  statement: Statement,
  first: number,
): Difference | null {
  const { cue, kind } = statement;
  if (cue === null || (kind !== 'indirect' && kind !== 'mixed')) return null;
  const words = cue.toLowerCase().split(/\s+/u);
  if (!words.some((word) => meaning.denial.has(word))) return null;
  const start = passages.text.lastIndexOf(cue, passages.starts[first] ?? 0);
  const paragraph: Span = statement.source.paragraphs[statement.place.paragraph - 1] ?? [0, 0];
  if (start < paragraph[0]) return null;
  const at = alleged.tokens[0]?.start ?? 0;
  return {
    op: 'delete',
    said: cue,
    alleged: '',
    start,
    end: start + cue.length,
    at: [at, at],
    matters: 'negation',
  };
}

function alsoSaidBy(best: Occurrence, others: readonly Occurrence[]): readonly Remark[] {
  const people = others.flatMap(({ attribution }) =>
    attribution.speakers.filter((speaker) => speaker !== null && !best.attribution.shares.has(speaker)),
  );
  const named = [...new Set(people)].filter((person) => person !== null);
  return named.length === 0 ? [] : [{ kind: 'also-said-by', people: named }];
}
