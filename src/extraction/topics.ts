import type { Unit } from './unit.ts';

/** A subject that several sentences share. */
export interface FoundTopic {
  /** Its word, in lower case. */
  readonly id: string;
  /** The word as first printed. */
  readonly name: string;
}

const MOST = 8;
const VAGUE =
  /^(?:year|years|month|months|week|weeks|day|days|time|times|people|man|men|woman|women|way|ways|thing|things|part|parts|number|numbers|one|ones|president|minister|director|official|officials|spokesman|spokeswoman|statement|interview|mr|mrs|ms|percent|per|cent|today|yesterday|tomorrow|morning|night|end|something|anything|nothing|everything|someone|lot|kind|side|sides|place|question|questions|reporter|reporters|word|words)$/;

/**
 * Common nouns that at least two sentences, and not most of them, share: what a text is about in a few words,
 * for a person to rename. Names are left to the people.
 */
export function findTopics(units: readonly Unit[]): FoundTopic[] {
  const seen = new Map<string, { name: string; units: number }>();
  for (const { items } of units) {
    const own = new Map<string, string>();
    for (const { tag, word, lower } of items) {
      if (tag === 'NOUN' && lower.length > 3 && /^\p{Ll}/u.test(word) && !VAGUE.test(lower))
        own.set(stem(lower), word);
    }
    for (const [id, name] of own) {
      const known = seen.get(id);
      if (known === undefined) seen.set(id, { name, units: 1 });
      else known.units += 1;
    }
  }
  return [...seen]
    .filter(([, { units: count }]) => count >= 2 && count <= Math.max(3, units.length * 0.6))
    .sort(([a, x], [b, y]) => y.units - x.units || (a < b ? -1 : 1))
    .slice(0, MOST)
    .map(([id, { name }]) => ({ id, name }));
}

/** Ids of the topics whose word stands in a stretch of text. */
export function topicsIn(words: string, topics: readonly FoundTopic[]): string[] {
  const own = new Set((words.toLowerCase().match(/\p{L}+/gu) ?? []).map(stem));
  return topics.filter(({ id }) => own.has(id)).map(({ id }) => id);
}

function stem(word: string): string {
  return word.replace(/ies$/, 'y').replace(/(?<!s)s$/, '');
}
