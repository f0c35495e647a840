import { fold } from './first-names.ts';
import { type Raw, rawNames, SUFFIX } from './names.ts';
import { choose, firstStandsAlone, fullNames, isAnother, type Named, pickGroup, titled } from './namesake.ts';
import type { TagAt } from './part-of-speech.ts';
import { judge, settle } from './person-evidence.ts';
import { type Gender, isHonorific, isOffice, isOrganisationWord } from './titles.ts';
import type { Unit } from './unit.ts';

/** Somebody or something with a name. */
export interface Entity {
  /** The fullest name the text gives, as printed. */
  name: string;
  readonly parts: string[];
  kind: 'person' | 'organisation' | 'unknown';
  gender: Gender | null;
  /** The gender is told by the text, not guessed from a first name. */
  genderTold: boolean;
  readonly titles: Set<string>;
  readonly mentions: Mention[];
  role: string | null;
}

/** One place where an entity is named. */
export interface Mention {
  /** The name without titles: UTF-16 offsets. */
  readonly start: number;
  readonly end: number;
  /** With the titles before it. */
  readonly titleStart: number;
  readonly unit: number;
  /** Inside a quotation. */
  readonly quoted: boolean;
  readonly entity: Entity;
  /** The text before the name that says what they are: "Chinese President", or ''. */
  readonly title: string;
}

/** Everybody the text names, and every place where it names them, in order. */
export function findPeople(
  text: string,
  units: readonly Unit[],
  tagAt: TagAt,
): { entities: Entity[]; mentions: Mention[] } {
  // Twice: a sentence may begin with a name that is also a word ("Cross told …"), and a headline in title case
  // tells names from words by nothing at all; both are names if the rest of the text knows them.
  const surnames = new Set<string>();
  const parts = new Set<string>();
  for (const { words } of rawNames(text, units, tagAt, surnames, parts)) {
    if (words.length > 1 && words.length < 5) surnames.add(words.at(-1)?.toLowerCase() ?? '');
    for (const word of words) parts.add(word.toLowerCase());
  }
  return link(rawNames(text, units, tagAt, surnames, parts));
}

/** Nobody could tell more namesakes apart, and every later step looks at all of them. */
const MOST_NAMESAKES = 40;

function link(raws: readonly Raw[]): { entities: Entity[]; mentions: Mention[] } {
  const entities: Entity[] = [];
  const byLast = new Map<string, Entity[]>();
  const byFirst = new Map<string, Entity[]>();
  const byAny = new Map<string, Entity[]>();
  const byWhole = new Map<string, Entity>();
  const list = (map: Map<string, Entity[]>, key: string, entity: Entity) => {
    const known = map.get(key);
    if (known === undefined) map.set(key, [entity]);
    else if (known.length < MOST_NAMESAKES && !known.includes(entity)) known.push(entity);
  };
  const partsOf = (raw: Raw) => {
    const parts = raw.words.map(fold).filter((part) => part !== '');
    while (parts.length > 1 && SUFFIX.test(parts.at(-1) ?? '')) parts.pop();
    return parts;
  };
  const create = (raw: Raw, parts: string[]): Entity => {
    const entity: Entity = {
      name: raw.name,
      parts,
      kind: 'unknown',
      gender: null,
      genderTold: false,
      titles: new Set(),
      mentions: [],
      role: null,
    };
    entities.push(entity);
    list(byLast, parts.at(-1) ?? '', entity);
    list(byFirst, parts[0] ?? '', entity);
    for (const part of parts) if (part.length > 2) list(byAny, part, entity);
    return entity;
  };
  // Full names first, so that a surname in the first paragraph finds its owner in the second.
  const owners = new Map<Raw, Entity>();
  for (const raw of raws) {
    const parts = partsOf(raw);
    if (parts.length < 2) continue;
    const key = shortKey(parts);
    let entity = byWhole.get(key);
    if (entity === undefined) {
      entity = create(raw, parts);
      byWhole.set(key, entity);
    }
    owners.set(raw, entity);
    if (
      raw.title
        .toLowerCase()
        .split(/\s+/)
        .some((word) => isOffice(word) || isHonorific(word))
    )
      titled.add(entity);
    fullNames.set(entity, (fullNames.get(entity) ?? 0) + (raw.quoted ? 0.5 : 1));
  }
  // "López Obrador" is the man first named "Andrés Manuel López Obrador".
  const merged = new Map<Entity, Entity>();
  for (const entity of entities) {
    const { parts } = entity;
    const last = parts.at(-1) ?? '';
    const longer = (byAny.get(last) ?? []).find(
      (other) =>
        other !== entity &&
        other.parts.length > parts.length &&
        holds(other.parts, parts) &&
        !isOrganisationWord(last),
    );
    if (longer !== undefined) merged.set(entity, longer);
  }
  for (const [raw, owner] of owners) owners.set(raw, merged.get(owner) ?? owner);
  for (const map of [byLast, byFirst, byAny]) {
    for (const [key, group] of map) {
      map.set(
        key,
        group.filter((one) => !merged.has(one)),
      );
    }
  }
  const mentions: Mention[] = [];
  const recent = new Map<string, Named>();
  for (const raw of raws) {
    const parts = partsOf(raw);
    const [single = ''] = parts;
    let entity = owners.get(raw);
    if (entity === undefined) {
      const candidates = pickGroup(
        byLast.get(single),
        byFirst.get(single)?.filter(firstStandsAlone),
        byAny.get(single),
      );
      entity = choose(
        candidates.filter((one) => !isAnother(one, raw)),
        raw,
        recent.get(single),
      );
      entity ??= byWhole.get(single);
      if (entity === undefined) {
        entity = create(raw, parts);
        byWhole.set(single, entity);
      }
    }
    const start = raw.tokens[0]?.start ?? 0;
    const mention: Mention = {
      start,
      end: raw.tokens.at(-1)?.end ?? start,
      titleStart: raw.titleStart,
      unit: raw.unit,
      quoted: raw.quoted,
      entity,
      title: raw.title,
    };
    entity.mentions.push(mention);
    mentions.push(mention);
    for (const word of raw.title.toLowerCase().split(/\s+/))
      if (word !== '') entity.titles.add(word.replace(/\.$/, ''));
    if (raw.words.length > 1 && !raw.quoted)
      for (const part of entity.parts) recent.set(part, { entity, unit: raw.unit });
    judge(entity, raw);
  }
  for (const entity of entities) settle(entity);
  return { entities: entities.filter((one) => !merged.has(one)), mentions };
}

/** "Rosa J. Marten" and "Rosa Marten" are one. */
function shortKey(parts: readonly string[]): string {
  if (parts.length <= 2) return parts.join(' ');
  return parts.filter((part, i) => i === 0 || i === parts.length - 1 || part.length > 1).join(' ');
}

function holds(long: readonly string[], short: readonly string[]): boolean {
  for (let i = 0; i + short.length <= long.length; i++)
    if (short.every((part, k) => long[i + k] === part)) return true;
  return false;
}
