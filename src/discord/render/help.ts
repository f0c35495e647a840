import type { Announcement } from '../../announcement/announcement.ts';
import { chat } from '../../desk/wording/chat.ts';
import { plainReply, type Reply } from '../reply.ts';
import { escapeText, shorten } from './escape.ts';

/** What the bot can do, and what can be asked about. */
export function renderHelp(announcements: readonly Announcement[]): Reply {
  const { summary, how, elsewhere, reading, about } = chat.help;
  const labels = announcements.slice(0, 20).map(({ name }) => escapeText(shorten(name, 150)));
  const commands = how.map(([name, text]) => `**${name}** ${text}`).join('\n');
  return plainReply(summary, [{ description: [commands, elsewhere, reading, about(labels)].join('\n\n') }]);
}
