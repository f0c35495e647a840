import type { BulletinLogTable, BulletinTable } from './bulletins.ts';
import type { LessonTable } from './lessons.ts';
import type { AnnouncementTable, ManuscriptTable } from './library.ts';
import type { SettingTable } from './settings.ts';

/**
 * All tables, each described beside its queries. Columns are text, or whole numbers that a double holds:
 * instants are milliseconds since 1970 in UTC, flags 0 or 1, platform ids text, structures JSON in text.
 */
export interface Tables {
  setting: SettingTable;
  bulletin: BulletinTable;
  bulletin_log: BulletinLogTable;
  announcement: AnnouncementTable;
  manuscript: ManuscriptTable;
  lesson: LessonTable;
}
