import type { Unit } from './unit.ts';

export const TURN = /^(\p{Lu}[\p{Lu}.'’ -]{1,40}):\s/u;

/** Paragraphs that are turns of a conversation: "REYES: The plant is safe." One alone is a heading. */
export function turnsOf(text: string, units: readonly Unit[]): ReadonlySet<number> {
  const turns = new Set<number>();
  units.forEach((unit, index) => {
    const opens = units[index - 1]?.paragraph !== unit.paragraph;
    if (opens && TURN.test(text.slice(unit.start, unit.start + 50))) turns.add(unit.paragraph);
  });
  return turns.size > 1 ? turns : new Set();
}
