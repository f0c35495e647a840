import {
  ApplicationCommandType,
  ApplicationIntegrationType,
  ContextMenuCommandBuilder,
  InteractionContextType,
  PermissionFlagsBits,
} from 'discord.js';
import { library } from '../../../desk/wording/library.ts';
import type { MessageCommand } from '../../command.ts';
import { asModerator } from '../../moderator.ts';
import { plainReply } from '../../reply.ts';
import { named } from '../localization.ts';
import { bring, bringFile } from './bring.ts';
import { useAsAnnouncementName } from './texts.ts';

/** "Use as announcement" in a message's menu: its text, or else the text file it carries. */
export const useAsAnnouncement: MessageCommand = {
  kind: 'message',
  data: named(new ContextMenuCommandBuilder().setType(ApplicationCommandType.Message), useAsAnnouncementName)
    .setContexts(InteractionContextType.Guild)
    .setIntegrationTypes(ApplicationIntegrationType.GuildInstall)
    .setDefaultMemberPermissions(PermissionFlagsBits.ManageMessages)
    .toJSON(),

  run: (interaction, call) =>
    asModerator(interaction, call, async (inServer) => {
      const { content, embeds, attachments, url } = interaction.targetMessage;
      // A bridge or a news bot says what it has to say in an embed.
      const text =
        content.trim() === '' ? embeds.map(({ description }) => description ?? '').join('\n\n') : content;
      const [file] = attachments.values();
      const brought = { name: '', link: url };
      // A file beside a few words is what the words are about.
      if (file !== undefined && text.length < 500) {
        const { name, size, contentType, url: address } = file;
        return bringFile({ name, size, contentType, url: address }, brought, inServer, call);
      }
      if (text.trim() === '') return call.say.reply(plainReply(library.refused['no-text']), { alone: true });
      await bring({ ...brought, article: { text, readable: text, warnings: [] } }, inServer, call);
    }),
};
