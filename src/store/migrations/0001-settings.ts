import type { Migration } from '../migrate.ts';

export const settings: Migration = {
  name: '0001-settings',
  async up(db) {
    await db.schema
      .createTable('setting')
      .addColumn('server', 'text', (column) => column.notNull())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('value', 'text', (column) => column.notNull())
      .addColumn('changed_by', 'text', (column) => column.notNull())
      .addColumn('changed_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('setting_key', ['server', 'name'])
      .execute();
  },
};
