import { LRUCache } from 'lru-cache';
import type { Announcement } from '../announcement/announcement.ts';
import { createDesk, type Shelved } from '../desk/create-desk.ts';
import type { Desk } from '../desk/desk.ts';
import type { SettingsStore } from '../settings/server-settings.ts';
import type { Edition, LibraryStore } from './library-store.ts';
import { announcementOf } from './open-volume.ts';

export interface ServerDesksParts {
  /** The announcements that every server has, the default first; at least one. */
  readonly shipped: readonly Shelved[];
  /** Makes an announcement ready for the desk, which takes a while for a long one. */
  readonly shelve: (announcement: Announcement) => Shelved;
  readonly library: Pick<LibraryStore, 'inUse' | 'volume'>;
  readonly settings: Pick<SettingsStore, 'settings'>;
  /** Told of a stored version that this program does not admit any more. */
  readonly onRefused?: (edition: Edition) => void;
}

/** Characters of text that stay verified, and that stay searchable. What was not used longest is made anew when asked for. */
const mostRead = 20_000_000;
const mostSearchable = 4_000_000;

/**
 * The desk each server is served from: the shipped announcements and the server's own, the server's default first; null
 * is nobody's server. Whether anything has changed is asked of the store each time, so a change counts at once,
 * whoever made it.
 */
export function createServerDesks({
  shipped,
  shelve,
  library,
  settings,
  onRefused = () => {},
}: ServerDesksParts): (server: string | null) => Promise<Desk> {
  const everywhere = createDesk(shipped);
  const desks = new LRUCache<string, { readonly key: string; readonly desk: Desk }>({ max: 1_000 });
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
  function lazily(server: string, announcement: Announcement): Shelved {
    const key = JSON.stringify([server, announcement.slug, announcement.version, announcement.edition]);
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

  return async (server) => {
    if (server === null) return everywhere;
    const [editions, { defaultAnnouncement }] = await Promise.all([
      library.inUse(server),
      settings.settings(server),
    ]);
    if (editions.length === 0 && defaultAnnouncement === null) return everywhere;
    const key = JSON.stringify([editions, defaultAnnouncement]);
    const known = desks.get(server);
    if (known?.key === key) return known.desk;
    const own: Shelved[] = [];
    for (const edition of editions) {
      const announcement = await readEdition(edition);
      if (announcement !== null) own.push(lazily(server, announcement));
    }
    const all = [...shipped, ...own];
    const first = all.filter(({ announcement }) => announcement.slug === defaultAnnouncement);
    const desk = createDesk([...first, ...all.filter((one) => !first.includes(one))]);
    desks.set(server, { key, desk });
    return desk;
  };
}
