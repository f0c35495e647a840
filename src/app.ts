import type { Verified } from './announcement/fault.ts';
import { loadAnnouncement, loadAnnouncements } from './announcement/load.ts';
import { loadMeaning } from './checking/meaning.ts';
import type { Config } from './config.ts';
import { createDesk } from './desk/create-desk.ts';
import type { Desk } from './desk/desk.ts';
import { shelve } from './desk/shelve.ts';
import { draftOfArticle } from './extraction/draft.ts';
import { loadLexicon } from './search/lexicon.ts';

/**
 * Loads, verifies and indexes announcements: those of the settings, or the one at `path` (a folder or a
 * `.txt` article). Nothing is served unless everything was verified.
 */
export function openDesk(config: Config, path?: string): Verified<Desk> {
  const loaded =
    path === undefined
      ? loadAnnouncements(config.announcements, config.defaultAnnouncement)
      : alone(loadAnnouncement(path, draftOfArticle));
  if (loaded.kind === 'faulty') return loaded;
  const lexicon = loadLexicon(config.lexicon);
  const meaning = loadMeaning(config.lexicon);
  const shelf = loaded.value.map((announcement) => shelve(announcement, lexicon, meaning));
  return { kind: 'verified', value: createDesk(shelf) };
}

function alone<T>(loaded: Verified<T>): Verified<readonly T[]> {
  return loaded.kind === 'faulty' ? loaded : { kind: 'verified', value: [loaded.value] };
}
