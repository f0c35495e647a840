import type { Pattern } from './attribution.ts';
import { contentBefore } from './before-cue.ts';
import { contentStart, skipAdjuncts } from './content.ts';
import type { Cue } from './cue.ts';
import { mainSubject } from './main-subject.ts';
import { isFiniteVerb, phraseStartingAt, type Range } from './noun-phrase.ts';
import { type Subject, subjectAfter, subjectBefore } from './subject.ts';
import type { Item } from './unit.ts';

export interface Draft {
  readonly cue: Cue;
  readonly subject: Subject;
  pattern: Pattern;
  contents: Range[];
  source: Range | null;
  /** The content is the verb's object, not a clause or a quotation. */
  whole: boolean;
}

export function draftFor(items: readonly Item[], cue: Cue, earlier: readonly Draft[]): Draft | null {
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
export function shareSources(items: readonly Item[], drafts: Draft[]): void {
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

/**
 * "congratulated the islands on …", "calling on both to …": without its verb the object says nothing, so the verb
 * belongs to the words.
 */
export function withVerb(items: readonly Item[], draft: Draft): Draft {
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
