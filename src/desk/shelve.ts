import type { Announcement } from '../announcement/announcement.ts';
import { createCheck } from '../checking/create-check.ts';
import type { Meaning } from '../checking/meaning.ts';
import type { Lexicon } from '../search/compile-lexicon.ts';
import { createSearch } from '../search/create-search.ts';
import type { Shelved } from './create-desk.ts';

/** Makes an announcement ready for the desk: searchable, and able to tell whether a quote stands in it. */
export function shelve(announcement: Announcement, lexicon: Lexicon, meaning: Meaning): Shelved {
  const search = createSearch(announcement, lexicon);
  return { announcement, search, check: createCheck(announcement, { meaning, person: search.person }) };
}
