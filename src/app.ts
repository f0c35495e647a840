import type { Announcement } from './announcement/announcement.ts';
import type { Verified } from './announcement/fault.ts';
import { loadAnnouncement, loadAnnouncements } from './announcement/load.ts';
import { loadMeaning } from './checking/meaning.ts';
import type { Config } from './config.ts';
import { createDesk, type Shelved } from './desk/create-desk.ts';
import type { Desk } from './desk/desk.ts';
import { shelve } from './desk/shelve.ts';
import { draftOfArticle } from './extraction/draft.ts';
import { loadLexicon } from './search/lexicon.ts';

/** Announcements ready for a desk, and the way to make others so. */
export interface Shelf {
  /** The default first. */
  readonly shelved: readonly Shelved[];
  shelve(announcement: Announcement): Shelved;
}

/**
 * Loads, verifies and indexes announcements: those of the settings, or the one at `path` (a folder or a
 * `.txt` article). Nothing is served unless everything was verified.
 */
export function openShelf(config: Config, path?: string): Verified<Shelf> {
  const loaded =
    path === undefined
      ? loadAnnouncements(config.announcements, config.defaultAnnouncement)
      : alone(loadAnnouncement(path, draftOfArticle));
  if (loaded.kind === 'faulty') return loaded;
  const lexicon = loadLexicon(config.lexicon);
  const meaning = loadMeaning(config.lexicon);
  const ready = (announcement: Announcement) => shelve(announcement, lexicon, meaning);
  return { kind: 'verified', value: { shelved: loaded.value.map(ready), shelve: ready } };
}

/** A desk over the announcements that `openShelf` opens. */
export function openDesk(config: Config, path?: string): Verified<Desk> {
  const opened = openShelf(config, path);
  return opened.kind === 'faulty' ? opened : { kind: 'verified', value: createDesk(opened.value.shelved) };
}

function alone<T>(loaded: Verified<T>): Verified<readonly T[]> {
  return loaded.kind === 'faulty' ? loaded : { kind: 'verified', value: [loaded.value] };
}
