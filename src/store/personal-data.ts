import type { Kysely } from 'kysely';
import type { Bulletin } from '../bulletins/bulletin.ts';
import { erasedPerson, type PersonalData, type Trace } from '../privacy/personal-data.ts';
import { bulletinSchema } from './bulletin-schema.ts';
import type { Tables } from './tables.ts';

/** Finds a person in every table that holds ids of people, and takes them out. */
export function personalData(db: Kysely<Tables>): PersonalData {
  return {
    async about(person) {
      const [settings, announcements, manuscripts, taught, reverted, bulletins, history] = [
        await db.selectFrom('setting').selectAll().where('changed_by', '=', person).execute(),
        await db.selectFrom('announcement').selectAll().where('added_by', '=', person).execute(),
        await db.selectFrom('manuscript').selectAll().where('author', '=', person).execute(),
        await db.selectFrom('lesson').selectAll().where('taught_by', '=', person).execute(),
        await db.selectFrom('lesson').selectAll().where('reverted_by', '=', person).execute(),
        await bulletinsOf(db, person),
        await db
          .selectFrom('bulletin_log')
          .innerJoin('bulletin', 'bulletin.id', 'bulletin_log.bulletin')
          .select(['bulletin.server', 'bulletin_log.action', 'bulletin_log.at', 'bulletin_log.note'])
          .where('bulletin_log.by', '=', person)
          .execute(),
      ];
      const traces: readonly Trace[] = [
        ...settings.map((row) =>
          trace(row.server, 'setting', 'changed it', row.changed_at, `${row.name}: ${row.value}`),
        ),
        ...announcements.map((row) =>
          trace(row.server, 'announcement', 'put it into use', row.added_at, row.name),
        ),
        ...manuscripts.map((row) =>
          trace(row.server, 'text under review', 'brought it', row.created_at, row.name),
        ),
        ...taught.map((row) => trace(row.server, 'correction', 'taught it', row.taught_at, row.question)),
        ...reverted.map((row) =>
          trace(row.server, 'correction', 'took it back', row.reverted_at ?? 0, row.question),
        ),
        ...bulletins.map((one) =>
          one.author === person
            ? trace(one.server, 'bulletin', 'wrote it', one.createdAt, one.text)
            : trace(one.server, 'bulletin', 'approved it', one.approval?.at ?? 0, one.text),
        ),
        ...history.map((row) => trace(row.server, 'bulletin history', row.action, row.at, row.note ?? '')),
      ];
      return traces;
    },

    async erase(person) {
      return db.transaction().execute(async (transaction) => {
        const bulletins = await bulletinsOf(transaction, person);
        const open = bulletins.filter(
          ({ state, wakeAt }) => !['published', 'cancelled'].includes(state) || wakeAt !== null,
        );
        if (open.length > 0) return { kind: 'under-way', bulletins: open.map(({ id }) => id) };
        let traces = bulletins.length;
        for (const bulletin of bulletins) {
          await transaction
            .updateTable('bulletin')
            .set({ body: JSON.stringify(without(person, bulletin)) })
            .where('id', '=', bulletin.id)
            .execute();
        }
        for (const [table, column] of [
          ['setting', 'changed_by'],
          ['announcement', 'added_by'],
          ['manuscript', 'author'],
          ['lesson', 'taught_by'],
          ['lesson', 'reverted_by'],
          ['bulletin_log', 'by'],
        ] as const) {
          const { ref, table: into } = transaction.dynamic;
          const { numUpdatedRows } = await transaction
            .updateTable(into(table).as(table))
            .set({ [column]: erasedPerson })
            .where(ref(column), '=', person)
            .executeTakeFirstOrThrow();
          traces += Number(numUpdatedRows);
        }
        return { kind: 'erased', traces };
      });
    },
  };
}

function trace(server: string, what: Trace['what'], as: string, at: number, content: string): Trace {
  return { server, what, as, at, content };
}

/** Bulletins that name a person. Their ids are digits, which in JSON stand between quotation marks. */
async function bulletinsOf(db: Kysely<Tables>, person: string): Promise<readonly Bulletin[]> {
  const rows = await db
    .selectFrom('bulletin')
    .select('body')
    .where('body', 'like', `%"${person}"%`)
    .execute();
  return rows
    .map(({ body }) => bulletinSchema.parse(JSON.parse(body)))
    .filter((bulletin) => JSON.stringify(without(person, bulletin)) !== JSON.stringify(bulletin));
}

function without(person: string, bulletin: Bulletin): Bulletin {
  const { author, approval, problem } = bulletin;
  return {
    ...bulletin,
    author: author === person ? erasedPerson : author,
    approval: approval?.by === person ? { ...approval, by: erasedPerson } : approval,
    problem:
      problem?.kind === 'rights-lost' && problem.person === person
        ? { ...problem, person: erasedPerson }
        : problem,
  };
}
