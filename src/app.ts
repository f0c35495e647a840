import type { Announcement } from './announcement/announcement.ts';
import type { Verified } from './announcement/fault.ts';
import { loadAnnouncement, loadAnnouncements } from './announcement/load.ts';
import { loadMeaning } from './checking/meaning.ts';
import type { Config } from './config.ts';
import { createDesk, type Shelved } from './desk/create-desk.ts';
import type { Desk } from './desk/desk.ts';
import { madeReady, shelve, type Vocabulary } from './desk/shelve.ts';
import { draftOfArticle } from './extraction/draft.ts';
import { once } from './once.ts';
import { loadLexicon } from './search/lexicon.ts';

/** Announcements ready for a desk, and the way to make others so. */
export interface Shelf {
  /** The default first. */
  readonly shelved: readonly Shelved[];
  shelve(announcement: Announcement): Shelved;
}

/**
 * Loads, verifies and indexes the announcements of the settings. Nothing is served unless everything was verified, and
 * nobody who asks has to wait for what could be made before.
 */
export function openShelf(config: Config): Verified<Shelf> {
  const loaded = loadAnnouncements(config.announcements, config.defaultAnnouncement);
  if (loaded.kind === 'faulty') return loaded;
  const vocabulary = vocabularyOf(config);
  vocabulary.lexicon().ready();
  const ready = (announcement: Announcement) => madeReady(shelve(announcement, vocabulary));
  return { kind: 'verified', value: { shelved: loaded.value.map(ready), shelve: ready } };
}

/** What somebody comes to a desk for. */
export type Errand = 'asking' | 'checking';

/**
 * A desk for one errand, over the announcements of the settings or the one at `path` (a folder or a `.txt` article).
 * What only the other errand needs is made if it is ever wanted.
 */
export function openDesk(config: Config, errand: Errand, path?: string): Verified<Desk> {
  const loaded =
    path === undefined
      ? loadAnnouncements(config.announcements, config.defaultAnnouncement)
      : alone(loadAnnouncement(path, draftOfArticle));
  if (loaded.kind === 'faulty') return loaded;
  const vocabulary = vocabularyOf(config);
  const shelved = loaded.value.map((announcement) => shelve(announcement, vocabulary));
  // What cannot be read is told now, not to whoever comes first.
  if (errand === 'asking') shelved[0]?.search.ready();
  else vocabulary.meaning();
  return { kind: 'verified', value: createDesk(shelved) };
}

function vocabularyOf({ lexicon }: Config): Vocabulary {
  return { lexicon: once(() => loadLexicon(lexicon)), meaning: once(() => loadMeaning(lexicon)) };
}

function alone<T>(loaded: Verified<T>): Verified<readonly T[]> {
  return loaded.kind === 'faulty' ? loaded : { kind: 'verified', value: [loaded.value] };
}
