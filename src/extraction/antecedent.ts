import type { Entity } from './people.ts';
import type { Gender } from './titles.ts';

/** Where an entity was last referred to, by name or by pronoun. */
interface Reference {
  readonly offset: number;
  readonly unit: number;
  readonly paragraph: number;
  readonly subject: boolean;
  readonly quoted: boolean;
}

interface Known {
  readonly entity: Entity;
  readonly references: Reference[];
}

export interface Antecedent {
  readonly entity: Entity;
  /** How far ahead of the next candidate it is; 1 and more is sure. */
  readonly margin: number;
}

/** What counts for an antecedent, each in points; set by hand, see the folder's README. */
const WEIGHTS = {
  distance: -0.55,
  subject: 1.4,
  lastSpeaker: 1.3,
  sameParagraph: 0.4,
  often: 0.15,
  unsureGender: -0.8,
  otherGuess: -2.2,
  unsurePerson: -2,
  introduced: 1.2,
  namedInOwnQuotation: -2.5,
  quotedOnly: -1.5,
};

/**
 * Who "he" and "she" are: the walk through the text notes every reference in order, and a pronoun asks for the
 * best of those before it. Recency, being the subject, and having spoken last speak for somebody; being named
 * inside the very quotation speaks against, since people seldom call themselves by name.
 */
export class Antecedents {
  readonly #known = new Map<Entity, Known>();
  #recent: Entity[] = [];
  lastSpeaker: Entity | null = null;

  refer(entity: Entity, reference: Reference): void {
    if (entity.kind === 'organisation') return;
    const known = this.#known.get(entity) ?? { entity, references: [] };
    known.references.push(reference);
    if (known.references.length > 40) known.references.splice(0, 20);
    this.#known.set(entity, known);
    this.#recent = [entity, ...this.#recent.filter((one) => one !== entity)].slice(0, 12);
  }

  /** The best person for a pronoun at an offset; null where nobody fits. `avoid` are entities named in its quotation. */
  resolve(
    gender: Gender | null,
    at: { offset: number; unit: number; paragraph: number },
    avoid: ReadonlySet<Entity>,
  ): Antecedent | null {
    const ranked = this.#recent
      .map((entity) => ({ entity, score: this.#score(entity, gender, at, avoid) }))
      .filter((one): one is { entity: Entity; score: number } => one.score !== null)
      .sort((a, b) => b.score - a.score);
    const [best, second] = ranked;
    if (best === undefined) return null;
    return { entity: best.entity, margin: second === undefined ? 2 : best.score - second.score };
  }

  #score(
    entity: Entity,
    gender: Gender | null,
    at: { offset: number; unit: number; paragraph: number },
    avoid: ReadonlySet<Entity>,
  ): number | null {
    const other = gender !== null && entity.gender !== null && entity.gender !== gender;
    if (other && entity.genderTold) return null;
    const references = this.#known.get(entity)?.references.filter((one) => one.offset < at.offset) ?? [];
    const outside = references.filter((one) => !one.quoted);
    const last = outside.at(-1) ?? references.at(-1);
    if (last === undefined) return null;
    const distance = Math.min(8, at.unit - last.unit);
    let score = distance * WEIGHTS.distance;
    if (last.subject) score += WEIGHTS.subject;
    if (last.paragraph === at.paragraph) score += WEIGHTS.sameParagraph;
    if (entity === this.lastSpeaker) score += WEIGHTS.lastSpeaker;
    // A paper names in full, with a role, whom it is about to quote.
    if (outside.length === 1 && distance <= 1 && entity.role !== null) score += WEIGHTS.introduced;
    if (outside.length === 0) score += WEIGHTS.quotedOnly;
    score += Math.min(6, outside.length) * WEIGHTS.often;
    if (gender !== null && entity.gender === null) score += WEIGHTS.unsureGender;
    if (entity.kind !== 'person') score += WEIGHTS.unsurePerson;
    if (other) score += WEIGHTS.otherGuess;
    if (avoid.has(entity)) score += WEIGHTS.namedInOwnQuotation;
    return score;
  }
}
