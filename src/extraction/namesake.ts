import { FAMILY_FIRST, genderOfFirstName } from './first-names.ts';
import type { Raw } from './names.ts';
import type { Entity } from './people.ts';
import { firstNameGender } from './person-evidence.ts';
import { genderOfWord, isHonorific, isOffice, isOrganisationWord } from './titles.ts';

export interface Named {
  readonly entity: Entity;
  readonly unit: number;
}

export const titled = new WeakSet<Entity>();

export const fullNames = new WeakMap<Entity, number>();

export function pickGroup(...groups: (Entity[] | undefined)[]): readonly Entity[] {
  for (const group of groups) {
    const people = group?.filter((one) => one.parts.length > 1 && !one.parts.some(isOrganisationWord));
    if (people !== undefined && people.length > 0) return people;
  }
  return [];
}

/** Of several people of one surname: the one whom the title fits. */
export function choose(candidates: readonly Entity[], raw: Raw, last: Named | undefined): Entity | undefined {
  const title = raw.title.toLowerCase().split(/\s+/).filter(Boolean);
  const told = title.map(genderOfWord).find((one) => one !== null) ?? null;
  const fitting = candidates.filter(
    (one) => told === null || (one.gender ?? firstNameGender(one) ?? told) === told,
  );
  // "Mr. Okoro" in a text that names only Ada Okoro is somebody else.
  if (fitting.length <= 1) return fitting[0];
  // A paper that says "Mr." means the man it is about; one that does not, whom it has just named in full.
  if (
    last !== undefined &&
    !title.some(isHonorific) &&
    fitting.includes(last.entity) &&
    raw.unit - last.unit <= 1
  )
    return last.entity;
  return [...fitting].sort((a, b) => (fullNames.get(b) ?? 0) - (fullNames.get(a) ?? 0))[0];
}

/** "President Marten" of the first sentence is not the Rosa Marten whom a later one names without any title. */
export function isAnother(entity: Entity, raw: Raw): boolean {
  if (entity.mentions.length > 0 || titled.has(entity)) return false;
  return raw.title.split(/\s+/).some((word) => isOffice(word.toLowerCase()));
}

/** "Xi" for Xi Jinping, "Rosa" for Rosa Marten; but "Harbour" is not short for Harbour Lights. */
export function firstStandsAlone(entity: Entity): boolean {
  const [first = ''] = entity.parts;
  return FAMILY_FIRST.test(first) || genderOfFirstName(first) !== null || titled.has(entity);
}
