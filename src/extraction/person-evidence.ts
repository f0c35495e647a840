import { FAMILY_FIRST, genderOfFirstName } from './first-names.ts';
import type { Raw } from './names.ts';
import type { Entity } from './people.ts';
import { type Gender, genderOfWord, isHonorific, isOffice, isOrganisationWord } from './titles.ts';

const scores = new WeakMap<Entity, number>();

/** Adds up what speaks for a person and against. */
export function judge(entity: Entity, raw: Raw): void {
  let score = scores.get(entity) ?? 0;
  const title = raw.title.toLowerCase().split(/\s+/).filter(Boolean);
  if (title.some((word) => isHonorific(word) || isOffice(word))) score += 3;
  if (raw.the) score -= 2;
  if (/^(?:who|himself|herself)$/.test(raw.next)) score += 3;
  for (const word of title) {
    const gender = genderOfWord(word);
    if (gender !== null && (isHonorific(word) || !entity.genderTold)) {
      entity.gender = gender;
      entity.genderTold = true;
    }
  }
  scores.set(entity, score);
}

export function settle(entity: Entity): void {
  let score = scores.get(entity) ?? 0;
  const { parts } = entity;
  if (parts.some((part) => isOrganisationWord(part))) score -= 6;
  if (parts.length === 1) score -= 1;
  if (entity.name === entity.name.toUpperCase() && parts.length === 1) score -= 4;
  if (/&|\d/.test(entity.name)) score -= 4;
  const guess = firstNameGender(entity);
  if (parts.length >= 2 && parts.length <= 4 && (guess !== null || FAMILY_FIRST.test(parts[0] ?? '')))
    score += 2;
  else if (parts.length >= 2 && parts.length <= 4) score += 0.5;
  if (entity.gender === null && guess !== null) entity.gender = guess;
  entity.kind = score >= 0.5 ? 'person' : score <= -3 ? 'organisation' : 'unknown';
}

export function firstNameGender(entity: Entity): Gender | null {
  const [first = ''] = entity.parts;
  if (entity.parts.length < 2 || FAMILY_FIRST.test(first)) return null;
  return genderOfFirstName(first);
}
