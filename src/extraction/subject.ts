import type { Cue } from './cue.ts';
import {
  isFiniteVerb,
  isNominal,
  isTime,
  phraseEndingAt,
  phraseStartingAt,
  type Range,
} from './noun-phrase.ts';
import { isOffice } from './titles.ts';
import type { Item } from './unit.ts';

export interface Subject {
  /** The noun phrase, or null where it must be taken from another verb of the sentence. */
  readonly phrase: Range | null;
  /** Where the subject with its appositions begins and ends. */
  readonly from: number;
  readonly to: number;
  readonly kind: 'before' | 'after' | 'relative' | 'shared' | 'participle';
}

/** "Ana Duarte, the union's lawyer said": the second comma forgotten, where nothing stands before the name. */
function apposed(items: readonly Item[], [from]: Range): Range | null {
  if (items[from - 1]?.word !== ',' || items[from - 2]?.tag !== 'PROPN') return null;
  const first = items[from];
  if (first?.tag !== 'DET' && !isOffice(first?.lower ?? '')) return null;
  const name = phraseEndingAt(items, from - 2);
  return name !== null && (name[0] === 0 || items[name[0] - 1]?.quotation != null) ? name : null;
}

/** Who says it, looked for before the verb. */
export function subjectBefore(items: readonly Item[], cue: Cue): Subject | null {
  let j = cue.from - 1;
  // "Ito on Monday said", "Marten in 2012 wrote", "Okafor, however, said"
  j = skipTimeLeft(items, j);
  const item = items[j];
  if (cue.form === 'ing' && !hasAux(items, cue))
    return { phrase: null, from: cue.from, to: cue.from, kind: 'participle' };
  if (cue.infinitive) return { phrase: null, from: cue.from, to: cue.from, kind: 'participle' };
  if (item === undefined) return null;
  if (/^(?:who|which|that|que|quien)$/.test(item.lower)) {
    const end = items[j - 1]?.word === ',' || items[j - 1]?.tag === 'ADP' ? j - 2 : j - 1;
    const phrase = phraseEndingAt(items, end);
    return phrase === null ? null : { phrase, from: j, to: cue.from, kind: 'relative' };
  }
  if (/^(?:and|but|or|y|e|pero|then|before|after|by|while|when)$/.test(item.lower))
    return { phrase: null, from: cue.from, to: cue.from, kind: 'shared' };
  if (/^[,—–―]$|^-+$/.test(item.word)) {
    const inserted = acrossInsertion(items, j);
    if (inserted !== null)
      return { phrase: inserted, from: roleStart(items, inserted), to: cue.from, kind: 'before' };
    // "criticized the bill, called it a disgrace"
    return items[j - 1] === undefined || items[j - 1]?.quotation !== null
      ? null
      : { phrase: null, from: cue.from, to: cue.from, kind: 'shared' };
  }
  const phrase = phraseEndingAt(items, j);
  if (phrase === null) return null;
  const named = apposed(items, phrase);
  return { phrase: named ?? phrase, from: (named ?? phrase)[0], to: cue.from, kind: 'before' };
}

/** "the union's lawyer, Ana Duarte, said" begins with the lawyer. */
function roleStart(items: readonly Item[], [from]: Range): number {
  const role = items[from - 1]?.word === ',' ? phraseEndingAt(items, from - 2) : null;
  if (role === null || items[role[0]]?.tag === 'PROPN') return from;
  return items[from - 2]?.tag === 'NOUN' ? role[0] : from;
}

function hasAux(items: readonly Item[], cue: Cue): boolean {
  for (let i = cue.from; i < cue.verb; i++) if (items[i]?.tag === 'AUX') return true;
  return false;
}

/** A date or place between subject and verb is stepped over where a noun phrase stands before it. */
function skipTimeLeft(items: readonly Item[], j: number): number {
  let at = j;
  while (at > 0 && (isTime(items[at]) || items[at]?.tag === 'ADV')) at--;
  if (at < j && items[at]?.lower === 'on') at--;
  if (items[at]?.tag === 'NUM' && items[at - 1]?.lower === 'in' && isNominal(items[at - 2])) at -= 2;
  return at;
}

/**
 * From the comma before the verb back over an apposition, a relative clause or an inserted phrase:
 * "Sun Li, deputy director of the institute, noted", "Okafor, who leads the union and lives nearby, said".
 */
export function acrossInsertion(items: readonly Item[], comma: number): Range | null {
  let found: Range | null = null;
  let fallback: Range | null = null;
  for (let k = comma - 2; k > 0 && comma - k < 60; k--) {
    const sign = items[k]?.word ?? '';
    if (items[k]?.quotation !== null && items[k] !== undefined && k < comma - 12) break;
    if (!/^[,—–―]$|^--$/.test(sign) || (sign === ',') !== (items[comma]?.word === ',')) continue;
    const first = items[k + 1];
    const relative = /^(?:who|which|whose|whom|that|where)$/.test(first?.lower ?? '');
    const phrase = phraseEndingAt(items, k - 1);
    if (
      phrase === null ||
      (found !== null &&
        /^(?:of|in|from|at)$/.test(items[phrase[0] - 1]?.lower ?? '') &&
        items[phrase[0] - 2]?.word === ',')
    )
      continue;
    // "the union's lawyer, Ana Duarte, said": the name stands between the commas.
    const between = phraseEndingAt(items, comma - 1);
    if (
      found === null &&
      between !== null &&
      between[0] === k + 1 &&
      lastWord(items, between)?.tag === 'PROPN' &&
      first?.tag === 'PROPN' &&
      lastWord(items, phrase)?.tag === 'NOUN'
    )
      return between;
    if (!relative && holdsFinite(items, k + 1, comma)) continue;
    const last = lastWord(items, phrase);
    const lead = items[phrase[0] - 1];
    // A place before the name is no subject: "In Lagos, Okafor, who …, said".
    if (found !== null && lead?.tag === 'ADP') break;
    if (last?.tag === 'PROPN' || relative) found = phrase;
    else if (fallback === null && items[phrase[0]]?.tag === 'DET' && last?.tag === 'NOUN') fallback = phrase;
  }
  return found ?? fallback;
}

function lastWord(items: readonly Item[], [, to]: Range): Item | undefined {
  for (let i = to - 1; i >= 0; i--) if (isNominal(items[i])) return items[i];
  return undefined;
}

function holdsFinite(items: readonly Item[], from: number, to: number): boolean {
  let relative = false;
  for (let i = from; i < to; i++) {
    if (/^(?:who|which|that|whose|where)$/.test(items[i]?.lower ?? '')) relative = true;
    if (!relative && isFiniteVerb(items, i) && items[i]?.tag === 'AUX') return true;
    if (
      !relative &&
      isFiniteVerb(items, i) &&
      isNominal(items[i - 1]) &&
      items[i - 1]?.tag !== 'DET' &&
      !/ed$|en$/.test(items[i]?.lower ?? '')
    )
      return true;
  }
  return false;
}

/** "…," said Ana Duarte, the mayor: the subject follows its verb. */
export function subjectAfter(items: readonly Item[], cue: Cue): Subject | null {
  if (
    cue.passive ||
    cue.infinitive ||
    cue.from !== cue.verb ||
    (cue.form !== 'past' && cue.form !== 's' && cue.form !== 'base')
  )
    return null;
  const phrase = phraseStartingAt(items, cue.to);
  if (phrase === null) return null;
  if (
    /^(?:me|him|us|them|it|this|that|so|nothing|something|anything|things?)$/.test(items[cue.to]?.lower ?? '')
  )
    return null;
  let to = phrase[1];
  // The phrase must not be the beginning of a clause: "said the mayor was ill".
  // Beside a quotation it may be a participle instead: "said a man named Ito".
  const quoted = items[cue.from - 1]?.quotation != null;
  if (isFiniteVerb(items, to) && !(quoted && /(?:ed|en)$/.test(items[to]?.lower ?? ''))) return null;
  to = overApposition(items, to);
  return { phrase, from: cue.from, to, kind: 'after' };
}

/** Past ", the director of the institute" and ", who leads it", up to the next quotation or the sentence's end. */
function overApposition(items: readonly Item[], from: number): number {
  let to = from;
  while (to < items.length) {
    const item = items[to];
    if (item === undefined || item.quotation !== null || /^[.?!;:—–―]$/.test(item.word)) break;
    if (item.word === ',') {
      const next = items[to + 1];
      if (next === undefined || next.quotation !== null) break;
      if (/ing$/.test(next.lower) && next.tag === 'VERB') break;
      if (
        /^(?:and|but|while|as|after|when|according|because|although|though|in|during|at|on)$/.test(next.lower)
      )
        break;
    }
    if (/^(?:as|after|when|while|because|during)$/.test(item.lower)) break;
    to++;
  }
  return to;
}
