import type { Statement } from '../../announcement/statement.ts';
import type { WrittenLikeness } from '../asks.ts';
import type { Index } from '../index/build-index.ts';
import { listAt } from '../index/lists.ts';
import { answeringBits, kindBits } from '../index/token-kinds.ts';
import type { Question, QuestionTerm } from '../question/question.ts';
import { closeness } from './closeness.ts';
import { createMeetings, type Meetings } from './meetings.ts';
import type { RankingParts } from './rank.ts';
import { wordForWord } from './written.ts';

/** What a statement has to say for itself as an answer to a question; the names are those of the weights. */
export const featureNames = [
  'bm25Local',
  'bm25Rarity',
  'coverage',
  'coverageWithFrame',
  'exact',
  'label',
  'topic',
  'previousOnly',
  'previousOnlyLeaning',
  'nextOnly',
  'paragraph',
  'adjacent',
  'window',
  'light',
  'missingRarest',
  'answersWho',
  'answersWhen',
  'answersWhere',
  'answersHowMany',
  'answersHowMuch',
  'answersHowLong',
  'answersWhy',
  'answersWhich',
  'answersNothing',
  'length',
  'mentionedSpeaks',
  'spoken',
  'asks',
  'asksCovered',
  'asksSquared',
  'asksVotes',
  'numberMissing',
  'nameMissing',
] as const;
export type FeatureName = (typeof featureNames)[number];
export type Features = Record<FeatureName, number>;

const noFeatures = Object.fromEntries(featureNames.map((name) => [name, 0])) as Features;

const k1 = 0.9;
const b = 0.35;

/** Weight of a question's word: how rare it is here and in general. Light words weigh little. */
export function termWeight(term: QuestionTerm): number {
  const rare = 0.5 * term.local + 0.5 * term.rarity;
  return term.light ? 0.15 * rare : rare;
}

/** What all statements of one question share. */
export interface QuestionView {
  readonly question: Question;
  /** The announcement's. */
  readonly language: string;
  readonly terms: readonly QuestionTerm[];
  readonly weights: Float64Array;
  /** Sum of the weights, never 0. */
  readonly total: number;
  readonly meetings: Meetings;
  readonly index: Index;
  readonly statements: readonly Statement[];
  /** Share of the statements that somebody says: none in a plain text, half in a report. */
  readonly spokenShare: number;
  readonly written: WrittenLikeness;
  /** The statement for which the question was written down just so; -1 where there is none. */
  readonly wordForWord: number;
}

export function viewQuestion(
  question: Question,
  { index, statements, language, spokenShare, likeness }: RankingParts,
): QuestionView {
  const { terms } = question;
  const written = likeness(question);
  const weights = Float64Array.from(terms, termWeight);
  return {
    question,
    language,
    terms,
    weights,
    total: weights.reduce((sum, weight) => sum + weight, 0) || 1,
    meetings: createMeetings(terms, index),
    index,
    statements,
    spokenShare,
    written,
    wordForWord: wordForWord(written),
  };
}

/** Features of one statement. Shares are of the question's total weight, so that questions can be compared. */
export function featuresOf(view: QuestionView, doc: number): Features {
  const { terms, weights, total, meetings, index, question } = view;
  const own = meetings.own(doc);
  const frame = meetings.frame(doc);
  const label = meetings.label(doc);
  const topic = meetings.topic(doc);
  const paragraph = meetings.paragraph(doc);
  const previous = meetings.beside(doc, -1);
  const next = meetings.beside(doc, 1);
  const length = index.lengths[doc] ?? 0;
  const norm = k1 * (1 - b + (b * length) / Math.max(1, index.averageLength));
  const f: Features = { ...noFeatures };
  const asks = view.written.ofStatements.get(doc);
  let missing = 0;
  terms.forEach((term, at) => {
    const weight = (weights[at] ?? 0) / total;
    const met = own[at] ?? 0;
    const framed = Math.max(met, frame[at] ?? 0);
    const labelled = Math.max(framed, label[at] ?? 0);
    if (asks !== undefined) f.asksCovered += weight * Math.max(labelled, asks.met.get(term.at) ?? 0);
    const times = met === 0 ? 0 : meetings.times(doc, at);
    const saturated = met * ((times * (k1 + 1)) / (times + norm) || 0);
    const share = term.light ? 0.15 : 1;
    f.bm25Local += (share * saturated * term.local) / total;
    f.bm25Rarity += (share * saturated * term.rarity) / total;
    f.coverage += weight * met;
    f.coverageWithFrame += weight * framed;
    if (met === 1) f.exact += weight;
    if (framed < (label[at] ?? 0)) f.label += weight * (label[at] ?? 0);
    if (labelled === 0) {
      f.topic += weight * (topic[at] ?? 0);
      const before = previous[at] ?? 0;
      f.previousOnly += weight * before;
      if (index.leans[doc] === 1) f.previousOnlyLeaning += weight * before;
      if (before === 0) f.nextOnly += weight * (next[at] ?? 0);
      if (!term.light) missing = Math.max(missing, weights[at] ?? 0);
      if (term.number) f.numberMissing = 1;
      if (term.name) f.nameMissing += weight;
    }
    f.paragraph += weight * Math.max(labelled, paragraph[at] ?? 0);
    if (term.light) f.light += met;
  });
  f.missingRarest = missing;
  f.asks = asks?.closest ?? 0;
  f.asksSquared = f.asks * f.asks;
  f.asksVotes = asks?.votes ?? 0;
  const close = closeness(view, doc);
  f.adjacent = close.adjacent;
  f.window = close.window;
  const answer = answerFeature(view, doc);
  if (answer !== null) f[answer] = 1;
  f.length = Math.log(1 + length);
  const { speaker } = view.statements[doc] ?? {};
  f.mentionedSpeaks = question.mentioned.some(({ id }) => id === speaker?.id) ? 1 : 0;
  f.spoken = speaker === null || speaker === undefined ? 0 : 1;
  return f;
}

/** Whether a word that the question did not use can answer what it asks for; null where it asks for no kind. */
function answerFeature({ question, index, meetings }: QuestionView, doc: number): FeatureName | null {
  const { kind, identified } = question;
  if (kind === null) return null;
  if (identified.length > 0) {
    const own = new Set(listAt(index.terms, doc));
    const told = identified.some(({ id }) => {
      const role = index.roles.get(id) ?? [];
      return role.length > 0 && role.filter((term) => own.has(term)).length >= role.length / 2;
    });
    return told ? 'answersWho' : 'answersNothing';
  }
  const bits = answeringBits[kind];
  const { offsets, items } = index.sequence;
  const end = offsets[doc + 1] ?? 0;
  for (let at = offsets[doc] ?? 0; at < end; at += 3) {
    if (((items[at + 2] ?? 0) & bits) !== 0 && !meetings.asksFor(items[at + 1] ?? -1)) return answering[kind];
  }
  return index.tellsNames || (bits & toldByName) === 0 ? 'answersNothing' : null;
}

const toldByName = kindBits.person | kindBits.name | kindBits.place;

const answering = {
  who: 'answersWho',
  when: 'answersWhen',
  where: 'answersWhere',
  'how-many': 'answersHowMany',
  'how-much': 'answersHowMuch',
  'how-long': 'answersHowLong',
  why: 'answersWhy',
  which: 'answersWhich',
} as const satisfies Record<string, FeatureName>;
