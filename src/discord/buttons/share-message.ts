import type { ButtonInteraction } from 'discord.js';
import { chat } from '../../desk/wording/chat.ts';
import type { Call } from '../command.ts';
import { plainReply, type Reply } from '../reply.ts';
import { shownEmbeds, shownRows } from './shown-message.ts';

/**
 * Puts the private message whose button was pressed into the channel, as it stands, and takes its buttons away.
 * `quotations` is what it must quote; `components` are the buttons it has there.
 */
export async function shareMessage(
  interaction: ButtonInteraction,
  { say, surface }: Call,
  { quotations, components }: Required<Pick<Reply, 'quotations' | 'components'>>,
): Promise<void> {
  // Rights may have changed since the button was shown.
  if (!surface.canBePublic) return say.reply(plainReply(chat.trouble.notPublic), { alone: true });
  const { content } = interaction.message;
  const message: Reply = { content, embeds: shownEmbeds(interaction), quotations };
  const under = (sentence: string): Reply => ({ ...message, content: `${sentence}\n${content}` });
  await say.update(under(chat.shared));
  const shared = await say.share({ ...message, components });
  if (shared.kind === 'refused') {
    await say.update({ ...under(chat.notShared(shared.reference)), components: shownRows(interaction) });
  }
  if (shared.kind === 'unclear') await say.update(under(chat.perhapsShared(shared.reference)));
}
