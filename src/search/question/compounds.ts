import type { Index } from '../index/build-index.ts';

/** Shorter parts are part of too much by chance. */
const shortest = 5;

/**
 * Terms that a word is a part of, or that are part of it, in languages that write compounds as one word: German Bauamt
 * and Stadtbauamt, Hafengebühr and Hafen.
 */
export function createCompounds({ vocabulary, frequency }: Index): (stem: string) => readonly number[] {
  const byEdge = new Map<string, number[]>();
  const enter = (edge: string, id: number) => {
    const bucket = byEdge.get(edge);
    if (bucket === undefined) byEdge.set(edge, [id]);
    else bucket.push(id);
  };
  vocabulary.terms().forEach((term, id) => {
    if (term.length <= shortest || (frequency[id] ?? 0) === 0 || !/^\p{L}+$/u.test(term)) return;
    enter(term.slice(0, shortest), id);
    enter(term.slice(-shortest), id);
  });
  return (stem) => {
    if (stem.length < shortest) return [];
    const found = new Set<number>();
    for (const edge of [stem.slice(0, shortest), stem.slice(-shortest)]) {
      for (const id of byEdge.get(edge) ?? []) {
        const term = vocabulary.term(id);
        if (term !== stem && (term.startsWith(stem) || term.endsWith(stem))) found.add(id);
      }
    }
    for (let at = shortest; at < stem.length; at++) {
      for (const part of [stem.slice(0, at), stem.slice(stem.length - at)]) {
        const id = vocabulary.id(part);
        if (id !== undefined && /^\p{L}+$/u.test(part)) found.add(id);
      }
    }
    return [...found];
  };
}
