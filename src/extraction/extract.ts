import { paragraphsOf } from '../announcement/paragraphs.ts';
import { findQuotations, type Quotation } from '../announcement/quotations.ts';
import type { Span } from '../announcement/source.ts';
import type { StatementKind } from '../announcement/statement.ts';
import { Antecedents } from './antecedent.ts';
import { type Attribution, attributionsOf, mainSubject, type Pattern } from './attribution.ts';
import { isTitle } from './before-cue.ts';
import { isFiniteVerb, phraseStartingAt, type Range } from './noun-phrase.ts';
import { tagWords } from './part-of-speech.ts';
import { type Entity, findPeople, type Mention } from './people.ts';
import { findRoles } from './role.ts';
import { isSubject, NOBODY, type Setting, type Speaker, speakerOf } from './speaker.ts';
import { type FoundTopic, findTopics, topicsIn } from './topics.ts';
import { findUnits, type Item, type Unit } from './unit.ts';

/** What may become a statement once a person or `verify` has accepted it. */
export interface Candidate {
  readonly kind: StatementKind;
  /** UTF-16 ranges of the text, in reading order: one for each unbroken piece of the utterance. */
  readonly spans: readonly Span[];
  /** From 1. */
  readonly paragraph: number;
  /** The cue as printed, or null. */
  readonly cue: string | null;
  /** Ids of topics of the extraction. */
  readonly topics: readonly string[];
  readonly speaker: { readonly name: string; readonly role: string | null } | null;
  /** 0..1: how sure the kind, the words and the speaker are together. */
  readonly confidence: number;
  /** Why, in a few words for the person who reviews. */
  readonly reason: string;
}

export interface Extraction {
  /** In the order of the text. */
  readonly candidates: readonly Candidate[];
  readonly topics: readonly FoundTopic[];
  readonly warnings: readonly string[];
}

interface Found {
  readonly kind: StatementKind;
  readonly spans: Span[];
  readonly unit: number;
  readonly cue: string | null;
  readonly speaker: Speaker;
  readonly pattern: Pattern | 'continued' | 'lead-in' | 'none';
}

/** Finds who said what in a text. Never throws, whatever the text. */
export function extract(text: string): Extraction {
  const paragraphs = paragraphsOf(text);
  const tagAt = tagWords(text);
  const quotations = findQuotations(text, paragraphs);
  const cut = findUnits(text, paragraphs, quotations, tagAt);
  const { entities, mentions } = findPeople(text, cut, tagAt);
  const units = cut.map((unit, index) => withNames(unit, mentions, index));
  findRoles(text, units, entities);
  const found = walk(text, units, quotations, entities, mentions);
  const topics = findTopics(units);
  const candidates = found.map((one): Candidate => toCandidate(text, one, units, topics));
  candidates.sort((a, b) => startOf(a) - startOf(b));
  return { candidates, topics, warnings: warningsFor(quotations, text) };
}

/** Names that are also words ("Josh Read") are names from now on, whatever the tagger thought. */
function withNames(unit: Unit, mentions: readonly Mention[], index: number): Unit {
  const own = ownMentions(mentions, index);
  if (own.length === 0) return unit;
  const named = (item: Item) => own.some((one) => one.start <= item.start && item.end <= one.end);
  const items = unit.items.map((item) =>
    item.tag !== 'PROPN' && /^\p{Lu}/u.test(item.word) && named(item) ? { ...item, tag: 'PROPN' } : item,
  );
  return { ...unit, items };
}

const mentionsOfUnit = new WeakMap<readonly Mention[], Map<number, Mention[]>>();

function ownMentions(mentions: readonly Mention[], unit: number): readonly Mention[] {
  let byUnit = mentionsOfUnit.get(mentions);
  if (byUnit === undefined) {
    byUnit = new Map();
    for (const one of mentions) byUnit.set(one.unit, [...(byUnit.get(one.unit) ?? []), one]);
    mentionsOfUnit.set(mentions, byUnit);
  }
  return byUnit.get(unit) ?? [];
}

function warningsFor(quotations: readonly Quotation[], text: string): string[] {
  return quotations
    .filter((one, i) => !one.closed && quotations[i + 1]?.continues !== true)
    .map(
      (one) => `A quotation mark is not closed: ${text.slice(one.outerStart, one.outerStart + 40).trim()}…`,
    );
}

function startOf({ spans }: Candidate): number {
  return spans[0]?.[0] ?? 0;
}

function toCandidate(
  text: string,
  { kind, spans, unit, cue, speaker, pattern }: Found,
  units: readonly Unit[],
  topics: readonly FoundTopic[],
): Candidate {
  return {
    kind,
    spans,
    paragraph: units[unit]?.paragraph ?? 1,
    cue,
    topics: topicsIn(spans.map(([start, end]) => text.slice(start, end)).join(' '), topics),
    speaker: speaker.name === null ? null : { name: speaker.name, role: speaker.entity?.role ?? null },
    confidence: kind === 'narration' ? 0.9 : speaker.sure,
    reason: `${pattern}, ${speaker.how}`,
  };
}

/** One pass from the first sentence to the last: references, pronouns, attributions, quotations without a cue. */
function walk(
  text: string,
  units: readonly Unit[],
  quotations: readonly Quotation[],
  entities: readonly Entity[],
  mentions: readonly Mention[],
): Found[] {
  const antecedents = new Antecedents();
  const mentionEndingAt = new Map(mentions.map((one) => [one.end, one]));
  const setting: Setting = { text, mentionEndingAt, entities, antecedents };
  const quotedNames = (span: Span) =>
    new Set(mentions.filter((one) => one.start >= span[0] && one.end <= span[1]).map((one) => one.entity));
  const out: Found[] = [];
  const conversation = turnsOf(text, units);
  let next = 0;
  let previous: { speaker: Speaker; paragraph: number; unit: number; main: Speaker } | null = null;
  units.forEach((unit, index) => {
    const { items } = unit;
    const attributions = attributionsOf(unit);
    // References of this sentence, in order, with its pronouns resolved on the way.
    const own: Mention[] = [];
    for (; next < mentions.length; next++) {
      const mention = mentions[next];
      if (mention === undefined || mention.unit > index) break;
      own.push(mention);
    }
    const pronouns = new Map<number, Speaker>();
    let m = 0;
    items.forEach((item, i) => {
      for (; m < own.length && (own[m]?.end ?? 0) <= item.end; m++) {
        const mention = own[m];
        if (mention !== undefined) {
          antecedents.refer(mention.entity, {
            offset: mention.start,
            unit: index,
            paragraph: unit.paragraph,
            subject: !mention.quoted && isSubject(items, i + 1),
            quoted: mention.quoted,
          });
        }
      }
      if (item.quotation !== null || !/^(?:he|she|his|her|him)$/.test(item.lower)) return;
      const gender = /^s?he$/.test(item.lower)
        ? item.lower === 'he'
          ? 'male'
          : 'female'
        : item.lower === 'her'
          ? 'female'
          : 'male';
      const around = contentOf(attributions, i, items);
      const found = antecedents.resolve(
        gender,
        { offset: item.start, unit: index, paragraph: unit.paragraph },
        around === null ? new Set() : quotedNames(around),
      );
      if (found === null) return;
      pronouns.set(i, {
        entity: found.entity,
        name: found.entity.name,
        how: 'pronoun',
        sure: Math.min(0.95, 0.6 + 0.2 * found.margin),
      });
      antecedents.refer(found.entity, {
        offset: item.start,
        unit: index,
        paragraph: unit.paragraph,
        subject: /^s?he$/.test(item.lower),
        quoted: false,
      });
    });
    const speak = (range: Range | null, around: Span | null): Speaker => {
      if (range === null) return NOBODY;
      const [from, to] = range;
      return (
        (to - from === 1 ? pronouns.get(from) : undefined) ??
        speakerOf(setting, unit, index, range, around === null ? new Set() : quotedNames(around))
      );
    };
    const taken = new Set<Quotation>();
    let speaker: Speaker | null = null;
    for (const attribution of attributions) {
      // "The plan: …" is no speaker, and neither is "Ferry: …" outside a conversation.
      if (
        attribution.pattern === 'colon' &&
        !conversation.has(unit.paragraph) &&
        speak(attribution.source, null).entity?.kind !== 'person'
      )
        continue;
      const pieces = piecesOf(text, items, attribution.contents, quotations, taken);
      if (pieces === null) continue;
      const who = speak(attribution.source, spanOf(items, attribution.contents));
      out.push({
        ...pieces,
        unit: index,
        cue: cueText(text, items, attribution.cue),
        speaker: who,
        pattern: attribution.pattern,
      });
      if (pieces.kind !== 'indirect' || speaker === null) speaker = who;
    }
    const main = mainSubject(items, items.length);
    const mainSpeaker = main === null ? NOBODY : speak(main, null);
    const outside = items.filter((item) => item.quotation === null && /[\p{L}\p{N}]/u.test(item.word));
    // "Petra Lunde: “…”", "From Lunde's letter: “…”": the name just before the colon.
    const beforeColon = (at: number): Speaker | null => {
      let end = at - 1;
      if (items[end - 1]?.word === ')') while (end > 0 && items[end]?.word !== '(') end--;
      for (let k = end - 1; k >= 0 && end - k < 6; k--) {
        const mention = mentionEndingAt.get(items[k]?.end ?? -1);
        if (mention !== undefined && (mention.entity.kind !== 'organisation' || mention.start === unit.start))
          return { entity: mention.entity, name: mention.entity.name, how: 'name', sure: 0.8 };
        if (/^[,;]$/.test(items[k]?.word ?? '')) break;
      }
      return null;
    };
    // Quotations of the sentence that no cue of its own took.
    for (const [i, item] of items.entries()) {
      const { quotation } = item;
      if (quotation === null || taken.has(quotation)) continue;
      if (outside.length > 0 && isTitle(item)) continue;
      const size = (text.slice(quotation.start, quotation.end).match(/\S+/g) ?? []).length;
      let who: Speaker | null = null;
      let pattern: Found['pattern'] = 'none';
      const opens = i === 0 && size >= 4 && previous?.paragraph === unit.paragraph && previous.speaker.how !== 'nobody';
      if (
        opens ||
        outside.length === 0 ||
        (!items.some((_, k) => isFiniteVerb(items, k)) && outside.length <= 3 && items[i - 1]?.word !== ':')
      ) {
        if (previous !== null && (previous.paragraph === unit.paragraph || quotation.continues)) {
          who = previous.speaker.how === 'nobody' ? previous.main : previous.speaker;
          pattern = 'continued';
        } else if (previous !== null && unit.paragraph - previous.paragraph <= 1) {
          who = previous.speaker.how === 'nobody' ? previous.main : previous.speaker;
          pattern = 'lead-in';
        } else who = NOBODY;
      } else if (items[i - 1]?.word === ':' || (items[i - 1]?.word === ',' && size >= 4)) {
        who = mainSpeaker.entity?.kind === 'person' ? mainSpeaker : (beforeColon(i) ?? mainSpeaker);
        pattern = 'colon';
      } else if (size >= 6) {
        who = mainSpeaker;
        pattern = 'none';
      }
      if (who === null) continue;
      taken.add(quotation);
      out.push({
        kind: 'direct',
        spans: [trimmed(text, quotation.start, quotation.end)],
        unit: index,
        cue: null,
        speaker: who,
        pattern,
      });
      speaker ??= who;
    }
    if (speaker?.entity != null) antecedents.lastSpeaker = speaker.entity;
    const turn: Speaker | null =
      conversation.has(unit.paragraph) && previous?.paragraph === unit.paragraph ? previous.speaker : null;
    // "— Petra Lunde, Coast Courier" on a line of its own belongs to the quotation before it.
    const last = out.at(-1);
    const signed =
      /^[—–―-]$|^--$/.test(items[0]?.word ?? '') &&
      last?.kind === 'direct' &&
      last.cue === null &&
      last.unit === index - 1
        ? phraseStartingAt(items, 1)
        : null;
    if (signed !== null && last !== undefined && !items.some((_, k) => isFiniteVerb(items, k))) {
      out[out.length - 1] = { ...last, speaker: speak(signed, null), pattern: 'dash' };
    } else if (turn !== null && attributions.length === 0 && taken.size === 0) {
      speaker = turn;
      out.push({
        kind: 'indirect',
        spans: [[unit.start, unit.end]],
        unit: index,
        cue: null,
        speaker: turn,
        pattern: 'colon',
      });
    } else if (out.at(-1)?.unit !== index) {
      out.push({
        kind: 'narration',
        spans: [[unit.start, unit.end]],
        unit: index,
        cue: null,
        speaker: NOBODY,
        pattern: 'none',
      });
    }
    previous = { speaker: speaker ?? NOBODY, paragraph: unit.paragraph, unit: index, main: mainSpeaker };
  });
  return out;
}

const TURN = /^[\p{Lu}][\p{Lu}.'’ -]{1,40}:\s/u;

/** Paragraphs that are turns of a conversation: "REYES: The plant is safe." One alone is a heading. */
function turnsOf(text: string, units: readonly Unit[]): ReadonlySet<number> {
  const turns = new Set<number>();
  units.forEach((unit, index) => {
    if (units[index - 1]?.paragraph !== unit.paragraph && TURN.test(text.slice(unit.start, unit.start + 50)))
      turns.add(unit.paragraph);
  });
  return turns.size > 1 ? turns : new Set();
}

function contentOf(
  attributions: readonly Attribution[],
  source: number,
  items: readonly Item[],
): Span | null {
  const own = attributions.find(
    (one) => one.source !== null && one.source[0] <= source && source < one.source[1],
  );
  return own === undefined ? null : spanOf(items, own.contents);
}

function spanOf(items: readonly Item[], contents: readonly Range[]): Span | null {
  const first = contents[0];
  const last = contents.at(-1);
  if (first === undefined || last === undefined) return null;
  return [items[first[0]]?.start ?? 0, items[last[1] - 1]?.end ?? 0];
}

function cueText(text: string, items: readonly Item[], [from, to]: Range): string | null {
  if (to === from) return null;
  return text.slice(items[from]?.start ?? 0, items[to - 1]?.end ?? 0);
}

/** Without white space, and without the comma that belongs to the sentence around a quotation. */
function trimmed(text: string, start: number, end: number): Span {
  let [from, to] = [start, end];
  while (from < to && /\s/.test(text[from] ?? '')) from++;
  while (to > from && /[\s,]/.test(text[to - 1] ?? '')) to--;
  return to > from ? [from, to] : [start, end];
}

const QUOTED_SHARE = 0.9;

/** The text of item ranges, and whether it is quoted wholly, partly or not at all. */
function piecesOf(
  text: string,
  items: readonly Item[],
  contents: readonly Range[],
  quotations: readonly Quotation[],
  taken: Set<Quotation>,
): { kind: StatementKind; spans: Span[] } | null {
  const spans: Span[] = [];
  let all = 0;
  let quoted = 0;
  const inside: Quotation[] = [];
  for (const [from, to] of contents) {
    for (const item of items.slice(from, to)) {
      const size =
        item.quotation === null
          ? /[\p{L}\p{N}]/u.test(item.word)
            ? 1
            : 0
          : (item.word.match(/[\p{L}\p{N}]+/gu) ?? []).length;
      all += size;
      if (item.quotation !== null) {
        quoted += size;
        inside.push(item.quotation);
      }
    }
    const first = items[from];
    const last = items[to - 1];
    if (first !== undefined && last !== undefined) spans.push(trimmed(text, first.start, last.end));
  }
  if (all === 0 || inside.some((one) => taken.has(one))) return null;
  for (const one of inside) taken.add(one);
  const [start, end] = [spans[0]?.[0] ?? 0, spans.at(-1)?.[1] ?? 0];
  if (quoted / all >= QUOTED_SHARE)
    return { kind: 'direct', spans: inside.map((one) => trimmed(text, one.start, one.end)) };
  const marked = quoted > 0 || quotations.some((one) => one.outerStart >= start && one.outerEnd <= end);
  return { kind: marked ? 'mixed' : 'indirect', spans };
}
