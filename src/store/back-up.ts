import { rename, rm } from 'node:fs/promises';
import { type Kysely, sql } from 'kysely';

/**
 * Copies the database to another file, encrypted like the original, while others may go on using it. The file exists
 * only once it is whole; one that was there before is replaced then. Resolves to the file's path.
 */
export async function backUp<Tables>(db: Kysely<Tables>, to: string): Promise<string> {
  const unfinished = `${to}.${process.pid}.unfinished`;
  await rm(unfinished, { force: true });
  await sql`vacuum into ${unfinished}`.execute(db);
  await rename(unfinished, to);
  return to;
}
