import { tellingOf } from './by-necessity.ts';
import type { QuestionView } from './features.ts';

/** What becomes of a question's words in a statement; words of asking do not count. */
export interface WordCounts {
  /** Weight of all of them, and of those that are said anywhere. */
  readonly all: number;
  readonly known: number;
  /** How rare the rarest word is that is said nowhere, 0..1. */
  readonly unknownRarest: number;
  /** How many the statement has, how many it has not, and how many of these are said nowhere. */
  readonly matched: number;
  readonly missing: number;
  readonly unknown: number;
  /** How many of each class it has or has not. */
  readonly telling: {
    readonly specificMet: number;
    readonly concreteMet: number;
    readonly vagueMet: number;
    /** Not even its paragraph has them. */
    readonly specificNowhereNear: number;
    readonly concreteMissing: number;
  };
}

export function countWords({ terms, weights, meetings }: QuestionView, doc: number): WordCounts {
  const own = meetings.own(doc);
  const label = meetings.label(doc);
  const frame = meetings.frame(doc);
  const paragraph = meetings.paragraph(doc);
  const met = { specific: 0, concrete: 0, vague: 0 };
  let all = 0;
  let known = 0;
  let unknownRarest = 0;
  let missing = 0;
  let unknown = 0;
  let specificNowhereNear = 0;
  let concreteMissing = 0;
  terms.forEach((term, at) => {
    if (term.light) return;
    const weight = weights[at] ?? 0;
    all += weight;
    if (term.known) known += weight;
    else {
      unknownRarest = Math.max(unknownRarest, term.rarity);
      unknown += 1;
    }
    const telling = tellingOf(term);
    if (Math.max(own[at] ?? 0, frame[at] ?? 0, label[at] ?? 0) > 0) {
      met[telling] += 1;
      return;
    }
    missing += 1;
    if (telling === 'specific' && (paragraph[at] ?? 0) === 0) specificNowhereNear += 1;
    if (telling === 'concrete') concreteMissing += 1;
  });
  return {
    all,
    known,
    unknownRarest,
    matched: met.specific + met.concrete + met.vague,
    missing,
    unknown,
    telling: {
      specificMet: met.specific,
      concreteMet: met.concrete,
      vagueMet: met.vague,
      specificNowhereNear,
      concreteMissing,
    },
  };
}
