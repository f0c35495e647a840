import type { Announcement, TaughtAsk } from '../announcement/announcement.ts';
import type { Statement } from '../announcement/statement.ts';
import type { AnswerParts } from './answer.ts';
import { createAsks } from './asks.ts';
import { bestSpan } from './best-span.ts';
import { type Match, matchesOf, type Outcome } from './outcome.ts';
import type { Question } from './question/question.ts';
import { type QuestionReaderParts, readAskedWords, readQuestion } from './question/read-question.ts';
import { viewQuestion } from './ranking/features.ts';

/**
 * From this likeness on, a question is the one that was taught: the same words but for spelling, forms, order, synonyms
 * and words of asking. A question that differs in what it asks about stays below.
 */
const same = 0.8;

/** The lesson that a question repeats, with the likeness of the two; null where there is none. */
type FindLesson = (question: Question) => { readonly lesson: TaughtAsk; readonly likeness: number } | null;

export function createLessonFinder({ taught }: Announcement, parts: QuestionReaderParts): FindLesson {
  if (taught.length === 0) return () => null;
  const read = taught.map(({ question }) => readQuestion(question, parts));
  const asks = createAsks(
    taught.map(({ question }) => [question]),
    [],
    (ask) => readAskedWords(ask, parts),
  );
  return (question) => {
    let best: ReturnType<FindLesson> = null;
    for (const [at, { closest: likeness }] of asks.likeness(question).ofStatements) {
      const [lesson, asked] = [taught[at], read[at]];
      if (lesson === undefined || asked === undefined || likeness < same) continue;
      if (likeness > (best?.likeness ?? 0) && sameMatter(question, asked)) best = { lesson, likeness };
    }
    return best;
  };
}

/** Among many words one number or one person more or less makes another question. */
function sameMatter(one: Question, other: Question): boolean {
  const matter = ({ terms, speakers, unknownSpeaker }: Question) =>
    JSON.stringify([
      terms
        .filter(({ number }) => number)
        .map(({ word }) => word)
        .sort(),
      (speakers ?? []).map(({ id }) => id).sort(),
      unknownSpeaker?.toLowerCase() ?? null,
    ]);
  return matter(one) === matter(other);
}

/**
 * What a lesson makes of an outcome found without it. `speaker` is the person whose words alone are wanted, or null:
 * somebody else's words are no answer then, whatever was taught.
 */
export function settle(
  outcome: Outcome,
  question: Question,
  { lesson, likeness }: NonNullable<ReturnType<FindLesson>>,
  speaker: Statement['speaker'],
  { announcement, questionReader, ranking }: AnswerParts,
): Outcome {
  const found = matchesOf(outcome);
  if (lesson.statement === null) return { kind: 'not-said', about: lesson.about, nearest: found };
  const statement = announcement.statements.find(({ id }) => id === lesson.statement);
  if (statement === undefined || (speaker !== null && statement.speaker?.id !== speaker.id)) return outcome;
  const view = viewQuestion(question, ranking);
  const span = bestSpan(statement, view, questionReader.textReader);
  const best: Match = { statement, span, confidence: likeness, because: [] };
  return { kind: 'quote', best, others: found.filter((match) => match.statement !== statement) };
}
