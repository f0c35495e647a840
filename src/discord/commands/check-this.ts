import { ApplicationCommandType, ContextMenuCommandBuilder } from 'discord.js';
import { chat } from '../../desk/wording/chat.ts';
import type { MessageCommand } from '../command.ts';
import { renderChecks } from '../render/check.ts';
import { plainReply } from '../reply.ts';
import { audienceOf } from '../surface.ts';
import { everywhere } from './everywhere.ts';
import { named } from './localization.ts';
import { checkThisName } from './texts.ts';

/** "Check this quote" in a message's menu: checks each quote found in that message. */
export const checkThis: MessageCommand = {
  kind: 'message',
  data: named(new ContextMenuCommandBuilder().setType(ApplicationCommandType.Message), checkThisName)
    .setContexts(...everywhere.contexts)
    .setIntegrationTypes(...everywhere.integrationTypes)
    .toJSON(),

  async run(interaction, { desk, say, surface }) {
    const { content, embeds } = interaction.targetMessage;
    // A bridge or a news bot says what it has to say in an embed.
    const text =
      content.trim() === '' ? embeds.map(({ description }) => description ?? '').join('\n') : content;
    const [first, ...others] = desk.checkMessage(text);
    if (first === undefined) return say.reply(plainReply(chat.trouble.noQuote), { alone: true });
    const audience = audienceOf(interaction.user.id, surface, null);
    await say.reply(renderChecks([first, ...others], audience), audience);
  },
};
