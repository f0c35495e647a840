import type { Announcement } from '../announcement/announcement.ts';
import { createCheck } from '../checking/create-check.ts';
import type { Meaning } from '../checking/meaning.ts';
import { once } from '../once.ts';
import type { Lexicon } from '../search/compile-lexicon.ts';
import { createSearch } from '../search/create-search.ts';
import type { Shelved } from './create-desk.ts';

/** What announcements are searched and checked with; each is asked for when it is first needed. */
export interface Vocabulary {
  readonly lexicon: () => Lexicon;
  readonly meaning: () => Meaning;
}

/**
 * Puts an announcement on the shelf: searchable, and able to tell whether a quote stands in it. Either takes its
 * time when it is first used, and none where it is not.
 */
export function shelve(announcement: Announcement, { lexicon, meaning }: Vocabulary): Shelved {
  const search = once(() => createSearch(announcement, lexicon()));
  const check = once(() => {
    return createCheck(announcement, { meaning: meaning(), person: (name) => search().person(name) });
  });
  return {
    announcement,
    get search() {
      return search();
    },
    get check() {
      return check();
    },
  };
}

/** The same, with everything made now: what is served must keep nobody waiting for its first answer. */
export function madeReady({ announcement, search, check }: Shelved): Shelved {
  search.ready();
  return { announcement, search, check };
}
