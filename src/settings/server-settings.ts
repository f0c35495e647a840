import { z } from 'zod';

/** `public`: everybody in the channel, unless the asker wishes otherwise. `private`: the asker alone, always. */
export type AnswersSeenBy = 'public' | 'private';

/** What one server has decided. Every field has a default, so a server that decided nothing works. */
export interface ServerSettings {
  /** Role whose holders may do what moderators do, beside those with the platform's own permission; or null. */
  readonly moderatorRole: string | null;
  /** IANA name of the zone in which times are typed and told, such as "Europe/Vienna". */
  readonly timeZone: string;
  /** Whether a bulletin needs a second moderator's approval. */
  readonly approvalRequired: boolean;
  /** Slug of the announcement that questions are about where none is named; null for the one every server begins with. */
  readonly defaultAnnouncement: string | null;
  /** Who sees answers where nothing else was decided for the channel. */
  readonly answers: AnswersSeenBy;
  /** Who sees answers in single channels, by the platform's id of the channel. */
  readonly answersIn: Readonly<Record<string, AnswersSeenBy>>;
}

/** Who changed something, and when. */
interface Change {
  /** Platform id of the person. */
  readonly by: string;
  readonly at: Date;
}

/** Where servers' settings are kept. */
export interface SettingsStore {
  settings(server: string): Promise<ServerSettings>;
  /** Sets the given ones and leaves the others alone. */
  change(server: string, changes: Partial<ServerSettings>, change: Change): Promise<void>;
}

// A value this version does not understand counts as not set: a server must not go dark over one setting.
const schema = z.object({
  moderatorRole: z.string().nullable().catch(null),
  timeZone: z.string().refine(isTimeZone).catch('UTC'),
  approvalRequired: z.boolean().catch(true),
  defaultAnnouncement: z.string().nullable().catch(null),
  answers: z.enum(['public', 'private']).catch('public'),
  answersIn: z.record(z.string(), z.enum(['public', 'private'])).catch({}),
});

/** Settings from what is stored under their names; what is missing or unreadable takes its default. */
export function readSettings(stored: Readonly<Record<string, unknown>>): ServerSettings {
  return schema.parse(stored);
}

/** Who sees the answers in a channel. */
export function answersSeenBy(
  { answers, answersIn }: Pick<ServerSettings, 'answers' | 'answersIn'>,
  channel: string,
): AnswersSeenBy {
  return Object.hasOwn(answersIn, channel) ? (answersIn[channel] ?? answers) : answers;
}

/** Whether this is the IANA name of a time zone the runtime knows. */
export function isTimeZone(name: string): boolean {
  try {
    // Offsets such as "+02:00" are accepted by Intl, but know no summer time.
    return /^[A-Za-z]/.test(name) && new Intl.DateTimeFormat('en', { timeZone: name }) !== null;
  } catch {
    return false;
  }
}
