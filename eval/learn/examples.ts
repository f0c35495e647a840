import type { Announcement } from '../../src/announcement/announcement.ts';
import { type AnswerParts, type Consideration, consider } from '../../src/search/answer.ts';
import { bestSpan } from '../../src/search/best-span.ts';
import type { Lexicon } from '../../src/search/compile-lexicon.ts';
import { prepare } from '../../src/search/prepare.ts';
import { readQuestion } from '../../src/search/question/read-question.ts';
import { answers, type LabelledAnnouncement, withoutAsks } from '../search/labelled.ts';
import { randomFrom, sample } from './random.ts';
import type { QuestionedText } from './squad.ts';

/** A question as the search sees it before weights come in, and which statements would be right. */
export interface Example {
  /** What cross-validation keeps together: an article, an announcement. */
  readonly group: string;
  readonly kind: string;
  readonly source: 'text' | 'abroad' | 'announcement' | 'asks' | 'strangers';
  readonly question: string;
  readonly consideration: Consideration;
  /** Numbers of the statements that answer. */
  readonly right: ReadonlySet<number>;
  readonly weight: number;
  /** Share of the statements with ways of asking. */
  readonly rich: number;
}

/** `source` is "abroad" where the questions are in another language than the text. */
export function examplesOfText(
  text: QuestionedText,
  lexicon: Lexicon,
  weight: number,
  source: 'text' | 'abroad' = 'text',
): Example[] {
  const parts = prepare(text.announcement, lexicon);
  return text.questions.map(({ question, kind, misspelt, answers: spans }) => {
    const right = text.announcement.statements.flatMap(({ place }, doc) => {
      const hit = spans.some(([start, end]) => place.spans.some(([s, e]) => s < end && start < e));
      return hit ? [doc] : [];
    });
    return {
      group: text.article,
      source,
      kind: misspelt ? `${kind}, misspelt` : kind,
      question,
      consideration: considered(question, parts),
      right: new Set(right),
      weight,
      rich: 0,
    };
  });
}

export function examplesOfAnnouncement(
  { announcement, questions }: LabelledAnnouncement,
  lexicon: Lexicon,
  weight: number,
  source: 'announcement' | 'asks' | 'strangers' = 'announcement',
): Example[] {
  const parts = prepare(announcement, lexicon);
  return questions.map((labelled) => {
    const consideration = considered(labelled.question, parts);
    const { view } = consideration.everything;
    const right = announcement.statements.flatMap((statement, doc) => {
      const span = bestSpan(statement, view, parts.questionReader.textReader);
      const quoted = { span, speaker: statement.speaker?.name ?? null };
      return answers(quoted, labelled, announcement.source.text) ? [doc] : [];
    });
    return {
      group: announcement.slug,
      source,
      kind: labelled.style,
      question: labelled.question,
      consideration,
      right: new Set(right),
      weight,
      rich: parts.ranking.rich,
    };
  });
}

/** A stump of a word or two is asked by few. */
const fewestWords = 3;

/**
 * Written-down ways of asking as questions about their announcement, one in four and `most` at most, from all over
 * them; the announcement itself comes without any.
 */
export function askedQuestions(announcement: Announcement, most: number): LabelledAnnouncement {
  const { statements, notSaid, source } = announcement;
  const questions = [
    ...statements.flatMap(({ id, asks, place, speaker }) => {
      const gold = place.spans.map((span) => ({
        span: source.text.slice(...span),
        speaker: speaker?.name ?? null,
      }));
      return asks.map((question) => ({ id, question, style: 'ask', gold }));
    }),
    ...notSaid.flatMap(({ about, asks }) => {
      return asks.map((question) => ({ id: about, question, style: 'not said', gold: [] }));
    }),
  ];
  const long = questions.filter(({ question }) => question.split(' ').length >= fewestWords);
  const each = Math.max(4, long.length / most);
  return {
    announcement: withoutAsks(announcement),
    questions: long.filter((_, at) => Math.floor(at / each) !== Math.floor((at - 1) / each)),
  };
}

/** Questions about other announcements, which this one does not answer. */
export function strangersTo(
  { announcement }: LabelledAnnouncement,
  sets: readonly LabelledAnnouncement[],
  count: number,
): LabelledAnnouncement {
  const others = sets.filter((set) => set.announcement.slug !== announcement.slug);
  const random = randomFrom(announcement.slug.length);
  const questions = sample(
    others.flatMap((set) => set.questions),
    count,
    random,
  );
  return { announcement, questions: questions.map((one) => ({ ...one, style: 'stranger', gold: [] })) };
}

function considered(question: string, parts: AnswerParts): Consideration {
  return consider(readQuestion(question, parts.questionReader), null, parts);
}
