import type { Cue } from './cue.ts';
import { isFiniteVerb, isNominal, isTime, PERSONAL, phraseStartingAt, type Range } from './noun-phrase.ts';
import type { Item } from './unit.ts';

const WH = /^(?:whether|if|how|why|what|who|where|when|which|whom)$/;
const ADJUNCT =
  /^(?:in|on|at|during|after|before|from|to|by|with|via|through|of|for|about|under|over|following|amid|as|into)$/;

/** Steps over what may stand between a verb of saying and what is said: "told reporters in a statement on Monday that". */
export function skipAdjuncts(items: readonly Item[], cue: Cue): number {
  let at = cue.to;
  const addressed = cue.frames.has('a');
  let addressee = false;
  for (let steps = 0; steps < 8; steps++) {
    const item = items[at];
    if (item === undefined || item.quotation !== null) return at;
    if (isTime(item) || (item.tag === 'ADV' && !WH.test(item.lower))) {
      at++;
      continue;
    }
    if (
      /^(?:last|this|earlier|late|early)$/.test(item.lower) &&
      /^(?:week|month|year|night|morning|evening|fall|spring|summer|winter|afternoon|weekend|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/.test(
        items[at + 1]?.lower ?? '',
      )
    ) {
      at += 2;
      continue;
    }
    if (addressed && !addressee && !WH.test(item.lower) && item.lower !== 'that') {
      const phrase = phraseStartingAt(items, at);
      if (phrase !== null) {
        addressee = true;
        // "told Fox News the plan had failed": no article starts a new phrase within one run of names.
        at = addresseeEnd(items, phrase);
        continue;
      }
    }
    if (ADJUNCT.test(item.lower) || (item.lower === 'a' && item.tag === 'ADP')) {
      const to = adjunctEnd(items, at);
      if (to !== null) {
        at = to;
        continue;
      }
    }
    if (item.word === ',') {
      const to = insertionEnd(items, at);
      if (to !== null) {
        at = to;
        continue;
      }
    }
    return at;
  }
  return at;
}

function addresseeEnd(items: readonly Item[], [from, to]: Range): number {
  if (PERSONAL.test(items[from]?.lower ?? '')) return from + 1;
  for (let i = from + 1; i < to; i++) {
    const item = items[i];
    if (item === undefined) break;
    const opens = item.tag === 'DET' || (item.tag === 'PRON' && items[i - 1]?.tag !== 'ADP');
    if (opens && !/^(?:of|and|&|at|from|in|with|for)$/.test(items[i - 1]?.lower ?? '')) return i;
  }
  return to;
}

/** "on Tuesday", "in an interview with the paper": skipped where what is said visibly begins after it. */
function adjunctEnd(items: readonly Item[], at: number): number | null {
  const phrase = phraseStartingAt(items, at + 1);
  const to = phrase?.[1] ?? (isTime(items[at + 1]) ? at + 2 : null);
  if (to === null) return null;
  let end = to;
  while (isTime(items[end]) || items[end]?.tag === 'NUM') end++;
  const next = items[end];
  if (
    next === undefined ||
    /^[.?!,;:—–―]$/.test(next.word) ||
    next.quotation !== null ||
    /^(?:that|que)$/.test(next.lower) ||
    WH.test(next.lower)
  )
    return end;
  if (ADJUNCT.test(next.lower)) return adjunctEnd(items, end) === null ? null : end;
  if (
    isTime(items[at + 1]) ||
    /^(?:statement|interview|speech|tweet|email|letter|news conference|briefing|conference|rally)$/.test(
      items[to - 1]?.lower ?? '',
    )
  )
    return end;
  return items[end]?.tag === 'PRON' || items[end]?.tag === 'DET' ? end : null;
}

/** "said, however, that …", "said, according to the paper, “…”" */
function insertionEnd(items: readonly Item[], comma: number): number | null {
  for (let i = comma + 1; i < Math.min(items.length, comma + 10); i++) {
    if (items[i]?.quotation !== null) return null;
    if (items[i]?.word === ',') {
      const next = items[i + 1];
      return next !== undefined && (/^(?:that|que)$/.test(next.lower) || next.quotation !== null)
        ? i + 1
        : null;
    }
  }
  return null;
}

/** Where the content of an active verb begins, after "that", a comma or a colon; null where it has none after it. */
export function contentStart(items: readonly Item[], cue: Cue, at: number): number | null {
  const item = items[at];
  const { frames } = cue;
  if (item === undefined) return null;
  if (item.quotation !== null) return at;
  if (item.word === ':') return items[at + 1] === undefined ? null : at + 1;
  if (item.word === ',')
    return items[at + 1] !== undefined && items[at + 1]?.quotation !== null ? at + 1 : null;
  if (/^[.?!;—–―)]$/.test(item.word)) return null;
  const clause = frames.has('c') || frames.has('q') || frames.has('a') || frames.has('m');
  if (item.lower === 'de' && items[at + 1]?.lower === 'que' && clause) return at + 2;
  if ((item.lower === 'that' || item.lower === 'que') && clause) {
    const next = items[at + 1];
    // "said that “…”" and "said that, if elected, …"
    return next === undefined ? null : next.word === ',' ? at + 2 : at + 1;
  }
  if (WH.test(item.lower) && (frames.has('w') || clause)) return at;
  if (item.lower === 'to' && (frames.has('i') || frames.has('a') || frames.has('o') || frames.has('m')))
    return at;
  if (frames.has('o')) {
    const phrase = phraseStartingAt(items, at);
    if (phrase !== null && hasInfinitive(items, phrase[0], phrase[1])) return at;
  }
  if (clause && clauseFrom(items, at)) return at;
  if ((frames.has('n') || frames.has('m')) && (isNominal(item) || item.word === '"' || item.word === '“'))
    return at;
  if (cue.lemma === 'accuse' || frames.has('n'))
    return phraseStartingAt(items, at) === null && item.tag !== 'VERB' ? null : at;
  return null;
}

function hasInfinitive(items: readonly Item[], from: number, to: number): boolean {
  for (let i = from; i < Math.min(items.length, to + 3); i++) if (items[i]?.lower === 'to') return true;
  return false;
}

/** Does a clause with a verb of its own begin here? */
function clauseFrom(items: readonly Item[], at: number): boolean {
  for (let i = at; i < Math.min(items.length, at + 40); i++) {
    if (items[i]?.quotation !== null) return true;
    if (isFiniteVerb(items, i)) return true;
    if (/^[.?!;:]$/.test(items[i]?.word ?? '')) return false;
  }
  return false;
}
