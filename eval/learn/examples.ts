import { type AnswerParts, type Consideration, consider } from '../../src/search/answer.ts';
import { bestSpan } from '../../src/search/best-span.ts';
import type { Lexicon } from '../../src/search/compile-lexicon.ts';
import { prepare } from '../../src/search/prepare.ts';
import { readQuestion } from '../../src/search/question/read-question.ts';
import { answers, type LabelledAnnouncement } from '../search/labelled.ts';
import type { QuestionedText } from './squad.ts';

/** A question as the search sees it before weights come in, and which statements would be right. */
export interface Example {
  /** What cross-validation keeps together: an article, an announcement. */
  readonly group: string;
  readonly kind: string;
  readonly source: 'text' | 'announcement';
  readonly question: string;
  readonly consideration: Consideration;
  /** Numbers of the statements that answer. */
  readonly right: ReadonlySet<number>;
  readonly weight: number;
  /** Share of the statements with ways of asking. */
  readonly rich: number;
}

export function examplesOfText(text: QuestionedText, lexicon: Lexicon, weight: number): Example[] {
  const parts = prepare(text.announcement, lexicon);
  return text.questions.map(({ question, kind, misspelt, answers: spans }) => {
    const right = text.announcement.statements.flatMap(({ place }, doc) => {
      const hit = spans.some(([start, end]) => place.spans.some(([s, e]) => s < end && start < e));
      return hit ? [doc] : [];
    });
    return {
      group: text.article,
      source: 'text',
      kind: misspelt ? `${kind}, misspelt` : kind,
      question,
      consideration: considered(question, parts),
      right: new Set(right),
      weight: kind === 'adversarial' ? weight * 0.25 : weight,
      rich: 0,
    };
  });
}

export function examplesOfAnnouncement(
  { announcement, questions }: LabelledAnnouncement,
  lexicon: Lexicon,
  weight: number,
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
      source: 'announcement',
      kind: labelled.style,
      question: labelled.question,
      consideration,
      right: new Set(right),
      weight,
      rich: parts.ranking.rich,
    };
  });
}

function considered(question: string, parts: AnswerParts): Consideration {
  return consider(readQuestion(question, parts.questionReader), null, parts);
}
