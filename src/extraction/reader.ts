import type { Quotation } from '../announcement/quotations.ts';
import type { Span } from '../announcement/source.ts';
import { Antecedents } from './antecedent.ts';
import { type Attribution, attributionsOf, introducedBy } from './attribution.ts';
import { isTitle } from './before-cue.ts';
import type { Found } from './found.ts';
import { mainSubject } from './main-subject.ts';
import { isFiniteVerb, phraseStartingAt, type Range } from './noun-phrase.ts';
import type { Entity, Mention } from './people.ts';
import { piecesOf, spanOf, trimmed } from './pieces.ts';
import { isSubject, NOBODY, type Setting, type Speaker, speakerOf } from './speaker.ts';
import { TURN, turnsOf } from './turns.ts';
import type { Item, Unit } from './unit.ts';

/** Who spoke in a sentence, for the sentences after it. */
interface Said {
  readonly speaker: Speaker;
  /** The subject of the sentence, for quotations that only it introduces. */
  readonly main: Speaker;
  readonly paragraph: number;
  readonly unit: number;
}

/** A sentence while it is read. */
interface Sentence extends Unit {
  readonly index: number;
  readonly attributions: readonly Attribution[];
  /** Who the pronouns at item indices are. */
  readonly pronouns: ReadonlyMap<number, Speaker>;
}

const NONE: ReadonlySet<Entity> = new Set();
const hasWord = ({ quotation, word }: Item): boolean => quotation === null && /[\p{L}\p{N}]/u.test(word);

/**
 * Reads a text sentence by sentence, as a person does, and remembers who was named and who spoke: pronouns and
 * quotations without a cue are understood from what came before. Give the sentences in order.
 */
export class Reader {
  readonly found: Found[] = [];
  readonly #text: string;
  readonly #units: readonly Unit[];
  readonly #mentions: readonly Mention[];
  readonly #setting: Setting;
  readonly #antecedents = new Antecedents();
  readonly #turns: ReadonlySet<number>;
  #next = 0;
  #previous: Said | null = null;

  constructor(
    text: string,
    units: readonly Unit[],
    entities: readonly Entity[],
    mentions: readonly Mention[],
  ) {
    this.#text = text;
    this.#units = units;
    this.#mentions = mentions;
    const mentionEndingAt = new Map(mentions.map((one) => [one.end, one]));
    const described = entities.filter(
      ({ kind, titles, role }) => kind !== 'organisation' && (titles.size > 0 || role !== null),
    );
    this.#setting = { text, mentionEndingAt, described, antecedents: this.#antecedents };
    this.#turns = turnsOf(text, units);
  }

  read(index: number): void {
    const unit = this.#units[index];
    if (unit === undefined) return;
    const attributions = attributionsOf(unit);
    const sentence: Sentence = {
      ...unit,
      index,
      attributions,
      pronouns: this.#refer(unit, index, attributions),
    };
    const taken = new Set<Quotation>();
    const main = introducedBy(unit) ?? mainSubject(unit.items, unit.items.length);
    const mainSpeaker = main === null ? NOBODY : this.#speaker(sentence, main, null);
    const cued = this.#readCues(sentence, taken);
    const speaker =
      this.#readUncued(sentence, taken, mainSpeaker, cued) ??
      this.#readSignature(sentence) ??
      this.#readTurn(sentence) ??
      NOBODY;
    if (speaker.entity !== null) this.#antecedents.lastSpeaker = speaker.entity;
    if (this.found.at(-1)?.unit !== index) {
      this.found.push({
        kind: 'narration',
        spans: [[unit.start, unit.end]],
        unit: index,
        cue: null,
        speaker: NOBODY,
        way: 'told',
      });
    }
    this.#previous = { speaker, main: mainSpeaker, paragraph: unit.paragraph, unit: index };
  }

  /** Notes the names and pronouns of a sentence in their order, and says who its pronouns are. */
  #refer(
    { items, paragraph }: Unit,
    unit: number,
    attributions: readonly Attribution[],
  ): Map<number, Speaker> {
    const pronouns = new Map<number, Speaker>();
    items.forEach((item, i) => {
      for (; (this.#mentions[this.#next]?.end ?? Number.POSITIVE_INFINITY) <= item.end; this.#next++) {
        const mention = this.#mentions[this.#next];
        if (mention === undefined) break;
        const { start, quoted, entity } = mention;
        this.#antecedents.refer(entity, {
          offset: start,
          unit,
          paragraph,
          subject: !quoted && isSubject(items, i + 1),
          quoted,
        });
      }
      if (item.quotation !== null || !/^(?:he|she|his|her|him)$/.test(item.lower)) return;
      const own = attributions.find(({ source }) => source !== null && source[0] <= i && i < source[1]);
      const around = own === undefined ? null : spanOf(items, own.contents);
      const gender = /^(?:she|her)$/.test(item.lower) ? 'female' : 'male';
      const found = this.#antecedents.resolve(
        gender,
        { offset: item.start, unit, paragraph },
        this.#namedIn(around),
      );
      if (found === null) return;
      const { entity, margin } = found;
      pronouns.set(i, {
        entity,
        name: entity.name,
        how: 'pronoun',
        sure: Math.min(0.95, 0.6 + 0.2 * margin),
      });
      this.#antecedents.refer(entity, {
        offset: item.start,
        unit,
        paragraph,
        subject: /^s?he$/.test(item.lower),
        quoted: false,
      });
    });
    return pronouns;
  }

  /** Statements of the sentence's cues. Returns who speaks in it, or null. */
  #readCues(sentence: Sentence, taken: Set<Quotation>): Speaker | null {
    const { items, index, paragraph, attributions } = sentence;
    let speaker: Speaker | null = null;
    for (const { source, contents, cue, pattern } of attributions) {
      const pieces = piecesOf(this.#text, items, contents);
      if (pieces === null || pieces.quotations.some((one) => taken.has(one))) continue;
      const same = pattern === 'continued' ? this.#previous?.speaker : undefined;
      const who =
        same ?? (source === null ? NOBODY : this.#speaker(sentence, source, spanOf(items, contents)));
      // "The plan: …" has no speaker, and neither has "Ferry: …" outside a conversation.
      if (pattern === 'colon' && !this.#turns.has(paragraph) && who.entity?.kind !== 'person') continue;
      for (const one of pieces.quotations) taken.add(one);
      const printed =
        cue[0] === cue[1] ? null : this.#text.slice(items[cue[0]]?.start, items[cue[1] - 1]?.end);
      this.found.push({
        kind: pieces.kind,
        spans: pieces.spans,
        unit: index,
        cue: printed,
        speaker: who,
        way: pattern,
      });
      if (pieces.kind !== 'indirect' || speaker === null) speaker = who;
    }
    return speaker;
  }

  /** Quotations that no cue of their sentence took. Returns who speaks in the sentence, or null. */
  #readUncued(
    sentence: Sentence,
    taken: Set<Quotation>,
    main: Speaker,
    cued: Speaker | null,
  ): Speaker | null {
    const { items, index } = sentence;
    let speaker = cued;
    for (const [i, { quotation }] of items.entries()) {
      if (quotation === null || taken.has(quotation)) continue;
      const uncued = this.#uncued(sentence, i, quotation, main);
      if (uncued === null) continue;
      taken.add(quotation);
      // "“REYES: We kept the lights on.”": a turn of a conversation, quoted whole.
      const turn = TURN.exec(
        this.#text.slice(quotation.start, Math.min(quotation.end, quotation.start + 40)),
      );
      const said = turn === null ? '' : this.#text.slice(quotation.start + turn[0].length, quotation.end);
      const named =
        turn === null || !/[\p{L}\p{N}]/u.test(said)
          ? undefined
          : this.#setting.mentionEndingAt.get(quotation.start + (turn[1]?.length ?? 0))?.entity;
      const who =
        named === undefined
          ? uncued
          : {
              speaker: { entity: named, name: named.name, how: 'name' as const, sure: 0.9 },
              way: 'turn' as const,
            };
      const spans = [
        trimmed(this.#text, [
          quotation.start + (named === undefined ? 0 : (turn?.[0].length ?? 0)),
          quotation.end,
        ]),
      ];
      this.found.push({ kind: 'direct', spans, unit: index, cue: null, ...who });
      speaker ??= who.speaker;
    }
    return speaker;
  }

  #uncued(
    sentence: Sentence,
    i: number,
    quotation: Quotation,
    main: Speaker,
  ): Pick<Found, 'speaker' | 'way'> | null {
    const { items, paragraph } = sentence;
    const previous = this.#previous;
    const words = (items[i]?.word.match(/\S+/g) ?? []).length;
    const around = items.filter(hasWord).length;
    const lead = items[i - 1]?.word;
    // "Then, “…”" is no more than its quotation; "“…,” which ended it." goes on from the words before.
    const alone =
      around === 0 || (around <= 3 && lead !== ':' && !items.some((_, k) => isFiniteVerb(items, k)));
    const opens =
      i === 0 && words >= 4 && previous?.paragraph === paragraph && previous.speaker.how !== 'nobody';
    if (around > 0 && isTitle(items[i])) return null;
    if (alone || opens) {
      if (previous === null || paragraph - previous.paragraph > 1) return { speaker: NOBODY, way: 'uncued' };
      const speaker = previous.speaker.how === 'nobody' ? previous.main : previous.speaker;
      return {
        speaker,
        way: previous.paragraph === paragraph || quotation.continues ? 'continued' : 'lead-in',
      };
    }
    if (lead === ':' || (lead === ',' && words >= 4)) {
      return {
        speaker: main.entity?.kind === 'person' ? main : (this.#before(sentence, i - 1) ?? main),
        way: 'colon',
      };
    }
    return words >= 6 ? { speaker: main, way: 'uncued' } : null;
  }

  /** "Petra Lunde: “…”", "From Lunde's letter: “…”": the name just before the colon. */
  #before({ items, start }: Sentence, colon: number): Speaker | null {
    let end = colon;
    if (items[end - 1]?.word === ')') while (end > 0 && items[end]?.word !== '(') end--;
    for (let k = end - 1; k >= 0 && end - k < 6; k--) {
      const entity = this.#setting.mentionEndingAt.get(items[k]?.end ?? -1)?.entity;
      const opens = items[k]?.start === start;
      if (entity !== undefined && (entity.kind !== 'organisation' || opens))
        return { entity, name: entity.name, how: 'name', sure: 0.8 };
      if (/^[,;]$/.test(items[k]?.word ?? '')) break;
    }
    return null;
  }

  /** "— Petra Lunde, Coast Courier" on a line of its own signs the quotation before it. */
  #readSignature(sentence: Sentence): Speaker | null {
    const { items, index } = sentence;
    const last = this.found.at(-1);
    if (
      !/^[—–―-]$|^--$/.test(items[0]?.word ?? '') ||
      last?.kind !== 'direct' ||
      last.cue !== null ||
      last.unit !== index - 1
    )
      return null;
    const phrase = phraseStartingAt(items, 1);
    if (phrase === null || items.some((_, k) => isFiniteVerb(items, k))) return null;
    const speaker = this.#speaker(sentence, phrase, null);
    this.found[this.found.length - 1] = { ...last, speaker, way: 'dash' };
    return speaker;
  }

  /** The later sentences of somebody's turn in a conversation. */
  #readTurn({ index, paragraph, start, end }: Sentence): Speaker | null {
    const previous = this.#previous;
    if (!this.#turns.has(paragraph) || previous?.paragraph !== paragraph || this.found.at(-1)?.unit === index)
      return null;
    this.found.push({
      kind: 'indirect',
      spans: [[start, end]],
      unit: index,
      cue: null,
      speaker: previous.speaker,
      way: 'turn',
    });
    return previous.speaker;
  }

  #speaker(sentence: Sentence, range: Range, around: Span | null): Speaker {
    const pronoun = range[1] - range[0] === 1 ? sentence.pronouns.get(range[0]) : undefined;
    return pronoun ?? speakerOf(this.#setting, sentence, sentence.index, range, this.#namedIn(around));
  }

  /** Who is named in a stretch of the text. */
  #namedIn(span: Span | null): ReadonlySet<Entity> {
    if (span === null) return NONE;
    let low = 0;
    let high = this.#mentions.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#mentions[middle]?.start ?? 0) < span[0]) low = middle + 1;
      else high = middle;
    }
    const named = new Set<Entity>();
    for (let i = low; (this.#mentions[i]?.end ?? Number.POSITIVE_INFINITY) <= span[1]; i++) {
      const mention = this.#mentions[i];
      if (mention !== undefined) named.add(mention.entity);
    }
    return named;
  }
}
