import type { Cue } from './cue.ts';
import { isFiniteVerb, isNominal, type Range } from './noun-phrase.ts';
import type { Subject } from './subject.ts';
import type { Item } from './unit.ts';

/** A cue of the same sentence that was read before. */
export interface EarlierCue {
  readonly cue: Cue;
  readonly pattern: string;
}

type Pattern = 'parenthetical' | 'inverted';

const isQuote = (item: Item | undefined): boolean => item !== undefined && item.quotation !== null;
const isBreak = (item: Item | undefined): boolean => item !== undefined && /^[,:;—–―]$|^--$/.test(item.word);

/**
 * Content that stands before its cue, and perhaps goes on after it: "…, she said", "“…,” said Ana Duarte, “…”".
 * `at` is the item after the cue and all that belongs to it. Null where nothing before the cue can be content.
 */
export function contentBefore(
  items: readonly Item[],
  subject: Subject,
  at: number,
  previous: EarlierCue | undefined,
  pattern: Pattern,
): Range[] | null {
  const lead = subject.from - 1;
  if (lead < 0) {
    // "Said Ana Duarte: “…”"
    return isBreak(items[at]) && isQuote(items[at + 1]) ? [[at + 1, runEnd(items, at + 1)]] : null;
  }
  if (isQuote(items[lead])) return quotedBefore(items, lead, at, previous);
  if (/^[,—–―]$/.test(items[lead]?.word ?? '') && isQuote(items[lead - 1]))
    return quotedBefore(items, lead - 1, at, previous);
  if (!/^[,—–―]$|^--$/.test(items[lead]?.word ?? '') || !endsHere(items[at])) return null;
  return clauseBefore(items, lead, at, previous, pattern);
}

function endsHere(next: Item | undefined): boolean {
  return (
    next === undefined ||
    isQuote(next) ||
    /^[,.;:—–―?!()]$|^--$/.test(next.word) ||
    /^(?:of|in|on|at|after|as|when|while|during|to|before|about|from|with|via|through)$/.test(next.lower)
  );
}

/** A quotation that ends with a comma (or ? or !) inside its marks leans on what follows, whatever comes after that. */
function quotedBefore(
  items: readonly Item[],
  last: number,
  at: number,
  previous: EarlierCue | undefined,
): Range[] | null {
  const leans = /[,?!…—–―-]["”»'’]+$/.test(items[last]?.word ?? '') || items[last + 1]?.word === ',';
  if (!leans && !endsHere(items[at])) return null;
  const first = runStart(items, last);
  let from = first;
  // "The plan is “dead,” she said" is one clause; "Asked why, “…,” she said" and "She frowned: “…,” she said" are not.
  if (first > 0 && !isBreak(items[first - 1]) && previous === undefined) {
    from = 0;
    for (let i = first - 1; i > 0; i--) {
      if (/^[;:]$/.test(items[i]?.word ?? '')) {
        from = i + 1;
        break;
      }
    }
  }
  const contents: Range[] = [[from, last + 1]];
  const next = quotationAfter(items, at);
  if (next !== null) contents.push([next, runEnd(items, next)]);
  return contents;
}

/** The quotation that goes on after the cue: set off by a comma, and no title or clause of its own between. */
function quotationAfter(items: readonly Item[], at: number): number | null {
  for (let i = at; i < items.length; i++) {
    if (isQuote(items[i])) return (i === at || isBreak(items[i - 1])) && !isTitle(items[i]) ? i : null;
    const item = items[i];
    if (item?.tag === 'VERB' && /ing$/.test(item.lower) && items[i - 1]?.word === ',') return null;
  }
  return null;
}

/** "The Long Way Home": every word but the small ones is capital. */
export function isTitle(item: Item | undefined): boolean {
  const words = item?.word.match(/\p{L}[\p{L}'’-]*/gu) ?? [];
  if (words.length < 2 || words.length > 14) return false;
  const long = words.filter((word) => word.length > 3);
  return (
    long.length >= 2 &&
    long.every((word) => /^\p{Lu}/u.test(word)) &&
    !/[,?!]["”»'’]+$/.test(item?.word ?? '')
  );
}

function runStart(items: readonly Item[], last: number): number {
  let first = last;
  for (let i = last - 1; i >= 0; i--) {
    if (isQuote(items[i])) first = i;
    else if (!/^(?:and|or|,)$/.test(items[i]?.lower ?? '')) break;
  }
  return first;
}

/** Past quotations joined by "and" or a comma. */
export function runEnd(items: readonly Item[], first: number): number {
  let end = first + 1;
  for (let i = end; i < items.length; i++) {
    if (isQuote(items[i])) end = i + 1;
    else if (!/^(?:and|or|,)$/.test(items[i]?.lower ?? '')) break;
  }
  return end;
}

function holdsVerb(items: readonly Item[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (isFiniteVerb(items, i) || isQuote(items[i])) return true;
  return false;
}

function clauseBefore(
  items: readonly Item[],
  lead: number,
  at: number,
  previous: EarlierCue | undefined,
  pattern: Pattern,
): Range[] | null {
  const next = items[at];
  let from = 0;
  if (previous !== undefined && (previous.pattern === 'parenthetical' || previous.pattern === 'inverted'))
    from = previous.cue.to;
  let after: number | null = null;
  for (let i = at; i < items.length && after === null; i++) if (isQuote(items[i])) after = i;
  if (after !== null && /^[:,]$/.test(items[after - 1]?.word ?? '')) {
    // "Asked about the delay, she said, “…”" is for the quotation alone; so is "But, said Ana Duarte, “…”".
    return pattern === 'parenthetical' ? null : [[after, items.length]];
  }
  const contents: Range[] = [];
  if (holdsVerb(items, from, lead)) {
    if (previous !== undefined && previous.pattern !== 'parenthetical' && pattern === 'parenthetical')
      return null;
    contents.push([from, lead]);
  } else if (next?.word !== ',') return null;
  else if (
    pattern === 'parenthetical' &&
    isFiniteVerb(items, at + 1) &&
    isNominal(items[lead - 1]) &&
    isNominal(items[from])
  )
    contents.push([from, lead]);
  // "China, he said, is ready": the clause goes on after a comma.
  if (
    next?.word === ',' &&
    pattern === 'parenthetical' &&
    at + 1 < items.length - 1 &&
    !/ing$/.test(items[at + 1]?.lower ?? '')
  )
    contents.push([at + 1, items.length]);
  return contents.length === 0 ? null : contents;
}
