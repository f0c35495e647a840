import type { Migration } from '../migrate.ts';

export const library: Migration = {
  name: '0003-library',
  async up(db) {
    await db.schema
      .createTable('announcement')
      .addColumn('server', 'text', (column) => column.notNull())
      .addColumn('slug', 'text', (column) => column.notNull())
      .addColumn('number', 'integer', (column) => column.notNull())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('text', 'text', (column) => column.notNull())
      .addColumn('definition', 'text', (column) => column.notNull())
      .addColumn('added_by', 'text', (column) => column.notNull())
      .addColumn('added_at', 'bigint', (column) => column.notNull())
      .addColumn('in_use', 'integer', (column) => column.notNull())
      .addPrimaryKeyConstraint('announcement_key', ['server', 'slug', 'number'])
      .execute();
    await db.schema
      .createTable('manuscript')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('server', 'text', (column) => column.notNull())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('replaces', 'text')
      .addColumn('author', 'text', (column) => column.notNull())
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addColumn('revision', 'integer', (column) => column.notNull())
      .addColumn('review', 'text', (column) => column.notNull())
      .execute();
    await db.schema
      .createIndex('manuscript_server')
      .on('manuscript')
      .columns(['server', 'created_at'])
      .execute();
  },
};
