import type { Announcement } from '../announcement/announcement.ts';
import { type QuestionReaderParts, readQuestion } from './question/read-question.ts';
import { type RankingParts, rank } from './ranking/rank.ts';
import type { Suggestion } from './search.ts';
import { fold } from './text/fold.ts';

/** What someone typing may be heading for: topics and speakers whose name begins so, then statements. */
export function suggest(
  typed: string,
  limit: number,
  announcement: Announcement,
  reader: QuestionReaderParts,
  ranking: RankingParts,
): readonly Suggestion[] {
  const begun = fold(typed.trim());
  if (begun === '') return selection(announcement).slice(0, limit);
  const speakers = speakersOf(announcement).filter(({ name, aliases }) => begins([name, ...aliases], begun));
  const topics = announcement.topics.filter(({ name }) => begins([name], begun));
  const question = readQuestion(typed, reader, true);
  const statements = rank(question, ranking).ranked.filter(
    ({ features }) => features.coverage > 0 || features.asks > 0,
  );
  return [
    ...topics.map((topic): Suggestion => ({ kind: 'topic', topic })),
    ...speakers.map((person): Suggestion => ({ kind: 'speaker', person })),
    ...statements.flatMap(({ doc }): Suggestion[] => {
      const statement = announcement.statements[doc];
      return statement === undefined ? [] : [{ kind: 'statement', statement }];
    }),
  ].slice(0, limit);
}

/** A varied selection: topics, speakers, and statements from all over the text, in turn. */
function selection(announcement: Announcement): readonly Suggestion[] {
  const { topics, statements } = announcement;
  const step = Math.max(1, Math.floor(statements.length / 8));
  const rows: Suggestion[][] = [
    topics.map((topic) => ({ kind: 'topic', topic })),
    speakersOf(announcement).map((person) => ({ kind: 'speaker', person })),
    statements.filter((_, at) => at % step === 0).map((statement) => ({ kind: 'statement', statement })),
  ];
  const mixed: Suggestion[] = [];
  for (let at = 0; rows.some((row) => at < row.length); at++) {
    for (const row of rows) {
      const one = row[at];
      if (one !== undefined) mixed.push(one);
    }
  }
  return mixed;
}

function speakersOf({ people, statements }: Announcement) {
  const speaking = new Set(statements.map(({ speaker }) => speaker?.id));
  return people.filter(({ id }) => speaking.has(id));
}

function begins(names: readonly string[], begun: string): boolean {
  return names.some((name) => fold(name).startsWith(begun) || fold(name).includes(` ${begun}`));
}
