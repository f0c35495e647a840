import { rename, rm } from 'node:fs/promises';
import { type Kysely, sql } from 'kysely';

/**
 * Copies the database beside itself, encrypted like the original, while others may go on using it.
 * Resolves to the copy's path, which exists only once it is whole.
 */
export async function backUp<Tables>(db: Kysely<Tables>, file: string, last: string): Promise<string> {
  const backup = `${file}.before-upgrade-from-${last}`;
  const unfinished = `${backup}.${process.pid}.unfinished`;
  await rm(unfinished, { force: true });
  await sql`vacuum into ${unfinished}`.execute(db);
  await rename(unfinished, backup);
  return backup;
}
