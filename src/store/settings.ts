import type { Kysely } from 'kysely';
import { readSettings, type SettingsStore } from '../settings/server-settings.ts';
import type { Tables } from './tables.ts';

/** One row for each setting a server has changed, so that two people changing two things do not collide. */
export interface SettingTable {
  server: string;
  name: string;
  /** JSON. */
  value: string;
  changed_by: string;
  changed_at: number;
}

/** A server's settings, kept in the database. */
export function settingsStore(db: Kysely<Tables>): SettingsStore {
  return {
    async settings(server) {
      const rows = await db
        .selectFrom('setting')
        .select(['name', 'value'])
        .where('server', '=', server)
        .execute();
      return readSettings(Object.fromEntries(rows.map(({ name, value }) => [name, JSON.parse(value)])));
    },

    async change(server, changes, { by, at }) {
      const rows = Object.entries(changes).map(([name, value]) => ({
        server,
        name,
        value: JSON.stringify(value),
        changed_by: by,
        changed_at: at.getTime(),
      }));
      if (rows.length === 0) return;
      await db
        .insertInto('setting')
        .values(rows)
        .onConflict((conflict) =>
          conflict.columns(['server', 'name']).doUpdateSet((row) => ({
            value: row.ref('excluded.value'),
            changed_by: row.ref('excluded.changed_by'),
            changed_at: row.ref('excluded.changed_at'),
          })),
        )
        .execute();
    },
  };
}
