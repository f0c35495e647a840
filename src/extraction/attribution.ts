import { bound } from './content-end.ts';
import { findCues } from './cue.ts';
import { type Draft, draftFor, shareSources, withVerb } from './cued-clause.ts';
import { mainSubject } from './main-subject.ts';
import type { Range } from './noun-phrase.ts';
import { subjectBefore } from './subject.ts';
import type { Unit } from './unit.ts';
import { accordingTo, setApart } from './without-verb.ts';

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

/** Who a sentence that ends with a colon introduces: "The Courier reports:" */
export function introducedBy({ items }: Unit): Range | null {
  if (items.at(-1)?.word !== ':') return null;
  const cue = findCues(items).at(-1);
  return (cue === undefined ? null : subjectBefore(items, cue)?.phrase) ?? mainSubject(items, items.length);
}
