import { LRUCache } from 'lru-cache';
import type { Announcement } from '../announcement/announcement.ts';
import { createDesk, type Shelved } from '../desk/create-desk.ts';
import type { Desk } from '../desk/desk.ts';
import { createAnswerMemory } from '../desk/remember-answers.ts';
import { KeepingError } from '../keeping-error.ts';
import type { SettingsStore } from '../settings/server-settings.ts';
import { type Lesson, type LessonStore, taught } from '../teaching/lesson.ts';
import type { Edition, LibraryStore } from './library-store.ts';
import { announcementOf } from './open-volume.ts';

export interface ServerDesksParts {
  /** The announcements that every server has, the default first; at least one. */
  readonly shipped: readonly Shelved[];
  /** Makes an announcement ready for the desk, which takes a while for a long one. */
  readonly shelve: (announcement: Announcement) => Shelved;
  readonly library: Pick<LibraryStore, 'inUse' | 'volume'>;
  readonly lessons: Pick<LessonStore, 'inForce'>;
  readonly settings: Pick<SettingsStore, 'settings'>;
  /** Told of a stored version that this program does not admit any more. */
  readonly onRefused?: (edition: Edition) => void;
  /** Told of each time that a server was served from what was last known of it, since the store could not be read. */
  readonly onUnreadable?: (error: unknown) => void;
}

/** Characters of text that stay verified, and that stay searchable. What was not used longest is made anew when asked for. */
const mostRead = 20_000_000;
const mostSearchable = 4_000_000;

/**
 * The desk each server is served from: the shipped announcements and the server's own, with what the server taught, the server's default first; null
 * is nobody's server. Whether anything has changed is asked of the store each time, so a change counts at once,
 * whoever made it. While the store cannot be read, a server is served from what was last known of it; of one that has
 * not asked before nobody knows what it put into use, so then it rejects with the store's error.
 */
export function createServerDesks({
  shipped,
  shelve,
  library,
  lessons,
  settings,
  onRefused = () => {},
  onUnreadable = () => {},
}: ServerDesksParts): (server: string | null) => Promise<Desk> {
  const remembered = createAnswerMemory();
  const everywhere = remembered(createDesk(shipped));
  const desks = new LRUCache<string, { readonly key: string; readonly desk: Desk }>({ max: 1_000 });
  /** Servers that have nothing of their own, as far as was last known. */
  const plain = new LRUCache<string, true>({ max: 100_000 });
  const read = new LRUCache<string, Announcement>({
    maxSize: mostRead,
    sizeCalculation: ({ source }) => source.text.length + 1_000,
  });
  const searchable = new LRUCache<string, Shelved>({
    maxSize: mostSearchable,
    sizeCalculation: ({ announcement }) => announcement.source.text.length + 1_000,
  });

  async function readEdition(edition: Edition): Promise<Announcement | null> {
    const { server, slug, number, name } = edition;
    const key = JSON.stringify([server, slug, number, name]);
    const known = read.get(key);
    if (known !== undefined) return known;
    const volume = await library.volume(server, slug, number);
    const announcement = volume === null ? null : announcementOf({ ...volume, name });
    if (announcement === null) onRefused(edition);
    else read.set(key, announcement);
    // Verifying takes its time: others get theirs in between.
    await new Promise((resolve) => setImmediate(resolve));
    return announcement;
  }

  /** Searchable from the first time somebody asks about it. */
  function lazily(server: string, announcement: Announcement, learnt: readonly Lesson[]): Shelved {
    const { slug, version, edition } = announcement;
    const about = learnt.filter((lesson) => lesson.announcement === slug).map(({ id }) => id);
    const key = JSON.stringify([server, slug, version, edition, about]);
    const made = () => {
      const known = searchable.get(key);
      if (known !== undefined) return known;
      const shelved = shelve(announcement);
      searchable.set(key, shelved);
      return shelved;
    };
    return {
      announcement,
      get search() {
        return made().search;
      },
      get check() {
        return made().check;
      },
    };
  }

  const lastKnown = (server: string) => (plain.has(server) ? everywhere : (desks.get(server)?.desk ?? null));

  return async (server) => {
    if (server === null) return everywhere;
    try {
      return await present(server);
    } catch (error) {
      const known = error instanceof KeepingError ? lastKnown(server) : null;
      if (known === null) throw error;
      onUnreadable(error);
      return known;
    }
  };

  async function present(server: string): Promise<Desk> {
    const [editions, learnt, { defaultAnnouncement }] = await Promise.all([
      library.inUse(server),
      lessons.inForce(server),
      settings.settings(server),
    ]);
    if (editions.length === 0 && learnt.length === 0 && defaultAnnouncement === null) {
      plain.set(server, true);
      return everywhere;
    }
    plain.delete(server);
    const key = JSON.stringify([editions, learnt.map(({ id }) => id), defaultAnnouncement]);
    const known = desks.get(server);
    if (known?.key === key) return known.desk;
    const own: Shelved[] = [];
    for (const edition of editions) {
      const announcement = await readEdition(edition);
      if (announcement !== null) own.push(lazily(server, taught(announcement, learnt), learnt));
    }
    const common = shipped.map((one) => {
      const announcement = taught(one.announcement, learnt);
      return announcement === one.announcement ? one : lazily(server, announcement, learnt);
    });
    const all = [...common, ...own];
    const first = all.filter(({ announcement }) => announcement.slug === defaultAnnouncement);
    const desk = remembered(createDesk([...first, ...all.filter((one) => !first.includes(one))]));
    desks.set(server, { key, desk });
    return desk;
  }
}
