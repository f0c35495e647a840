import { runEnd } from './before-cue.ts';
import type { Draft } from './cued-clause.ts';
import { isFiniteVerb, isNominal, type Range } from './noun-phrase.ts';
import type { Item } from './unit.ts';

const PARTING = /^(?:and|but|while|as|although|though|whereas|so|because|yet)$/;

/** Cuts each content where another attribution or another clause of the sentence begins. */
export function bound(items: readonly Item[], draft: Draft, drafts: readonly Draft[]): void {
  const own = draft.contents.map(
    ([from, to]): Range => [from, to === items.length ? contentEnd(items, draft, from, drafts) : to],
  );
  draft.contents = own.filter(([from, to]) => to > from);
}

function contentEnd(items: readonly Item[], draft: Draft, from: number, drafts: readonly Draft[]): number {
  let to = items.length;
  while (to > from && /^[.;:,]$/.test(items[to - 1]?.word ?? '')) to--;
  for (const other of drafts) {
    if (other === draft || other.cue.from < from) continue;
    const start =
      other.subject.phrase === null ? other.cue.from : Math.min(other.subject.from, other.cue.from);
    const lead = items[start - 1];
    const lead2 = items[start - 2];
    if (start <= from) continue;
    // "…, adding that …", "… and congratulated …", "…, but Ito replied …", "…, he said"
    if (
      draft.pattern === 'participle' &&
      draft.cue.from <= 2 &&
      lead?.word === ',' &&
      other.subject.kind === 'before'
    )
      to = Math.min(to, start - 1);
    else if (other.pattern === 'participle' && lead?.word === ',') to = Math.min(to, start - 1);
    else if (
      other.pattern === 'shared' &&
      sameForm(other, draft) &&
      (lead?.tag === 'CCONJ' || lead?.word === ',')
    )
      to = Math.min(to, lead2?.word === ',' ? start - 2 : start - 1);
    else if (
      (other.pattern === 'clause' || other.pattern === 'object') &&
      lead !== undefined &&
      PARTING.test(lead.lower) &&
      lead2?.word === ',' &&
      sameForm(other, draft)
    )
      to = Math.min(to, start - 2);
    else if (
      other.pattern === 'parenthetical' &&
      lead?.word === ',' &&
      other.contents[0] !== undefined &&
      other.contents[0][0] >= from
    )
      to = Math.min(to, other.contents[0][0]);
  }
  // said “…” at the gate: what follows the quotation is the reporter's, unless it is the quotation's own clause.
  const head = items[from];
  if (head?.quotation != null) {
    const end = runEnd(items, from);
    const next = items[end];
    const sentence = /^["“„«'‘`]+\s*\p{Lu}/u.test(head.word) || /^[,:]$/.test(items[from - 1]?.word ?? '');
    if (
      next === undefined ||
      next.tag === 'PUNCT' ||
      next.tag === 'SCONJ' ||
      (sentence && !isFiniteVerb(items, end)) ||
      /^(?:in|at|during|before|after|when|while|as|on|from)$/.test(next.lower)
    )
      return Math.min(to, end);
  }
  const strict = draft.pattern === 'object' || draft.subject.kind === 'relative';
  for (let i = from; i < to; i++) {
    const item = items[i];
    const next = items[i + 1];
    if (item === undefined) break;
    if (item.word === ',' && /^(?:according|según)$/.test(next?.lower ?? '')) return i;
    if (item.lower === 'according' && next?.lower === 'to' && i > from) return i;
    if (strict && i > from && item.quotation === null && /^[,;—–―]$/.test(item.word) && !listGoesOn(items, i))
      return i;
    if (
      draft.pattern === 'object' &&
      i > from &&
      /^(?:when|while|after|because|although|during|as)$/.test(item.lower)
    )
      return i;
  }
  return to;
}

function sameForm(a: Draft, b: Draft): boolean {
  return a.cue.form === b.cue.form || a.cue.form === 'ing';
}

/** "timber, machine parts and wool" is one object; ", which …" and ", a plan …" are not. */
function listGoesOn(items: readonly Item[], comma: number): boolean {
  const next = items[comma + 1];
  if (next === undefined) return false;
  if (next.quotation !== null) return true;
  if (/^(?:and|or)$/.test(next.lower))
    return !isFiniteVerb(items, comma + 2) && !isFiniteVerb(items, comma + 3);
  if (!isNominal(next) || next.tag === 'DET' || next.tag === 'PRON') return false;
  for (let i = comma + 1; i < Math.min(items.length, comma + 14); i++) {
    if (isFiniteVerb(items, i)) return false;
    if (/^(?:and|or)$/.test(items[i]?.lower ?? '')) return true;
  }
  return false;
}
