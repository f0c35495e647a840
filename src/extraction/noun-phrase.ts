import type { Item } from './unit.ts';

/** Item indices [from, to) of a unit. */
export type Range = readonly [from: number, to: number];

const NOMINAL: ReadonlySet<string> = new Set([
  'DET',
  'ADJ',
  'NOUN',
  'PROPN',
  'NUM',
  'PRON',
  'PART',
  'SYM',
  'X',
  'INTJ',
]);
const TIME =
  /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|yesterday|tomorrow|tonight|yesterday|january|february|march|april|june|july|august|september|october|november|december|(?:jan|feb|aug|sept|oct|nov|dec)\.|recently|earlier|later|once|now|then|also|again|still|already|repeatedly|reportedly|however|meanwhile|instead|afterward|afterwards|nonetheless|nevertheless|simply|famously|separately)$/;
export const PERSONAL = /^(?:i|we|you|he|she|it|they|him|her|them|us|me|él|ella|ellos|ellas)$/;
const RELATIVE = /^(?:who|which|that|whose|whom|where|when|what|whether|if|how|why|que|quien)$/;

export function isTimeWord(lower: string): boolean {
  return TIME.test(lower);
}

export function isTime(item: Item | undefined): boolean {
  return item !== undefined && TIME.test(item.lower);
}

/** Does the item belong to the inside of a noun phrase? */
export function isNominal(item: Item | undefined): boolean {
  if (item === undefined || item.quotation !== null || isTime(item)) return false;
  if (/^[("“”’'&/-]$|^''$|^``$/.test(item.word)) return false;
  if (RELATIVE.test(item.lower)) return false;
  if (item.word === ')') return false;
  if (item.tag === 'PART' && item.lower !== "'s") return false;
  return NOMINAL.has(item.tag) && /[\p{L}\p{N}%$]|^['’]s$/u.test(item.word);
}

/**
 * The noun phrase that ends with item `last`, found leftwards: "a spokesman for the buyer", "Mr. Adeyemi (left)".
 * A preposition is crossed only where a noun stands before it, so that "In Paris the mayor" keeps to the mayor.
 */
export function phraseEndingAt(items: readonly Item[], last: number): Range | null {
  let end = last;
  let i = last;
  // "Rep. Ana Duarte (D-Ohio) said": the brackets belong to the phrase.
  if (items[i]?.word === ')') {
    while (i > 0 && last - i < 12 && items[i]?.word !== '(') i--;
    i--;
    end = i;
  }
  // "Ronaldo "Ronnie" Pérez", "Project ‘Lift’"
  if (!isNominal(items[i]) && !isMarkedWord(items, i)) return null;
  if (PERSONAL.test(items[i]?.lower ?? '')) return [i, i + 1];
  let from = i;
  while (from > 0 && end - from < 40) {
    const before = items[from - 1];
    if (before === undefined) break;
    if (isNominal(before) && !PERSONAL.test(before.lower)) from--;
    else if (isMarkedWord(items, from - 1)) from--;
    else if (joinsLeft(items, from - 1)) from--;
    else break;
  }
  while (from < i && /^(?:and|or|of|for|in|at|to|but|'s|y|de|del)$/.test(items[from]?.lower ?? '')) from++;
  return [from, last + 1];
}

/** A short marked word within a phrase: its quotation marks are plain items. */
function isMarkedWord(items: readonly Item[], i: number): boolean {
  const item = items[i];
  if (item === undefined || item.quotation !== null) return false;
  if (!/^["“”'’‘]$|^''$|^``$/.test(item.word)) return false;
  return isNominal(items[i - 1]) || isNominal(items[i + 1]);
}

function joinsLeft(items: readonly Item[], i: number): boolean {
  const item = items[i];
  const before = items[i - 1];
  const after = items[i + 1];
  if (item === undefined || before === undefined || after === undefined) return false;
  const nounBefore =
    (before.tag === 'NOUN' || before.tag === 'PROPN' || before.tag === 'NUM') && isNominal(before);
  if (/^(?:of|de|del)$/.test(item.lower))
    return (
      nounBefore ||
      /^(?:some|many|most|all|one|none|both|several|few|any|each|half|those|director|head|chief|leader|member|secretary|president)$/.test(
        before.lower,
      )
    );
  if (/^(?:for|from|at|in|with|on|to|against|inside|behind|within|near)$/.test(item.lower))
    return before.tag === 'NOUN' && isNominal(before) && !isTime(before);
  if (/^(?:and|&|or|y|e)$/.test(item.lower))
    return (
      nounBefore &&
      (after.tag === 'PROPN' || after.tag === 'NOUN' || after.tag === 'DET' || after.tag === 'ADJ')
    );
  // "a retired teacher", "the leading candidate": a verb form between an article and its noun.
  if (item.tag === 'VERB')
    return (before.tag === 'DET' || before.tag === 'ADJ' || before.lower === "'s") && isNominal(after);
  if (item.tag === 'ADV') return before.tag === 'DET' && (after.tag === 'ADJ' || after.tag === 'VERB');
  if (item.word === '-' || item.word === '/') return nounBefore && before.end === item.start;
  return false;
}

/** The noun phrase that starts with item `first`, found rightwards. */
export function phraseStartingAt(items: readonly Item[], first: number): Range | null {
  const start = items[first];
  if (!isNominal(start) && !(start !== undefined && /^["“]$/.test(start.word) && isNominal(items[first + 1])))
    return null;
  if (PERSONAL.test(start?.lower ?? '')) return [first, first + 1];
  let to = first + 1;
  while (to < items.length && to - first < 40) {
    const item = items[to];
    if (item === undefined) break;
    const next = items[to + 1];
    if (isNominal(item) && !PERSONAL.test(item.lower)) to++;
    else if (isMarkedWord(items, to)) to++;
    else if (
      /^(?:of|for|from|at|in|with|and|&|to|on|de|del)$/.test(item.lower) &&
      isNominal(next) &&
      !isTime(next) &&
      !PERSONAL.test(next?.lower ?? '')
    ) {
      if (item.lower === 'and' && (next?.tag === 'PRON' || finiteFollows(items, to + 1))) break;
      to += 2;
    } else if (
      item.tag === 'VERB' &&
      isNominal(next) &&
      (items[to - 1]?.tag === 'DET' || items[to - 1]?.tag === 'ADJ' || items[to - 1]?.lower === "'s")
    )
      to++;
    else if (item.word === '(') {
      let close = to;
      while (close < items.length && close - to < 10 && items[close]?.word !== ')') close++;
      if (items[close]?.word !== ')') break;
      to = close + 1;
    } else break;
  }
  return [first, to];
}

function finiteFollows(items: readonly Item[], from: number): boolean {
  for (let i = from; i < Math.min(items.length, from + 6); i++) {
    const tag = items[i]?.tag;
    if (tag === 'AUX' || tag === 'VERB') return true;
    if (tag === 'PUNCT' || tag === 'QUOTE') return false;
  }
  return false;
}

/** A verb that can carry a clause: not an infinitive after "to", not a bare -ing form. */
export function isFiniteVerb(items: readonly Item[], i: number): boolean {
  const item = items[i];
  if (item === undefined || (item.tag !== 'VERB' && item.tag !== 'AUX')) return false;
  const before = items[i - 1];
  if (before?.lower === 'to' || before?.tag === 'DET') return false;
  return !(item.lower.endsWith('ing') && item.tag === 'VERB');
}

/** The head of a phrase without what depends on it: "a spokesman" of "a spokesman for the buyer". */
export function coreOf(items: readonly Item[], [from, to]: Range): Range {
  for (let i = from + 1; i < to; i++) {
    const item = items[i];
    if (
      item !== undefined &&
      (/^(?:of|for|from|at|in|with|on|to|against|inside|behind|near|who|that|which)$/.test(item.lower) ||
        item.word === '(' ||
        item.word === ',')
    )
      return [from, i];
  }
  return [from, to];
}

/** Does a finite verb, or a quotation that may hold one, stand among items [from, to)? */
export function holdsVerb(items: readonly Item[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (isFiniteVerb(items, i) || items[i]?.quotation !== null) return true;
  return false;
}
