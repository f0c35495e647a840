import { createRequire } from 'node:module';
import { isNominal, isTimeWord } from './noun-phrase.ts';
import type { TagAt } from './part-of-speech.ts';
import { type Gender, genderOfWord, isHonorific, isOffice, isOrganisationWord, QUALIFIER } from './titles.ts';
import { type Token, tokenize } from './token.ts';
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

interface Raw {
  readonly tokens: readonly Token[];
  readonly titleStart: number;
  readonly title: string;
  /** As printed, without titles. */
  readonly name: string;
  readonly words: readonly string[];
  readonly unit: number;
  readonly quoted: boolean;
  readonly the: boolean;
  readonly next: string;
}

const PARTICLE = /^(?:de|da|do|dos|del|della|di|du|van|von|der|den|ter|bin|ibn|al|el|la|le|y|e)$/;
const NOT_A_NAME =
  /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|(?:jan|feb|aug|sept|oct|nov|dec)\.|i|americans?|republicans?|democrats?|democratic|chinese|english|god|internet|christmas|easter|thanksgiving|muslims?|christians?|jews?|jewish|latinos?|hispanics?|european|islamic|islam|north|south|east|west|southern|northern|western|eastern|no|yes|well|oh|the|a|an|this|that|these|those|he|she|it|they|we|you|his|her|its|their|my|our|your|in|on|at|and|but|or|so|if|as|when|while|after|before|because|since|though|although|for|from|to|with|by|of|about|not|what|who|why|how|where|which|there|here|then|now|also|still|yet|however|meanwhile|asked|according|following|despite|classic|some|speaking|like|including|given|all|some|many|most|both|one|two|three|next|last|first|more|even|only|just)$/;
const SUFFIX = /^(?:jr|sr|ii|iii|iv)\.?$/;

export const fold = (word: string): string =>
  word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[.’']/g, '');

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

function rawNames(
  text: string,
  units: readonly Unit[],
  tagAt: TagAt,
  surnames: ReadonlySet<string>,
  parts: ReadonlySet<string>,
): Raw[] {
  const raws: Raw[] = [];
  units.forEach((unit, index) => {
    const headline = isHeadline(unit, index);
    const isName = (tokens: readonly Token[], i: number) =>
      headline ? parts.has(tokens[i]?.lower ?? '') : isCapital(tokens, i, surnames);
    let run: Token[] = [];
    for (const item of unit.items) {
      if (item.quotation === null) {
        run.push(item);
        continue;
      }
      names(text, run, index, false, raws, isName);
      // A name right after a quotation stands within a sentence, unless that ended there.
      run = /[.?!]["”»'’]+$/.test(item.word) ? [] : [WITHIN];
      names(text, tokenize(text, item.quotation.start, item.quotation.end, tagAt), index, true, raws, isName);
    }
    names(text, run, index, false, raws, isName);
  });
  return raws;
}

const WITHIN: Token = { start: -1, end: -1, word: ',', lower: ',', tag: 'PUNCT' };

type IsName = (tokens: readonly Token[], i: number) => boolean;

/** A headline in title case: at the top of a text it may end with a full stop. */
function isHeadline(unit: Unit, index: number): boolean {
  if (index > 1 && (unit.items.some((item) => item.quotation !== null) || unit.items.at(-1)?.word === '.'))
    return false;
  const words = unit.items.filter(
    ({ quotation, tag, word }) => quotation === null && /^\p{L}/u.test(word) && !SMALL.has(tag),
  );
  return words.length > 4 && words.filter(({ word }) => /^\p{Lu}/u.test(word)).length / words.length > 0.9;
}

/** Small words are not capital in headlines either. */
const SMALL: ReadonlySet<string> = new Set(['ADP', 'DET', 'CCONJ', 'SCONJ', 'PART', 'PRON']);

function isCapital(tokens: readonly Token[], i: number, known: ReadonlySet<string>): boolean {
  const token = tokens[i];
  if (token === undefined || !/^\p{Lu}/u.test(token.word)) return false;
  if (NOT_A_NAME.test(token.lower)) return false;
  if (token.tag === 'PROPN') return true;
  const before = tokens[i - 1];
  // The first word of a sentence is capital anyway.
  if (before === undefined || /^[.?!:"“”]$|^''$/.test(before.word))
    return (
      (token.tag === 'NOUN' && isOffice(token.lower)) ||
      known.has(token.lower) ||
      (isNameLike(tokens[i + 1]) && token.tag !== 'ADP' && isFirstName(token.lower)) ||
      (token.tag === 'AUX' &&
        tokens[i + 1]?.tag === 'PROPN' &&
        !/^(?:is|are|was|were|do|does|did|has|have|had|can|could|should|would)$/.test(token.lower))
    );
  if (token.tag === 'AUX') return tokens[i + 1]?.tag === 'PROPN' || known.has(token.lower);
  return !/^(?:PRON|DET|ADP|CCONJ|SCONJ)$/.test(token.tag);
}

function isNameLike(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    token.tag === 'PROPN' &&
    /^\p{Lu}/u.test(token.word) &&
    !isOrganisationWord(token.lower)
  );
}

function isFirstName(lower: string): boolean {
  return FAMILY_FIRST.test(lower) || genderOfFirstName(lower) !== null;
}

function names(
  text: string,
  tokens: readonly Token[],
  unit: number,
  quoted: boolean,
  out: Raw[],
  isName: IsName,
): void {
  for (let i = 0; i < tokens.length; i++) {
    if (!isName(tokens, i)) continue;
    let to = i + 1;
    while (to < tokens.length) {
      const token = tokens[to];
      const last = tokens[to - 1];
      if (token === undefined || last === undefined) break;
      if (isName(tokens, to) && token.start - last.end <= 2) to++;
      else if (token.word === '&' && isName(tokens, to + 1)) to += 2;
      else if (PARTICLE.test(token.lower) && isName(tokens, to + 1)) to += 2;
      else if (
        PARTICLE.test(token.lower) &&
        PARTICLE.test(tokens[to + 1]?.lower ?? '') &&
        isName(tokens, to + 2)
      )
        to += 3;
      else if (/^(?:of|for)$/.test(token.lower) && isOrganisationWord(last.lower) && isName(tokens, to + 1))
        to += 2;
      else if (token.lower === ',' && SUFFIX.test(tokens[to + 1]?.lower ?? '')) to += 2;
      // Rosa "Rosie" Marten
      else if (
        /^["“]$/.test(token.word) &&
        isName(tokens, to + 1) &&
        /^["”]$/.test(tokens[to + 2]?.word ?? '') &&
        isName(tokens, to + 3)
      )
        to += 3;
      else break;
    }
    chunk(text, tokens, i, to, unit, quoted, out);
    i = to - 1;
  }
}

function chunk(
  text: string,
  tokens: readonly Token[],
  from: number,
  to: number,
  unit: number,
  quoted: boolean,
  out: Raw[],
): void {
  let first = from;
  let last = to;
  // "Senator Duarte": titles end where the last office word before a name stands.
  for (let i = to - 1; i >= from; i--) {
    const lower = tokens[i]?.lower ?? '';
    if (
      (isOffice(lower) || isHonorific(lower)) &&
      i < to - 1 &&
      !tokens.slice(i + 1, to).every((token) => SUFFIX.test(token.lower) || token.word === ',')
    ) {
      first = i + 1;
      break;
    }
  }
  // "Secretary of State Ana Duarte": what follows the office belongs to it.
  const ofOffice =
    first === from &&
    tokens[from - 1]?.lower === 'of' &&
    isOffice(tokens[from - 2]?.lower ?? '') &&
    to - from >= 3 &&
    !isOrganisationWord(tokens[to - 1]?.lower ?? '');
  if (ofOffice) {
    const given = tokens.findIndex(
      (token, i) => i > from && i < to - 1 && isFirstName(token.lower) && !isOrganisationWord(token.lower),
    );
    first = given > 0 ? given : Math.max(from + 1, to - 2);
  }
  // "Rosa King" is a name, "Senate Chair" is none.
  while (
    last > first &&
    !(last - first <= 3 && last - first > 1 && isFirstName(tokens[first]?.lower ?? '')) &&
    isOffice(tokens[last - 1]?.lower ?? '') &&
    !isHonorific(tokens[last - 1]?.lower ?? '')
  )
    last--;
  if (last <= first) return;
  const own = tokens.slice(first, last);
  const words = own.filter((t) => /\p{L}/u.test(t.word)).map((t) => t.word);
  if (words.length === 0 || words.length > 8) return;
  let titleFrom = ofOffice ? from - 2 : from;
  // Lower-case callings before the name: "company spokesman", "the party's deputy leader".
  const lead = tokens[titleFrom - 1];
  if (
    lead !== undefined &&
    (isOffice(lead.lower) ||
      (titleFrom < first && QUALIFIER.test(lead.lower)) ||
      (lead.tag === 'NOUN' && isOffice(lead.lower)))
  ) {
    while (titleFrom > 0 && from - titleFrom < 8) {
      const before = tokens[titleFrom - 1];
      if (
        before === undefined ||
        !isNominal({ ...before, quotation: null }) ||
        before.tag === 'DET' ||
        before.tag === 'PRON'
      )
        break;
      titleFrom--;
    }
  }
  // "Chinese President", "Republican Senator"
  while (
    titleFrom < first &&
    titleFrom > 0 &&
    /^\p{Lu}/u.test(tokens[titleFrom - 1]?.word ?? '') &&
    /^(?:ADJ|PROPN)$/.test(tokens[titleFrom - 1]?.tag ?? '') &&
    !isTimeWord(tokens[titleFrom - 1]?.lower ?? '')
  )
    titleFrom--;
  const start = tokens[first]?.start ?? 0;
  const titleStart = Math.min(tokens[titleFrom]?.start ?? start, start);
  const before = tokens[titleFrom - 1];
  out.push({
    tokens: own,
    titleStart,
    title: text.slice(titleStart, start).trim(),
    name: text.slice(start, tokens[last - 1]?.end),
    words,
    unit,
    quoted,
    // "the Marten campaign" is named after a person all the same.
    the: before?.lower === 'the' && tokens[last]?.tag !== 'NOUN',
    next: tokens[last]?.lower ?? '',
  });
}

const require = createRequire(import.meta.url);
let genders: { getGender(name: string, language?: string): 'male' | 'female' | 'unknown' } | null = null;

/** What a first name tells, where it is common; read when first needed, as it takes 60 ms. */
function genderOfFirstName(name: string): Gender | null {
  genders ??= require('gender-detection-from-name') as NonNullable<typeof genders>;
  const gender = genders.getGender(fold(name), 'en');
  return gender === 'unknown' ? null : gender;
}

/** Family names of Chinese, Korean and Vietnamese people, which come first and tell nothing of gender. */
const FAMILY_FIRST =
  /^(?:xi|li|wang|zhang|liu|chen|yang|huang|zhao|wu|zhou|xu|sun|ma|zhu|hu|guo|he|lin|gao|luo|zheng|liang|xie|song|tang|han|feng|deng|cao|peng|zeng|xiao|tian|dong|pan|yuan|cai|jiang|yu|du|ye|cheng|wei|su|lu|ding|ren|shen|yao|tsao|tsai|chiang|mao|kim|lee|park|choi|jung|kang|cho|yoon|jang|lim|shin|kwon|hwang|ahn|moon|nguyen|tran|pham|le|vo|dang|bui)$/;

function link(raws: readonly Raw[]): { entities: Entity[]; mentions: Mention[] } {
  const entities: Entity[] = [];
  const byLast = new Map<string, Entity[]>();
  const byFirst = new Map<string, Entity[]>();
  const byAny = new Map<string, Entity[]>();
  const byWhole = new Map<string, Entity>();
  const list = (map: Map<string, Entity[]>, key: string, entity: Entity) => {
    const known = map.get(key);
    if (known === undefined) map.set(key, [entity]);
    else if (!known.includes(entity)) known.push(entity);
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
  for (const entity of [...entities]) {
    const { parts } = entity;
    const last = parts.at(-1) ?? '';
    const longer = (byAny.get(last) ?? []).find(
      (other) =>
        other !== entity &&
        other.parts.length > parts.length &&
        holds(other.parts, parts) &&
        !isOrganisationWord(last),
    );
    if (longer === undefined) continue;
    for (const [raw, owner] of owners) if (owner === entity) owners.set(raw, longer);
    entities.splice(entities.indexOf(entity), 1);
    for (const map of [byLast, byFirst, byAny])
      for (const group of map.values()) if (group.includes(entity)) group.splice(group.indexOf(entity), 1);
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
  return { entities, mentions };
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

function pickGroup(...groups: (Entity[] | undefined)[]): readonly Entity[] {
  for (const group of groups) {
    const people = group?.filter((one) => one.parts.length > 1 && !one.parts.some(isOrganisationWord));
    if (people !== undefined && people.length > 0) return people;
  }
  return [];
}

/** Of several people of one surname: the one whom the title fits. */
function choose(candidates: readonly Entity[], raw: Raw, last: Named | undefined): Entity | undefined {
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
function isAnother(entity: Entity, raw: Raw): boolean {
  if (entity.mentions.length > 0 || titled.has(entity)) return false;
  return raw.title.split(/\s+/).some((word) => isOffice(word.toLowerCase()));
}

interface Named {
  readonly entity: Entity;
  readonly unit: number;
}

/** "Xi" for Xi Jinping, "Rosa" for Rosa Marten; but "Harbour" is not short for Harbour Lights. */
function firstStandsAlone(entity: Entity): boolean {
  const [first = ''] = entity.parts;
  return FAMILY_FIRST.test(first) || genderOfFirstName(first) !== null || titled.has(entity);
}

function firstNameGender(entity: Entity): Gender | null {
  const [first = ''] = entity.parts;
  if (entity.parts.length < 2 || FAMILY_FIRST.test(first)) return null;
  return genderOfFirstName(first);
}

const titled = new WeakSet<Entity>();
const fullNames = new WeakMap<Entity, number>();
const scores = new WeakMap<Entity, number>();

/** Adds up what speaks for a person and against. */
function judge(entity: Entity, raw: Raw): void {
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

function settle(entity: Entity): void {
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
