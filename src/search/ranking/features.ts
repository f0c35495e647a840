import type { Statement } from '../../announcement/statement.ts';
import type { WrittenLikeness } from '../asks.ts';
import type { Index } from '../index/build-index.ts';
import { listAt } from '../index/lists.ts';
import { answeringBits, kindBits } from '../index/token-kinds.ts';
import type { AnswerKind } from '../language.ts';
import type { Question, QuestionTerm } from '../question/question.ts';
import { closeness, pairsOf } from './closeness.ts';
import type { Features } from './feature-names.ts';
import { createMeetings, type Meetings } from './meetings.ts';
import type { RankingParts } from './rank.ts';
import { wordForWord } from './written.ts';

/** From this strength on, a word of another language is met as exactly as a translation can be. */
const translated = 0.6;

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
  readonly weights: readonly number[];
  /** Sum of the weights, never 0. */
  readonly total: number;
  /** Its neighbouring words. */
  readonly pairs: ReturnType<typeof pairsOf>;
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
  const weights: number[] = [];
  for (const term of terms) weights.push(termWeight(term));
  const heavy = terms.flatMap(({ light }, at) => (light ? [] : [at]));
  return {
    question,
    language,
    terms,
    weights,
    total: weights.reduce((sum, weight) => sum + weight, 0) || 1,
    pairs: pairsOf(heavy, weights),
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
  const { times, heavy } = meetings.hits(doc);
  const own = meetings.own(doc);
  const frame = meetings.frame(doc);
  const label = meetings.label(doc);
  const topic = meetings.topic(doc);
  const paragraph = meetings.paragraph(doc);
  const previous = meetings.beside(doc, -1);
  const next = meetings.beside(doc, 1);
  const length = index.lengths[doc] ?? 0;
  const norm = k1 * (1 - b + (b * length) / Math.max(1, index.averageLength));
  const leans = index.leans[doc] === 1;
  const asks = view.written.ofStatements.get(doc);
  let bm25Local = 0;
  let bm25Rarity = 0;
  const exactly = question.language === view.language ? 1 : translated;
  let coverage = 0;
  let coverageWithFrame = 0;
  let exact = 0;
  let labelOnly = 0;
  let topicOnly = 0;
  let previousOnly = 0;
  let nextOnly = 0;
  let inParagraph = 0;
  let light = 0;
  let missingRarest = 0;
  let asksCovered = 0;
  let numberMissing = 0;
  let nameMissing = 0;
  for (let at = 0; at < terms.length; at++) {
    const term = terms[at];
    if (term === undefined) continue;
    const weight = (weights[at] ?? 0) / total;
    const met = own[at] ?? 0;
    const framed = Math.max(met, frame[at] ?? 0);
    const labelled = Math.max(framed, label[at] ?? 0);
    if (asks !== undefined) asksCovered += weight * Math.max(labelled, asks.met.get(term.at) ?? 0);
    const often = times[at] ?? 0;
    const saturated = met * ((often * (k1 + 1)) / (often + norm) || 0);
    const share = term.light ? 0.15 : 1;
    bm25Local += (share * saturated * term.local) / total;
    bm25Rarity += (share * saturated * term.rarity) / total;
    coverage += weight * met;
    coverageWithFrame += weight * framed;
    if (met >= exactly) exact += weight;
    if (framed < labelled) labelOnly += weight * labelled;
    if (labelled === 0) {
      const before = previous[at] ?? 0;
      topicOnly += weight * (topic[at] ?? 0);
      previousOnly += weight * before;
      if (before === 0) nextOnly += weight * (next[at] ?? 0);
      if (!term.light) missingRarest = Math.max(missingRarest, weights[at] ?? 0);
      if (term.number) numberMissing = 1;
      if (term.name) nameMissing += weight;
    }
    inParagraph += weight * Math.max(labelled, paragraph[at] ?? 0);
    if (term.light) light += met;
  }
  const { adjacent, window } = closeness(view, heavy);
  const answer = answered(view, doc);
  const closest = asks?.closest ?? 0;
  // A statement among many thousands is slow to reach.
  const speaker = view.spokenShare === 0 ? null : (view.statements[doc]?.speaker ?? null);
  // In the order of `featureNames`.
  return [
    bm25Local,
    bm25Rarity,
    coverage,
    coverageWithFrame,
    exact,
    labelOnly,
    topicOnly,
    previousOnly,
    leans ? previousOnly : 0,
    nextOnly,
    inParagraph,
    adjacent,
    window,
    light,
    missingRarest,
    answer === 'who' ? 1 : 0,
    answer === 'when' ? 1 : 0,
    answer === 'where' ? 1 : 0,
    answer === 'how-many' ? 1 : 0,
    answer === 'how-much' ? 1 : 0,
    answer === 'how-long' ? 1 : 0,
    answer === 'why' ? 1 : 0,
    answer === 'which' ? 1 : 0,
    answer === 'nothing' ? 1 : 0,
    Math.log(1 + length),
    speaker !== null && question.mentioned.some(({ id }) => id === speaker.id) ? 1 : 0,
    speaker === null ? 0 : 1,
    closest,
    asksCovered,
    closest * closest,
    asks?.votes ?? 0,
    numberMissing,
    nameMissing,
  ];
}

/** The kind of answer that a word can be which the question did not use; null where no kind is asked for. */
function answered({ question, index, meetings }: QuestionView, doc: number): AnswerKind | 'nothing' | null {
  const { kind, identified } = question;
  if (kind === null) return null;
  if (identified.length > 0) {
    const own = new Set(listAt(index.terms, doc));
    const told = identified.some(({ id }) => {
      const role = index.roles.get(id) ?? [];
      return role.length > 0 && role.filter((term) => own.has(term)).length >= role.length / 2;
    });
    return told ? 'who' : 'nothing';
  }
  const bits = answeringBits[kind];
  const { offsets, items } = index.sequence;
  const end = offsets[doc + 1] ?? 0;
  for (let at = offsets[doc] ?? 0; at < end; at += 3) {
    if (((items[at + 2] ?? 0) & bits) !== 0 && !meetings.asksFor(items[at + 1] ?? -1)) return kind;
  }
  return index.tellsNames || (bits & toldByName) === 0 ? 'nothing' : null;
}

const toldByName = kindBits.person | kindBits.name | kindBits.place;
