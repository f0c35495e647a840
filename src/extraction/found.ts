import type { Span } from '../announcement/source.ts';
import type { StatementKind } from '../announcement/statement.ts';
import type { Pattern } from './attribution.ts';
import type { Candidate } from './candidate.ts';
import type { Speaker } from './speaker.ts';
import { type FoundTopic, topicsIn } from './topics.ts';
import type { Unit } from './unit.ts';

/** How a statement was found: a pattern of its sentence, or its place among the sentences. */
type Way = Pattern | 'lead-in' | 'uncued' | 'turn' | 'told';

/** A statement as read, with what tells how sure it is. */
export interface Found {
  readonly kind: StatementKind;
  readonly spans: readonly Span[];
  /** Index of its sentence. */
  readonly unit: number;
  readonly cue: string | null;
  readonly speaker: Speaker;
  readonly way: Way;
}

const REASON: Readonly<Record<Way, string>> = {
  clause: 'clause after the cue',
  object: 'object of the cue',
  parenthetical: 'words before the cue',
  inverted: 'words before an inverted cue',
  participle: 'participle of the subject',
  shared: 'second verb of the subject',
  relative: 'relative clause',
  according: 'according to',
  passive: 'passive with its agent',
  colon: 'after a colon',
  dash: 'signed with a dash',
  continued: 'goes on from the words before',
  'lead-in': 'introduced by the paragraph before',
  uncued: 'quoted without a cue',
  turn: 'turn of a conversation',
  told: 'told by the reporter',
};

const HOW: Readonly<Record<Speaker['how'], string>> = {
  name: 'speaker named',
  pronoun: 'speaker by pronoun',
  epithet: 'speaker by description',
  unnamed: 'speaker without a name',
  nobody: 'speaker left open',
};

/** Shares of right words among what was found in a way on labelled news (PolNeAR, train); dash and told are set by hand. */
const WORDS: Readonly<Record<Way, number>> = {
  clause: 0.84,
  object: 0.78,
  parenthetical: 0.97,
  inverted: 0.92,
  participle: 0.72,
  shared: 0.77,
  relative: 0.59,
  according: 0.87,
  passive: 0.56,
  colon: 0.79,
  dash: 0.9,
  continued: 0.96,
  'lead-in': 0.77,
  uncued: 0.83,
  turn: 0.95,
  told: 0.9,
};

export function toCandidate(
  text: string,
  { kind, spans, unit, cue, speaker, way }: Found,
  units: readonly Unit[],
  topics: readonly FoundTopic[],
): Candidate {
  const words = spans.map(([start, end]) => text.slice(start, end)).join(' ');
  return {
    kind,
    spans,
    paragraph: units[unit]?.paragraph ?? 1,
    cue,
    topics: topicsIn(words, topics),
    speaker: speaker.name === null ? null : { name: speaker.name, role: speaker.entity?.role ?? null },
    confidence: kind === 'narration' ? WORDS.told : WORDS[way] * speaker.sure,
    reason: kind === 'narration' ? REASON.told : `${REASON[way]}, ${HOW[speaker.how]}`,
  };
}
