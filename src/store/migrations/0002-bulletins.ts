import type { Migration } from '../migrate.ts';

export const bulletins: Migration = {
  name: '0002-bulletins',
  async up(db) {
    await db.schema
      .createTable('bulletin')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('server', 'text', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('amended', 'text')
      .addColumn('wake_at', 'bigint')
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addColumn('revision', 'integer', (column) => column.notNull())
      .addColumn('body', 'text', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('bulletin_wake').on('bulletin').columns(['wake_at']).execute();
    await db.schema.createIndex('bulletin_server').on('bulletin').columns(['server', 'created_at']).execute();
    await db.schema.createIndex('bulletin_amended').on('bulletin').columns(['amended']).execute();
    await db.schema
      .createTable('bulletin_log')
      .addColumn('bulletin', 'text', (column) => column.notNull().references('bulletin.id'))
      .addColumn('revision', 'integer', (column) => column.notNull())
      .addColumn('line', 'integer', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('by', 'text')
      .addColumn('from_state', 'text')
      .addColumn('to_state', 'text', (column) => column.notNull())
      .addColumn('action', 'text', (column) => column.notNull())
      .addColumn('note', 'text')
      .addPrimaryKeyConstraint('bulletin_log_key', ['bulletin', 'revision', 'line'])
      .execute();
  },
};
