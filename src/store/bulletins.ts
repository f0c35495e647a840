import type { Insertable, Kysely, Selectable } from 'kysely';
import type { Bulletin, BulletinState, LogEntry } from '../bulletins/bulletin.ts';
import type { BulletinStore } from '../bulletins/bulletin-store.ts';
import { bulletinSchema } from './bulletin-schema.ts';
import type { Tables } from './tables.ts';

/** What bulletins are searched by stands in columns; the whole stands in `body`. */
export interface BulletinTable {
  id: string;
  server: string;
  state: BulletinState;
  /** Id of the bulletin this one amends. */
  amended: string | null;
  wake_at: number | null;
  created_at: number;
  revision: number;
  /** JSON of the Bulletin. */
  body: string;
}

/** One line of history; `line` tells several of one change apart. */
export interface BulletinLogTable {
  bulletin: string;
  revision: number;
  line: number;
  at: number;
  by: string | null;
  from_state: BulletinState | null;
  to_state: BulletinState;
  action: string;
  note: string | null;
}

/** Bulletins kept in the database; a change and its line in the history are one transaction. */
export function bulletinStore(db: Kysely<Tables>): BulletinStore {
  return {
    async add(bulletin, entry) {
      await db.transaction().execute(async (transaction) => {
        await transaction.insertInto('bulletin').values(rowOf(bulletin)).execute();
        await transaction
          .insertInto('bulletin_log')
          .values(logRow(bulletin, entry, 0))
          .execute();
      });
    },

    async find(id) {
      const row = await db.selectFrom('bulletin').select('body').where('id', '=', id).executeTakeFirst();
      return row === undefined ? null : bulletinOf(row);
    },

    async list(server, states, limit) {
      const rows = await db
        .selectFrom('bulletin')
        .select('body')
        .where('server', '=', server)
        .where('state', 'in', [...states])
        .orderBy('created_at', 'desc')
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map(bulletinOf);
    },

    async amendments(bulletin) {
      const rows = await db
        .selectFrom('bulletin')
        .select('body')
        .where('amended', '=', bulletin)
        .orderBy('created_at', 'desc')
        .orderBy('id')
        .execute();
      return rows.map(bulletinOf);
    },

    async due(at, limit) {
      const rows = await db
        .selectFrom('bulletin')
        .select('body')
        .where('wake_at', '<=', at)
        .orderBy('wake_at')
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map(bulletinOf);
    },

    async counts() {
      const rows = await db
        .selectFrom('bulletin')
        .select(['state', ({ fn }) => fn.countAll<number>().as('count')])
        .groupBy('state')
        .execute();
      return new Map(rows.map(({ state, count }) => [state, Number(count)]));
    },

    async replace(next, entries) {
      return db.transaction().execute(async (transaction) => {
        const { id, ...changes } = rowOf(next);
        const { numUpdatedRows } = await transaction
          .updateTable('bulletin')
          .set(changes)
          .where('id', '=', id)
          .where('revision', '=', next.revision - 1)
          .executeTakeFirstOrThrow();
        if (numUpdatedRows === 0n) return false;
        const lines = entries.map((entry, line) => logRow(next, entry, line));
        if (lines.length > 0) await transaction.insertInto('bulletin_log').values(lines).execute();
        return true;
      });
    },

    async log(id) {
      const rows = await db
        .selectFrom('bulletin_log')
        .selectAll()
        .where('bulletin', '=', id)
        .orderBy('revision')
        .orderBy('line')
        .execute();
      return rows.map(entryOf);
    },
  };
}

function rowOf(bulletin: Bulletin): Insertable<BulletinTable> {
  return {
    id: bulletin.id,
    server: bulletin.server,
    state: bulletin.state,
    amended: bulletin.amends?.bulletin ?? null,
    wake_at: bulletin.wakeAt,
    created_at: bulletin.createdAt,
    revision: bulletin.revision,
    body: JSON.stringify(bulletin),
  };
}

function bulletinOf({ body }: { readonly body: string }): Bulletin {
  return bulletinSchema.parse(JSON.parse(body));
}

function logRow(
  { id, revision }: Bulletin,
  { at, by, from, to, action, note }: LogEntry,
  line: number,
): Insertable<BulletinLogTable> {
  return { bulletin: id, revision, line, at, by, from_state: from, to_state: to, action, note };
}

function entryOf(row: Selectable<BulletinLogTable>): LogEntry {
  const { bulletin, at, by, from_state: from, to_state: to, action, note } = row;
  return { bulletin, at, by, from, to, action, note };
}
