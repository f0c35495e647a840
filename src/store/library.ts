import type { Insertable, Kysely, Selectable } from 'kysely';
import type { Draft } from '../announcement/draft.ts';
import type { Edition, LibraryStore, Manuscript, Volume } from '../library/library-store.ts';
import type { Review } from '../library/review.ts';
import type { Tables } from './tables.ts';

/** Every version of every announcement a server has had. */
export interface AnnouncementTable {
  server: string;
  slug: string;
  number: number;
  name: string;
  text: string;
  /** JSON of the definition. */
  definition: string;
  added_by: string;
  added_at: number;
  in_use: 0 | 1;
}

/** A text under review. */
export interface ManuscriptTable {
  id: string;
  server: string;
  name: string;
  replaces: string | null;
  author: string;
  created_at: number;
  revision: number;
  /** JSON of the review. */
  review: string;
}

const told = ['server', 'slug', 'number', 'name', 'added_by', 'added_at'] as const;

/** Servers' announcements, kept in the database; putting one into use is one transaction. */
export function libraryStore(db: Kysely<Tables>): LibraryStore {
  return {
    async inUse(server) {
      const rows = await db
        .selectFrom('announcement')
        .select(told)
        .where('server', '=', server)
        .where('in_use', '=', 1)
        .orderBy('added_at')
        .orderBy('slug')
        .execute();
      return rows.map(editionOf);
    },

    async editions(server, slug) {
      const rows = await db
        .selectFrom('announcement')
        .select(told)
        .where('server', '=', server)
        .where('slug', '=', slug)
        .orderBy('number', 'desc')
        .execute();
      return rows.map(editionOf);
    },

    async volume(server, slug, number) {
      const row = await db
        .selectFrom('announcement')
        .selectAll()
        .where('server', '=', server)
        .where('slug', '=', slug)
        .where('number', '=', number)
        .executeTakeFirst();
      return row === undefined ? null : volumeOf(row);
    },

    async use({ server, slug, name, text, definition, addedBy, addedAt }, { id, revision }) {
      return db.transaction().execute(async (transaction) => {
        const { numDeletedRows } = await transaction
          .deleteFrom('manuscript')
          .where('id', '=', id)
          .where('revision', '=', revision)
          .executeTakeFirstOrThrow();
        if (numDeletedRows === 0n) return null;
        const latest = await transaction
          .selectFrom('announcement')
          .select('number')
          .where('server', '=', server)
          .where('slug', '=', slug)
          .orderBy('number', 'desc')
          .limit(1)
          .executeTakeFirst();
        const number = (latest?.number ?? 0) + 1;
        await transaction
          .updateTable('announcement')
          .set({ in_use: 0 })
          .where('server', '=', server)
          .where('slug', '=', slug)
          .execute();
        await transaction
          .insertInto('announcement')
          .values({
            server,
            slug,
            number,
            name,
            text,
            definition: JSON.stringify(definition),
            added_by: addedBy,
            added_at: addedAt,
            in_use: 1,
          })
          .execute();
        return number;
      });
    },

    async rename(server, slug, name) {
      const { numUpdatedRows } = await db
        .updateTable('announcement')
        .set({ name })
        .where('server', '=', server)
        .where('slug', '=', slug)
        .where('in_use', '=', 1)
        .executeTakeFirstOrThrow();
      return numUpdatedRows > 0n;
    },

    async retire(server, slug) {
      const { numUpdatedRows } = await db
        .updateTable('announcement')
        .set({ in_use: 0 })
        .where('server', '=', server)
        .where('slug', '=', slug)
        .where('in_use', '=', 1)
        .executeTakeFirstOrThrow();
      return numUpdatedRows > 0n;
    },

    async addManuscript(manuscript) {
      await db.insertInto('manuscript').values(rowOf(manuscript)).execute();
    },

    async manuscript(id) {
      const row = await db.selectFrom('manuscript').selectAll().where('id', '=', id).executeTakeFirst();
      return row === undefined ? null : manuscriptOf(row);
    },

    async manuscripts(server) {
      const rows = await db
        .selectFrom('manuscript')
        .selectAll()
        .where('server', '=', server)
        .orderBy('created_at', 'desc')
        .orderBy('id')
        .execute();
      return rows.map(manuscriptOf);
    },

    async replaceManuscript(next) {
      const { id, ...changes } = rowOf(next);
      const { numUpdatedRows } = await db
        .updateTable('manuscript')
        .set(changes)
        .where('id', '=', id)
        .where('revision', '=', next.revision - 1)
        .executeTakeFirstOrThrow();
      return numUpdatedRows > 0n;
    },

    async removeManuscript(id) {
      const { numDeletedRows } = await db
        .deleteFrom('manuscript')
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
      return numDeletedRows > 0n;
    },
  };
}

function editionOf(row: Pick<Selectable<AnnouncementTable>, (typeof told)[number]>): Edition {
  const { server, slug, number, name, added_by: addedBy, added_at: addedAt } = row;
  return { server, slug, number, name, addedBy, addedAt };
}

// JSON was written from the types it is read as; what comes of it is verified against the text before it is served.
function volumeOf(row: Selectable<AnnouncementTable>): Volume {
  return {
    ...editionOf(row),
    text: row.text,
    definition: JSON.parse(row.definition) as Draft['definition'],
  };
}

function rowOf(manuscript: Manuscript): Insertable<ManuscriptTable> {
  const { id, server, name, replaces, author, createdAt, revision, review } = manuscript;
  return {
    id,
    server,
    name,
    replaces,
    author,
    created_at: createdAt,
    revision,
    review: JSON.stringify(review),
  };
}

function manuscriptOf({ created_at: createdAt, review, ...row }: Selectable<ManuscriptTable>): Manuscript {
  return { ...row, createdAt, review: JSON.parse(review) as Review };
}
