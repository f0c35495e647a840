import type { Insertable, Kysely, Selectable } from 'kysely';
import type { Lesson, LessonStore, RightAnswer } from '../teaching/lesson.ts';
import type { Tables } from './tables.ts';

export interface LessonTable {
  id: string;
  server: string;
  announcement: string;
  question: string;
  /** JSON of the right answer. */
  answer: string;
  taught_by: string;
  taught_at: number;
  reverted_by: string | null;
  reverted_at: number | null;
}

/** What moderators taught, kept in the database. */
export function lessonStore(db: Kysely<Tables>): LessonStore {
  return {
    async add(lesson) {
      await db.insertInto('lesson').values(rowOf(lesson)).execute();
    },

    async find(id) {
      const row = await db.selectFrom('lesson').selectAll().where('id', '=', id).executeTakeFirst();
      return row === undefined ? null : lessonOf(row);
    },

    async inForce(server) {
      const rows = await db
        .selectFrom('lesson')
        .selectAll()
        .where('server', '=', server)
        .where('reverted_at', 'is', null)
        .orderBy('taught_at')
        .orderBy('id')
        .execute();
      return rows.map(lessonOf);
    },

    async list(server, limit) {
      const rows = await db
        .selectFrom('lesson')
        .selectAll()
        .where('server', '=', server)
        .orderBy('taught_at', 'desc')
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map(lessonOf);
    },

    async revert(server, id, by, at) {
      const { numUpdatedRows } = await db
        .updateTable('lesson')
        .set({ reverted_by: by, reverted_at: at })
        .where('server', '=', server)
        .where('id', '=', id)
        .where('reverted_at', 'is', null)
        .executeTakeFirstOrThrow();
      return numUpdatedRows > 0n;
    },
  };
}

function rowOf({
  id,
  server,
  announcement,
  question,
  answer,
  by,
  at,
  reverted,
}: Lesson): Insertable<LessonTable> {
  return {
    id,
    server,
    announcement,
    question,
    answer: JSON.stringify(answer),
    taught_by: by,
    taught_at: at,
    reverted_by: reverted?.by ?? null,
    reverted_at: reverted?.at ?? null,
  };
}

function lessonOf(row: Selectable<LessonTable>): Lesson {
  const { id, server, announcement, question, answer, taught_by: by, taught_at: at } = row;
  const { reverted_by: revertedBy, reverted_at: revertedAt } = row;
  const reverted = revertedBy === null || revertedAt === null ? null : { by: revertedBy, at: revertedAt };
  return { id, server, announcement, question, answer: JSON.parse(answer) as RightAnswer, by, at, reverted };
}
