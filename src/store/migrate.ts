import type { Kysely } from 'kysely';
import { StoreError } from './store-error.ts';

/** One step of the database's shape. */
export interface Migration {
  /** Unique; steps are told apart by it for ever. */
  readonly name: string;
  up(db: Kysely<unknown>): Promise<void>;
}

interface StepTable {
  schema_step: { name: string; done_at: number };
}

/**
 * Takes the steps this database has not been through, in order, each in a transaction of its own (Kysely's migrator
 * takes all of them outside any on SQLite). `beforeUpgrade` is called once, before the first step that changes a
 * database which has been through others. Throws a StoreError when a newer version made the database, or when a step fails.
 */
export async function migrate(
  database: Kysely<unknown>,
  migrations: readonly Migration[],
  beforeUpgrade: (last: string) => Promise<void>,
): Promise<void> {
  const db = database as Kysely<StepTable>;
  await db.schema
    .createTable('schema_step')
    .ifNotExists()
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('done_at', 'bigint', (column) => column.notNull())
    .execute();
  const done = await stepsDone(db);
  const unknown = done.filter((name) => migrations.every((known) => known.name !== name));
  if (unknown.length > 0) {
    throw new StoreError(
      `The database was made by a newer version of this program (it has been through "${unknown.join('", "')}"). Nothing was changed. Start that newer version, or restore the backup made at its upgrade.`,
    );
  }
  const last = done.at(-1);
  if (last !== undefined && done.length < migrations.length) await beforeUpgrade(last);
  for (const migration of migrations) await takeStep(db, migration);
}

async function takeStep(db: Kysely<StepTable>, { name, up }: Migration): Promise<void> {
  try {
    await db.transaction().execute(async (transaction) => {
      // Asked again inside: another process may have taken the step while this one waited for its turn.
      if ((await stepsDone(transaction)).includes(name)) return;
      await up(transaction as unknown as Kysely<unknown>);
      await transaction.insertInto('schema_step').values({ name, done_at: Date.now() }).execute();
    });
  } catch (cause) {
    throw new StoreError(`The database could not take the step "${name}". It is as it was before.`, {
      cause,
    });
  }
}

/** Names of the steps this database has been through, in order. */
async function stepsDone(db: Kysely<StepTable>): Promise<readonly string[]> {
  const rows = await db.selectFrom('schema_step').select('name').orderBy('name').execute();
  return rows.map(({ name }) => name);
}
