import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type Kysely, sql } from 'kysely';
import type { BulletinStore } from '../bulletins/bulletin-store.ts';
import type { LibraryStore } from '../library/library-store.ts';
import type { PersonalData } from '../privacy/personal-data.ts';
import type { SettingsStore } from '../settings/server-settings.ts';
import type { LessonStore } from '../teaching/lesson.ts';
import { backUp } from './back-up.ts';
import { bulletinStore } from './bulletins.ts';
import { type Connection, connect, type Place, type StoredPlace } from './connection.ts';
import { lessonStore } from './lessons.ts';
import { libraryStore } from './library.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations/index.ts';
import { personalData } from './personal-data.ts';
import { remembering } from './remember.ts';
import { settingsStore } from './settings.ts';
import { StoreError } from './store-error.ts';
import type { Tables } from './tables.ts';

/** Everything that must survive a restart, a part for each subject. */
export interface Store {
  readonly settings: SettingsStore;
  readonly bulletins: BulletinStore;
  readonly library: LibraryStore;
  readonly lessons: LessonStore;
  readonly personalData: PersonalData;
  /** Ends the connection; nothing may be asked of the store afterwards. */
  close(): Promise<void>;
}

/**
 * Opens the store, making or upgrading the database where needed. An existing file is checked for damage, and copied
 * beside itself before an upgrade (`<file>.before-upgrade-from-<step>`, encrypted like the original).
 * Throws a StoreError that says what to do when the file cannot be used.
 */
export async function openStore(place: Place): Promise<Store> {
  if (place.kind === 'file') {
    await mkdir(dirname(place.file), { recursive: true, mode: 0o700 }).catch((cause) => {
      throw unreadable(place, cause);
    });
  }
  const connection = await connect<Tables>(place).catch((cause) => {
    throw unreadable(place, cause);
  });
  const { db } = connection;
  try {
    await checkIntegrity(db, place);
    await migrate(db as unknown as Kysely<unknown>, migrations, async (last) => {
      if (place.kind === 'file') await backUp(db, `${place.file}.before-upgrade-from-${last}`);
    });
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return storeOver(connection);
}

/** A store over an open database that has all its tables. */
export function storeOver({ db, revision }: Connection<Tables>): Store {
  const settings = settingsStore(db);
  const library = libraryStore(db);
  const lessons = lessonStore(db);
  return {
    settings: { ...settings, settings: remembering(settings.settings, revision) },
    bulletins: bulletinStore(db),
    library: { ...library, inUse: remembering(library.inUse, revision) },
    lessons: { ...lessons, inForce: remembering(lessons.inForce, revision) },
    personalData: personalData(db),
    async close() {
      // Folds the log into the file, so that the one file is the whole.
      await sql`pragma wal_checkpoint(truncate)`.execute(db);
      await db.destroy();
    },
  };
}

/**
 * Copies the database of a bot, which may be running, to another file; checked for damage first. Throws a StoreError
 * that says what to do when there is none or it cannot be used.
 */
export async function backUpStore(place: StoredPlace, to: string): Promise<void> {
  if (!existsSync(place.file)) throw new StoreError(`There is no database ${place.file}. Check DATA_DIR.`);
  const { db } = await connect<Tables>(place).catch((cause) => {
    throw unreadable(place, cause);
  });
  try {
    await checkIntegrity(db, place);
    await backUp(db, to);
  } finally {
    await db.destroy();
  }
}

async function checkIntegrity(db: Kysely<Tables>, place: Place): Promise<void> {
  const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check`
    .execute(db)
    .catch((cause) => {
      throw unreadable(place, cause);
    });
  const damage = rows.map((row) => row.integrity_check).filter((line) => line !== 'ok');
  if (damage.length > 0) throw damaged(place, damage.slice(0, 3).join('; '));
}

function unreadable(place: Place, cause: unknown): StoreError {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  if (code.startsWith('SQLITE_CORRUPT')) return damaged(place, String(cause));
  const advice =
    code === 'SQLITE_NOTADB'
      ? 'cannot be read. Either DATABASE_KEY is not the key it was made with (a database made without one stays without one), or the file is not a database.'
      : 'cannot be opened. Check that its folder exists, may be written to and has space.';
  return new StoreError(`The database ${named(place)} ${advice}`, { cause });
}

function damaged(place: Place, how: string): StoreError {
  return new StoreError(
    `The database ${named(place)} is damaged (${how}). Move it away and put a backup in its place.`,
  );
}

function named(place: Place): string {
  return place.kind === 'file' ? place.file : 'in memory';
}
