import type { Antecedents } from './antecedent.ts';
import { coreOf, isFiniteVerb, type Range } from './noun-phrase.ts';
import type { Entity, Mention } from './people.ts';
import { genderOfWord, isHonorific, isOffice, isPersonNoun } from './titles.ts';
import type { Item, Unit } from './unit.ts';

/** Who a noun phrase stands for. */
export interface Speaker {
  readonly entity: Entity | null;
  /** Full name, or the words of the text for somebody unnamed ("a spokesman for the union"); null for nobody. */
  readonly name: string | null;
  readonly how: 'name' | 'pronoun' | 'epithet' | 'unnamed' | 'nobody';
  /** 0..1 */
  readonly sure: number;
}

export const NOBODY: Speaker = { entity: null, name: null, how: 'nobody', sure: 0 };

export interface Setting {
  readonly text: string;
  readonly mentionEndingAt: ReadonlyMap<number, Mention>;
  /** People with a title or a role, whom a description can mean. */
  readonly described: readonly Entity[];
  readonly antecedents: Antecedents;
}

const HE = /^(?:he|him|his|himself|él)$/;
const SHE = /^(?:she|her|hers|herself|ella)$/;

/** Resolves the noun phrase of a cue. `avoid` are the people named in its quotation. */
export function speakerOf(
  setting: Setting,
  unit: Unit,
  unitIndex: number,
  phrase: Range,
  avoid: ReadonlySet<Entity>,
): Speaker {
  const { items } = unit;
  const trimmed = withoutReflexive(items, phrase);
  const [from, to] = coreOf(items, trimmed);
  const first = items[from];
  const last = items[to - 1];
  if (first === undefined || last === undefined) return NOBODY;
  const at = { offset: first.start, unit: unitIndex, paragraph: unit.paragraph };
  if (to - from === 1) {
    const gender = HE.test(first.lower) ? 'male' : SHE.test(first.lower) ? 'female' : null;
    if (gender !== null) {
      const found = setting.antecedents.resolve(gender, at, avoid);
      if (found === null) return NOBODY;
      return {
        entity: found.entity,
        name: found.entity.name,
        how: 'pronoun',
        sure: Math.min(0.95, 0.6 + 0.2 * found.margin),
      };
    }
    if (
      /^(?:i|we|you|it|they|this|that|these|those|one|who|which|everyone|everybody|nobody|anyone|someone|somebody|others|some|many|most|both|me|us|them|there|another|either|neither|all|none|few|several|such)$/.test(
        first.lower,
      )
    )
      return NOBODY;
  }
  const named = nameIn(setting, items, [from, to]) ?? nameIn(setting, items, trimmed);
  if (named !== null) return { entity: named, name: named.name, how: 'name', sure: 0.95 };
  // "said her oldest friend, Bruce Ito": the name follows as an apposition.
  const apposed = nameAfter(setting, items, trimmed[1]);
  if (apposed !== null && isPersonNoun(last.lower))
    return { entity: apposed, name: apposed.name, how: 'name', sure: 0.85 };
  const epithet = epithetOf(setting, items, trimmed, [from, to], at, avoid);
  if (epithet !== null) return epithet;
  if (!/\p{L}/u.test(first.word)) return NOBODY;
  return {
    entity: null,
    name: setting.text.slice(first.start, items[trimmed[1] - 1]?.end ?? last.end),
    how: 'unnamed',
    sure: 0.7,
  };
}

function withoutReflexive(items: readonly Item[], [from, to]: Range): Range {
  return to - from > 1 &&
    /^(?:himself|herself|itself|themselves|too|also|alone)$/.test(items[to - 1]?.lower ?? '')
    ? [from, to - 1]
    : [from, to];
}

function nameAfter(setting: Setting, items: readonly Item[], comma: number): Entity | null {
  if (items[comma]?.word !== ',') return null;
  for (let i = comma + 1; i < Math.min(items.length, comma + 7); i++) {
    const item = items[i];
    if (
      item === undefined ||
      (item.tag !== 'NOUN' && item.tag !== 'PROPN' && item.tag !== 'ADJ') ||
      isFiniteVerb(items, i)
    )
      return null;
    const mention = setting.mentionEndingAt.get(item.end);
    if (mention !== undefined) return mention.entity.kind === 'organisation' ? null : mention.entity;
  }
  return null;
}

/** The one name a phrase ends with; two names joined by "and" are nobody's name. */
function nameIn(setting: Setting, items: readonly Item[], [from, to]: Range): Entity | null {
  for (let i = from; i < to; i++) if (/^(?:and|or)$/.test(items[i]?.lower ?? '')) return null;
  for (let end = to; end > from; end--) {
    const item = items[end - 1];
    if (item === undefined) break;
    const mention = setting.mentionEndingAt.get(item.end);
    if (mention !== undefined) return mention.entity;
    // "Senator Duarte Jr.", "Rep. Ana Duarte (D-Ohio)"
    if (
      !/^[)(]$|^(?:jr|sr)\.?$/i.test(item.word) &&
      !/^[DRI]-/.test(item.word) &&
      !/^["”'’]$/.test(item.word)
    )
      break;
  }
  return null;
}

/** "the Chinese president", "the senator": whose role or title it is, else the person spoken of last. */
function epithetOf(
  setting: Setting,
  items: readonly Item[],
  [, to]: Range,
  core: Range,
  at: { offset: number; unit: number; paragraph: number },
  avoid: ReadonlySet<Entity>,
): Speaker | null {
  const words = items.slice(core[0], core[1]).map((item) => item.lower);
  const head = words.at(-1) ?? '';
  if (!isPersonNoun(head) || words.includes('and')) return null;
  const opener = words[0] ?? '';
  const definite = /^(?:the|this|that|el|la)$/.test(opener) || isOffice(opener);
  if (!definite) return null;
  const modifiers = words.slice(1, -1).filter((word) => !/^(?:former|then|the|'s|-)$/.test(word));
  const called = new RegExp(`(?<!\\p{L})${head.replace(/[^\p{L}-]/gu, '')}(?!\\p{L})`, 'u');
  const fitting: { entity: Entity; fit: number }[] = [];
  for (const entity of setting.described) {
    if ((entity.mentions[0]?.start ?? at.offset) >= at.offset) continue;
    const known = `${[...entity.titles].join(' ')} ${entity.role ?? ''}`.toLowerCase();
    if (!called.test(known)) continue;
    const fit = modifiers.filter((word) => known.includes(word)).length;
    if (
      modifiers.length > 0 &&
      fit === 0 &&
      modifiers.some((word) => /^\p{Lu}/u.test(items.find((item) => item.lower === word)?.word ?? ''))
    )
      continue;
    fitting.push({ entity, fit });
  }
  fitting.sort((a, b) => b.fit - a.fit);
  const best = fitting.filter((one) => one.fit === fitting[0]?.fit);
  const [only] = best;
  if (only !== undefined && best.length === 1)
    return { entity: only.entity, name: only.entity.name, how: 'epithet', sure: 0.85 };
  const aged = words.some((word) => /^\d+-year-old$/.test(word));
  if (best.length === 0 && !aged && (to > core[1] || !DESCRIPTION.test(head))) return null;
  const gender = genderOfWord(head);
  const found = setting.antecedents.resolve(gender, at, avoid);
  if (best.length > 1) {
    const recent = best.map((one) => one.entity).find((one) => one === found?.entity);
    const chosen =
      recent ??
      best.map((one) => one.entity).sort((a, b) => lastBefore(b, at.offset) - lastBefore(a, at.offset))[0];
    return chosen === undefined ? null : { entity: chosen, name: chosen.name, how: 'epithet', sure: 0.65 };
  }
  if (found === null || found.margin < 0.5) return null;
  return { entity: found.entity, name: found.entity.name, how: 'epithet', sure: 0.55 };
}

/** Nouns that reporters use for somebody they have named already, to vary; "the announcer" is somebody new. */
const DESCRIPTION =
  /^(?:president|senator|governor|mayor|congressman|congresswoman|representative|candidate|nominee|hopeful|frontrunner|front-runner|businessman|businesswoman|billionaire|millionaire|mogul|tycoon|minister|chancellor|chairman|chairwoman|lawmaker|politician|secretary|democrat|republican|conservative|libertarian|executive|surgeon|neurosurgeon|veteran|native|leader|director|king|queen|prince|princess|pope|professor|economist|author|writer|singer|actor|actress|comedian|coach|lady|pair|speaker|ambassador|general|admiral|founder|entrepreneur|developer|contender|rival|legislator|lawyer|doctor|star|celebrity|socialist|independent|woman|man)$/;

function lastBefore(entity: Entity, offset: number): number {
  return entity.mentions.findLast((one) => one.start < offset)?.start ?? -1;
}

/** Is a name at items [from, to) the subject of a verb? "Okafor, who leads it, left" counts. */
export function isSubject(items: readonly Item[], after: number): boolean {
  let i = after;
  if (items[i]?.word === '(') while (i < items.length && items[i - 1]?.word !== ')') i++;
  while (items[i]?.tag === 'ADV') i++;
  if (items[i]?.word === ',') {
    const end = items.findIndex((item, k) => k > i && item.word === ',');
    return end > 0 && end - i < 20 && isFiniteVerb(items, end + 1);
  }
  return isFiniteVerb(items, i) || isHonorific(items[i]?.lower ?? '');
}
