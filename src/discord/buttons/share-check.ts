import { chat } from '../../desk/wording/chat.ts';
import type { Button } from '../command.ts';
import { decodeShown, sharedCheck } from '../render/check.ts';
import type { Reply } from '../reply.ts';
import { shownEmbeds, tooOld } from './answer-buttons.ts';

/** Puts a private check into the channel, as it stands, and takes the button away. */
export const shareCheck: Button = {
  action: 'share-check',
  who: 'asker',
  async press(interaction, { desk, say }, { asker, fields }) {
    const remembered = decodeShown(fields, desk.version);
    if (remembered === null) return tooOld({ say });
    const { quotations, components } = sharedCheck(remembered.announcement, remembered.shown, asker);
    const message: Reply = {
      content: interaction.message.content,
      embeds: shownEmbeds(interaction),
      quotations,
    };
    await say.update({ ...message, content: `${chat.shared}\n${message.content}` });
    await say.reply({ ...message, components });
  },
};
