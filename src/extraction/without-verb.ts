import type { Attribution } from './attribution.ts';
import { holdsVerb, isFiniteVerb, phraseEndingAt, phraseStartingAt, type Range } from './noun-phrase.ts';
import type { Item, Unit } from './unit.ts';

/** "According to the ministry, …" and "…, according to Petra Lunde". */
export function accordingTo(unit: Unit): Attribution[] {
  const { items } = unit;
  const found: Attribution[] = [];
  for (let i = 0; i + 2 < items.length; i++) {
    const length =
      items[i]?.lower === 'según'
        ? 1
        : items[i]?.lower === 'according' && items[i + 1]?.lower === 'to'
          ? 2
          : 0;
    if (length === 0) continue;
    const source = phraseStartingAt(items, i + length);
    if (source === null) continue;
    const end = endOfTrimmed(items);
    const lead = items[i - 1];
    const opens = i === 0 || /^(?:and|but|—|–)$/.test(lead?.lower ?? '') || (i <= 3 && lead?.word !== ',');
    const contents: Range[] = [];
    if (opens) {
      let from = source[1];
      if (items[from]?.word === ',') from = afterApposition(items, from) + 1;
      contents.push([from, end]);
    } else {
      const to = lead?.word === ',' || lead?.word === '—' ? i - 1 : i;
      contents.push([clauseStart(items, to), to]);
      const after = items[source[1]];
      if (
        after?.word === ',' &&
        holdsVerb(items, source[1] + 1, end) &&
        !/^(?:who|which|a|an|the|and|but|as)$/.test(items[source[1] + 1]?.lower ?? '') &&
        !holdsVerb(items, 0, to)
      )
        contents.push([source[1] + 1, end]);
    }
    const kept = contents.filter(([a, b]) => b > a);
    if (kept.length > 0)
      found.push({
        unit,
        cue: [i, i + length],
        lemma: 'according to',
        source,
        contents: kept,
        pattern: 'according',
      });
  }
  return found;
}

/** "“…” — Petra Lunde, Coast Courier" and "Petra Lunde: …" (whether that is a person, the people of the text tell). */
export function setApart(unit: Unit): Attribution[] {
  const { items } = unit;
  const dash = items.findIndex((item) => /^[—–―-]$|^--$/.test(item.word));
  if (dash > 0 && items[dash - 1]?.quotation != null && !holdsVerb(items, dash, items.length)) {
    const source = phraseStartingAt(items, dash + 1);
    if (source !== null)
      return [{ unit, cue: [dash, dash], lemma: '', source, contents: [[0, dash]], pattern: 'dash' }];
  }
  const colon = items.findIndex((item) => item.word === ':');
  if (colon < 1 || colon > 7 || colon + 1 >= items.length || items[colon + 1]?.quotation != null) return [];
  const source = phraseEndingAt(items, colon - 1);
  if (source === null || source[0] !== 0 || !/^\p{Lu}/u.test(items[colon - 1]?.word ?? '')) return [];
  return [
    { unit, cue: [colon, colon], lemma: '', source, contents: [[colon + 1, items.length]], pattern: 'colon' },
  ];
}

function endOfTrimmed(items: readonly Item[]): number {
  return /^[.;:,]$/.test(items.at(-1)?.word ?? '') ? items.length - 1 : items.length;
}

function afterApposition(items: readonly Item[], comma: number): number {
  const next = items[comma + 1];
  if (next === undefined) return comma;
  const relative = /^(?:who|which|whose)$/.test(next.lower);
  if (!relative && !(next.tag === 'DET' || next.tag === 'NOUN' || next.tag === 'ADJ')) return comma;
  for (let i = comma + 1; i < Math.min(items.length, comma + 25); i++) {
    if (items[i]?.word === ',') return i;
    if (!relative && isFiniteVerb(items, i)) return comma;
  }
  return comma;
}

/** Back to where the clause before "according to" begins: after ", but" or a semicolon. */
function clauseStart(items: readonly Item[], to: number): number {
  for (let i = to - 1; i > 0; i--) {
    const item = items[i];
    if (item?.word === ';') return i + 1;
    if (
      item?.word === ',' &&
      /^(?:but|and|while|although)$/.test(items[i + 1]?.lower ?? '') &&
      holdsVerb(items, i + 2, to) &&
      to - i > 4
    )
      return i + 2;
  }
  return 0;
}
