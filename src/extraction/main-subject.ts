import { isFiniteVerb, phraseEndingAt, type Range } from './noun-phrase.ts';
import { acrossInsertion } from './subject.ts';
import type { Item } from './unit.ts';

/** The subject of the sentence's first finite verb before an item. */
export function mainSubject(items: readonly Item[], before: number): Range | null {
  for (let i = 1; i < before; i++) {
    if (!isFiniteVerb(items, i) || items[i - 1]?.tag === 'VERB') continue;
    let j = i - 1;
    while (j > 0 && (items[j]?.tag === 'AUX' || items[j]?.tag === 'ADV')) j--;
    if (items[j]?.word === ',') {
      const inserted = acrossInsertion(items, j);
      if (inserted !== null) return inserted;
      continue;
    }
    const phrase = phraseEndingAt(items, j);
    if (phrase === null) continue;
    const opener = items[phrase[0] - 1];
    if (
      opener?.tag === 'SCONJ' ||
      opener?.tag === 'ADP' ||
      /^(?:who|which|that|when|while|as|if|because|after|before)$/.test(opener?.lower ?? '')
    )
      continue;
    return phrase;
  }
  return null;
}
