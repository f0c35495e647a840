import type { Announcement } from '../announcement/announcement.ts';
import { verify } from '../announcement/verify.ts';
import type { Volume } from './library-store.ts';

/**
 * The announcement that a stored version is, verified anew, under the server's name for it. Null where this program
 * no longer admits it: nothing is served then.
 */
export function announcementOf({ slug, number, name, text, definition }: Volume): Announcement | null {
  const draft = { slug, file: 'announcement.yaml', sourceFile: 'source.txt', text, definition };
  const verified = verify({ ...draft, line: () => null });
  return verified.kind === 'faulty' ? null : { ...verified.value, name, edition: number };
}
