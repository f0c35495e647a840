import { chat } from '../../../desk/wording/chat.ts';
import type { Edition } from '../../../library/library-store.ts';
import type { Call } from '../../command.ts';
import type { InServer } from '../../moderator.ts';
import { escapeTyped } from '../../render/escape.ts';
import { plainReply } from '../../reply.ts';
import { announcementNamed, listNames } from '../options.ts';

/** The server's own announcement of that slug or name; null where there is none, as of those that every server has. */
export async function ownNamed(
  typed: string,
  { guildId }: InServer,
  { library, desk }: Call,
): Promise<Edition | null> {
  const slug = announcementNamed(typed, desk)?.slug ?? typed;
  const inUse = await library.inUse(guildId);
  return inUse.find((edition) => edition.slug === slug) ?? null;
}

/** Tells that no announcement here goes by what was typed, and which do. */
export function tellUnknown(typed: string, { say, desk }: Call): Promise<void> {
  const names = listNames(desk.announcements.map(({ name }) => name));
  return say.reply(plainReply(chat.noSuchAnnouncement(escapeTyped(typed, 100)) + names), { alone: true });
}
