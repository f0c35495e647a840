import type { Migration } from '../migrate.ts';
import { settings } from './0001-settings.ts';
import { bulletins } from './0002-bulletins.ts';
import { library } from './0003-library.ts';
import { lessons } from './0004-lessons.ts';

/**
 * Every step from an empty database to today's, in the order of their names.
 * A step that has been released is never changed or removed: write the next one.
 */
export const migrations: readonly Migration[] = [settings, bulletins, library, lessons];
