import type { Migration } from '../migrate.ts';

export const lessons: Migration = {
  name: '0004-lessons',
  async up(db) {
    await db.schema
      .createTable('lesson')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('server', 'text', (column) => column.notNull())
      .addColumn('announcement', 'text', (column) => column.notNull())
      .addColumn('question', 'text', (column) => column.notNull())
      .addColumn('answer', 'text', (column) => column.notNull())
      .addColumn('taught_by', 'text', (column) => column.notNull())
      .addColumn('taught_at', 'bigint', (column) => column.notNull())
      .addColumn('reverted_by', 'text')
      .addColumn('reverted_at', 'bigint')
      .execute();
    await db.schema.createIndex('lesson_server').on('lesson').columns(['server', 'taught_at']).execute();
  },
};
