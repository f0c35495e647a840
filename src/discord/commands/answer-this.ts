import { ApplicationCommandType, ContextMenuCommandBuilder } from 'discord.js';
import { chat } from '../../desk/wording/chat.ts';
import type { MessageCommand } from '../command.ts';
import { plainReply } from '../reply.ts';
import { answerIn } from './answer-in.ts';
import { everywhere } from './everywhere.ts';
import { named } from './localization.ts';
import { answerThisName } from './texts.ts';

/** "Answer this" in a message's menu: that message is the question. */
export const answerThis: MessageCommand = {
  kind: 'message',
  data: named(new ContextMenuCommandBuilder().setType(ApplicationCommandType.Message), answerThisName)
    .setContexts(...everywhere.contexts)
    .setIntegrationTypes(...everywhere.integrationTypes)
    .toJSON(),

  async run(interaction, call) {
    const question = interaction.targetMessage.content;
    if (question.trim() === '') return call.say.reply(plainReply(chat.trouble.noText), { alone: true });
    await answerIn({ question }, { asker: interaction.user.id, wished: null }, call);
  },
};
