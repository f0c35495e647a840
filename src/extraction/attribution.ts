import { contentBefore, runEnd } from './before-cue.ts';
import { contentStart, skipAdjuncts } from './content.ts';
import { type Cue, findCues } from './cue.ts';
import { isFiniteVerb, isNominal, phraseEndingAt, phraseStartingAt, type Range } from './noun-phrase.ts';
import { acrossInsertion, type Subject, subjectAfter, subjectBefore } from './subject.ts';
import type { Item, Unit } from './unit.ts';

/** Somebody's words in one sentence: whose (a noun phrase), by which cue, and which items. */
export interface Attribution {
  readonly unit: Unit;
  /** Item range of the cue as printed. */
  readonly cue: Range;
  readonly lemma: string;
  /** Noun phrase of the source, or null where the sentence names none. */
  readonly source: Range | null;
  /** Item ranges of what is attributed, in reading order. */
  readonly contents: readonly Range[];
  readonly pattern: Pattern;
}

export type Pattern =
  | 'clause'
  | 'object'
  | 'parenthetical'
  | 'inverted'
  | 'participle'
  | 'shared'
  | 'relative'
  | 'according'
  | 'passive'
  | 'colon'
  | 'dash'
  | 'continued';

interface Draft {
  readonly cue: Cue;
  readonly subject: Subject;
  pattern: Pattern;
  contents: Range[];
  source: Range | null;
  /** The content is the verb's object, not a clause or a quotation. */
  whole: boolean;
}

const PARTING = /^(?:and|but|while|as|although|though|whereas|so|because|yet)$/;

/** Finds every attribution of a sentence. */
export function attributionsOf(unit: Unit): Attribution[] {
  const { items } = unit;
  const cues = findCues(items);
  const drafts: Draft[] = [];
  for (const cue of cues) {
    const draft = draftFor(items, cue, drafts);
    if (draft !== null) drafts.push(draft);
  }
  shareSources(items, drafts);
  for (const draft of drafts) bound(items, draft, drafts);
  const found: Attribution[] = drafts
    .filter((draft) => draft.contents.some(([from, to]) => to > from))
    .map((draft) => withVerb(items, draft))
    .map(({ cue, pattern, source, contents }) => ({
      unit,
      cue: [cue.from, cue.to],
      lemma: cue.lemma,
      source,
      contents,
      pattern,
    }));
  return [...found, ...accordingTo(unit), ...setApart(unit)];
}

/**
 * "congratulated the islands on …", "calling on both to …": without its verb the object says nothing, so the verb
 * belongs to the words.
 */
function withVerb(items: readonly Item[], draft: Draft): Draft {
  const [first, ...rest] = draft.contents;
  const { frames, to, verb } = draft.cue;
  if (
    first === undefined ||
    first[0] !== to ||
    draft.pattern === 'passive' ||
    draft.pattern === 'parenthetical' ||
    draft.pattern === 'inverted'
  )
    return draft;
  if (!draft.whole || frames.has('q') || frames.has('c') || frames.has('m')) return draft;
  if (items.slice(...first).some(({ quotation }) => quotation !== null)) return draft;
  return { ...draft, contents: [[verb, first[1]], ...rest] };
}

function draftFor(items: readonly Item[], cue: Cue, earlier: readonly Draft[]): Draft | null {
  if (cue.infinitive && !leadsIntoWords(items, cue)) return null;
  const before = subjectBefore(items, cue);
  const at = skipAdjuncts(items, cue);
  if (cue.passive) return passive(items, cue, before, at);
  const takesQuotation = cue.frames.has('q') || cue.frames.has('a') || cue.frames.has('w');
  if (takesQuotation) {
    if (before !== null && before.phrase !== null && before.kind === 'before') {
      const contents = contentBefore(items, before, at, earlier.at(-1), 'parenthetical');
      if (contents !== null)
        return {
          cue,
          subject: before,
          pattern: 'parenthetical',
          contents,
          source: before.phrase,
          whole: false,
        };
    }
    const leads = items[cue.from - 1];
    if (leads === undefined || leads.quotation !== null || /^[,?!—–―]$|^--$/.test(leads.word)) {
      const after = subjectAfter(items, cue);
      if (after !== null) {
        const contents = contentBefore(items, after, after.to, earlier.at(-1), 'inverted');
        if (contents !== null)
          return { cue, subject: after, pattern: 'inverted', contents, source: after.phrase, whole: false };
      }
    }
  }
  // "…, where they announced a plan" tells what happened there.
  const unnamed = subjectless(items, cue, at);
  if (takesQuotation && unnamed !== null) return unnamed;
  if (before === null || items[before.from - 1]?.lower === 'where') return null;
  const start = contentStart(items, cue, at) ?? (at === cue.to ? null : contentStart(items, cue, cue.to));
  if (start === null) {
    // "“…,” he said, adding:" has its words before; "…, adding “…”" was found above.
    return null;
  }
  const pattern: Pattern =
    before.kind === 'participle'
      ? 'participle'
      : before.kind === 'shared'
        ? 'shared'
        : before.kind === 'relative'
          ? 'relative'
          : isObject(items, cue, start)
            ? 'object'
            : 'clause';
  return {
    cue,
    subject: before,
    pattern,
    contents: [[start, items.length]],
    source: before.phrase,
    whole: items[start]?.quotation === null && items[start - 1]?.lower !== 'that',
  };
}

/** «…», añadió: Spanish leaves the subject out where it is the same as before. */
function subjectless(items: readonly Item[], cue: Cue, at: number): Draft | null {
  const lead = cue.from - 1;
  const last =
    items[lead]?.quotation != null
      ? lead
      : items[lead]?.word === ',' && items[lead - 1]?.quotation != null
        ? lead - 1
        : -1;
  if (last < 0 || (items[at] !== undefined && !/^[.,;]$/.test(items[at]?.word ?? ''))) return null;
  const subject: Subject = { phrase: null, from: cue.from, to: cue.from, kind: 'before' };
  return { cue, subject, pattern: 'continued', contents: [[last, last + 1]], source: null, whole: false };
}

/** "was moved to say, “…”", "led her to conclude that …" */
function leadsIntoWords(items: readonly Item[], cue: Cue): boolean {
  if (!cue.frames.has('q')) return false;
  const next = items[cue.to];
  if (next === undefined) return false;
  return (
    next.quotation !== null ||
    (/^[,:]$/.test(next.word) && items[cue.to + 1] !== undefined && items[cue.to + 1]?.quotation !== null)
  );
}

function isObject(items: readonly Item[], cue: Cue, start: number): boolean {
  const { frames } = cue;
  if (items[start]?.quotation !== null) return false;
  if (!frames.has('n')) return false;
  if (!(frames.has('c') || frames.has('q') || frames.has('a'))) return true;
  if (items[start - 1]?.lower === 'that') return false;
  // "announced a plan" against "announced the plan would go ahead"
  const phrase = phraseStartingAt(items, start);
  return phrase !== null && !isFiniteVerb(items, phrase[1]);
}

function holdsVerb(items: readonly Item[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (isFiniteVerb(items, i) || items[i]?.quotation !== null) return true;
  return false;
}

/** "was accused by the union of …": the source is the agent; without one, nobody is named and nothing is claimed. */
function passive(items: readonly Item[], cue: Cue, before: Subject | null, at: number): Draft | null {
  let by = -1;
  for (let i = cue.to; i < Math.min(items.length, cue.to + 8); i++) {
    if (items[i]?.lower === 'by') {
      by = i;
      break;
    }
    if (/^[,.;:]$/.test(items[i]?.word ?? '')) break;
  }
  if (by < 0 || before?.phrase == null) return null;
  const agent = phraseStartingAt(items, by + 1);
  if (agent === null) return null;
  const start = contentStart(items, cue, agent[1]);
  const contents: Range[] = [];
  if (start !== null) contents.push([start, items.length]);
  else contents.push(before.phrase);
  return {
    cue,
    subject: { phrase: agent, from: by, to: agent[1], kind: 'after' },
    pattern: 'passive',
    contents,
    source: at < 0 ? null : agent,
    whole: false,
  };
}

/** Participles and second verbs take the subject of the verb they hang on. */
function shareSources(items: readonly Item[], drafts: Draft[]): void {
  drafts.forEach((draft, index) => {
    if (draft.subject.phrase !== null || draft.pattern === 'continued') return;
    const previous = drafts
      .slice(0, index)
      .findLast((one) => one.source !== null && one.subject.kind !== 'relative' && one.pattern !== 'passive');
    if (previous !== undefined) {
      draft.source = previous.source;
      return;
    }
    // Fronted: "Noting the delay, Ito said …" takes the subject that follows.
    const next = drafts.slice(index + 1).find((one) => one.source !== null && one.subject.kind === 'before');
    draft.source =
      (draft.cue.from <= 2 && next !== undefined ? next.source : null) ??
      mainSubject(items, draft.cue.from) ??
      next?.source ??
      null;
  });
}

/** Who a sentence that ends with a colon introduces: "The Courier reports:" */
export function introducedBy({ items }: Unit): Range | null {
  if (items.at(-1)?.word !== ':') return null;
  const cue = findCues(items).at(-1);
  return (cue === undefined ? null : subjectBefore(items, cue)?.phrase) ?? mainSubject(items, items.length);
}

/** The subject of the sentence's first finite verb before an item. */
export function mainSubject(items: readonly Item[], before: number): Range | null {
  for (let i = 1; i < before; i++) {
    if (!isFiniteVerb(items, i) || items[i - 1]?.tag === 'VERB') continue;
    let j = i - 1;
    while (j > 0 && (items[j]?.tag === 'AUX' || items[j]?.tag === 'ADV')) j--;
    if (items[j]?.word === ',') {
      const inserted = acrossInsertion(items, j);
      if (inserted !== null) return inserted;
      continue;
    }
    const phrase = phraseEndingAt(items, j);
    if (phrase === null) continue;
    const opener = items[phrase[0] - 1];
    if (
      opener?.tag === 'SCONJ' ||
      opener?.tag === 'ADP' ||
      /^(?:who|which|that|when|while|as|if|because|after|before)$/.test(opener?.lower ?? '')
    )
      continue;
    return phrase;
  }
  return null;
}

/** Cuts each content where another attribution or another clause of the sentence begins. */
function bound(items: readonly Item[], draft: Draft, drafts: readonly Draft[]): void {
  const own = draft.contents.map(
    ([from, to]): Range => [from, to === items.length ? contentEnd(items, draft, from, drafts) : to],
  );
  draft.contents = own.filter(([from, to]) => to > from);
}

function contentEnd(items: readonly Item[], draft: Draft, from: number, drafts: readonly Draft[]): number {
  let to = items.length;
  while (to > from && /^[.;:,]$/.test(items[to - 1]?.word ?? '')) to--;
  for (const other of drafts) {
    if (other === draft || other.cue.from < from) continue;
    const start =
      other.subject.phrase === null ? other.cue.from : Math.min(other.subject.from, other.cue.from);
    const lead = items[start - 1];
    const lead2 = items[start - 2];
    if (start <= from) continue;
    // "…, adding that …", "… and congratulated …", "…, but Ito replied …", "…, he said"
    if (
      draft.pattern === 'participle' &&
      draft.cue.from <= 2 &&
      lead?.word === ',' &&
      other.subject.kind === 'before'
    )
      to = Math.min(to, start - 1);
    else if (other.pattern === 'participle' && lead?.word === ',') to = Math.min(to, start - 1);
    else if (
      other.pattern === 'shared' &&
      sameForm(other, draft) &&
      (lead?.tag === 'CCONJ' || lead?.word === ',')
    )
      to = Math.min(to, lead2?.word === ',' ? start - 2 : start - 1);
    else if (
      (other.pattern === 'clause' || other.pattern === 'object') &&
      lead !== undefined &&
      PARTING.test(lead.lower) &&
      lead2?.word === ',' &&
      sameForm(other, draft)
    )
      to = Math.min(to, start - 2);
    else if (
      other.pattern === 'parenthetical' &&
      lead?.word === ',' &&
      other.contents[0] !== undefined &&
      other.contents[0][0] >= from
    )
      to = Math.min(to, other.contents[0][0]);
  }
  // said “…” at the gate: what follows the quotation is the reporter's, unless it is the quotation's own clause.
  const head = items[from];
  if (head?.quotation != null) {
    const end = runEnd(items, from);
    const next = items[end];
    const sentence = /^["“„«'‘`]+\s*\p{Lu}/u.test(head.word) || /^[,:]$/.test(items[from - 1]?.word ?? '');
    if (
      next === undefined ||
      next.tag === 'PUNCT' ||
      next.tag === 'SCONJ' ||
      (sentence && !isFiniteVerb(items, end)) ||
      /^(?:in|at|during|before|after|when|while|as|on|from)$/.test(next.lower)
    )
      return Math.min(to, end);
  }
  const strict = draft.pattern === 'object' || draft.subject.kind === 'relative';
  for (let i = from; i < to; i++) {
    const item = items[i];
    const next = items[i + 1];
    if (item === undefined) break;
    if (item.word === ',' && /^(?:according|según)$/.test(next?.lower ?? '')) return i;
    if (item.lower === 'according' && next?.lower === 'to' && i > from) return i;
    if (strict && i > from && item.quotation === null && /^[,;—–―]$/.test(item.word) && !listGoesOn(items, i))
      return i;
    if (
      draft.pattern === 'object' &&
      i > from &&
      /^(?:when|while|after|because|although|during|as)$/.test(item.lower)
    )
      return i;
  }
  return to;
}

function sameForm(a: Draft, b: Draft): boolean {
  return a.cue.form === b.cue.form || a.cue.form === 'ing';
}

/** "timber, machine parts and wool" is one object; ", which …" and ", a plan …" are not. */
function listGoesOn(items: readonly Item[], comma: number): boolean {
  const next = items[comma + 1];
  if (next === undefined) return false;
  if (next.quotation !== null) return true;
  if (/^(?:and|or)$/.test(next.lower))
    return !isFiniteVerb(items, comma + 2) && !isFiniteVerb(items, comma + 3);
  if (!isNominal(next) || next.tag === 'DET' || next.tag === 'PRON') return false;
  for (let i = comma + 1; i < Math.min(items.length, comma + 14); i++) {
    if (isFiniteVerb(items, i)) return false;
    if (/^(?:and|or)$/.test(items[i]?.lower ?? '')) return true;
  }
  return false;
}

/** "According to the ministry, …" and "…, according to Petra Lunde". */
function accordingTo(unit: Unit): Attribution[] {
  const { items } = unit;
  const found: Attribution[] = [];
  for (let i = 0; i + 2 < items.length; i++) {
    const length =
      items[i]?.lower === 'según'
        ? 1
        : items[i]?.lower === 'according' && items[i + 1]?.lower === 'to'
          ? 2
          : 0;
    if (length === 0) continue;
    const source = phraseStartingAt(items, i + length);
    if (source === null) continue;
    const end = endOfTrimmed(items);
    const lead = items[i - 1];
    const opens = i === 0 || /^(?:and|but|—|–)$/.test(lead?.lower ?? '') || (i <= 3 && lead?.word !== ',');
    const contents: Range[] = [];
    if (opens) {
      let from = source[1];
      if (items[from]?.word === ',') from = afterApposition(items, from) + 1;
      contents.push([from, end]);
    } else {
      const to = lead?.word === ',' || lead?.word === '—' ? i - 1 : i;
      contents.push([clauseStart(items, to), to]);
      const after = items[source[1]];
      if (
        after?.word === ',' &&
        holdsVerb(items, source[1] + 1, end) &&
        !/^(?:who|which|a|an|the|and|but|as)$/.test(items[source[1] + 1]?.lower ?? '') &&
        !holdsVerb(items, 0, to)
      )
        contents.push([source[1] + 1, end]);
    }
    const kept = contents.filter(([a, b]) => b > a);
    if (kept.length > 0)
      found.push({
        unit,
        cue: [i, i + length],
        lemma: 'according to',
        source,
        contents: kept,
        pattern: 'according',
      });
  }
  return found;
}

/** "“…” — Petra Lunde, Coast Courier" and "Petra Lunde: …" (whether that is a person, the people of the text tell). */
function setApart(unit: Unit): Attribution[] {
  const { items } = unit;
  const dash = items.findIndex((item) => /^[—–―-]$|^--$/.test(item.word));
  if (dash > 0 && items[dash - 1]?.quotation != null && !holdsVerb(items, dash, items.length)) {
    const source = phraseStartingAt(items, dash + 1);
    if (source !== null)
      return [{ unit, cue: [dash, dash], lemma: '', source, contents: [[0, dash]], pattern: 'dash' }];
  }
  const colon = items.findIndex((item) => item.word === ':');
  if (colon < 1 || colon > 7 || colon + 1 >= items.length || items[colon + 1]?.quotation != null) return [];
  const source = phraseEndingAt(items, colon - 1);
  if (source === null || source[0] !== 0 || !/^\p{Lu}/u.test(items[colon - 1]?.word ?? '')) return [];
  return [
    { unit, cue: [colon, colon], lemma: '', source, contents: [[colon + 1, items.length]], pattern: 'colon' },
  ];
}

function endOfTrimmed(items: readonly Item[]): number {
  return /^[.;:,]$/.test(items.at(-1)?.word ?? '') ? items.length - 1 : items.length;
}

function afterApposition(items: readonly Item[], comma: number): number {
  const next = items[comma + 1];
  if (next === undefined) return comma;
  const relative = /^(?:who|which|whose)$/.test(next.lower);
  if (!relative && !(next.tag === 'DET' || next.tag === 'NOUN' || next.tag === 'ADJ')) return comma;
  for (let i = comma + 1; i < Math.min(items.length, comma + 25); i++) {
    if (items[i]?.word === ',') return i;
    if (!relative && isFiniteVerb(items, i)) return comma;
  }
  return comma;
}

/** Back to where the clause before "according to" begins: after ", but" or a semicolon. */
function clauseStart(items: readonly Item[], to: number): number {
  for (let i = to - 1; i > 0; i--) {
    const item = items[i];
    if (item?.word === ';') return i + 1;
    if (
      item?.word === ',' &&
      /^(?:but|and|while|although)$/.test(items[i + 1]?.lower ?? '') &&
      holdsVerb(items, i + 2, to) &&
      to - i > 4
    )
      return i + 2;
  }
  return 0;
}
