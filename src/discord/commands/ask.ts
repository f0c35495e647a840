import { SlashCommandBuilder } from 'discord.js';
import type { Announcement } from '../../announcement/announcement.ts';
import { statementsOn } from '../../desk/create-desk.ts';
import { chat } from '../../desk/wording/chat.ts';
import type { Suggestion } from '../../search/search.ts';
import { answerButtonList } from '../buttons/answer-buttons.ts';
import type { SlashCommand, Suggested } from '../command.ts';
import { renderCandidate } from '../render/answer.ts';
import { renderStatements } from '../render/selection.ts';
import { plainReply } from '../reply.ts';
import { audienceOf } from '../surface.ts';
import { answerIn } from './answer-in.ts';
import { browsingChoice, decodeBrowsing } from './browsing-choice.ts';
import { everywhere } from './everywhere.ts';
import { described } from './localization.ts';
import {
  choice,
  choices,
  chosenAnnouncement,
  mostChoices,
  privateOption,
  suggestCommon,
  suggestedOption,
  typedAnnouncement,
} from './options.ts';
import { decodeStatement, encodeStatement, inShort } from './statement-choice.ts';
import { texts } from './texts.ts';

/** /ask: a question in the asker's own words, answered in somebody else's. */
export const ask: SlashCommand = {
  kind: 'slash',
  data: described(new SlashCommandBuilder(), texts.ask.name, texts.ask.description)
    .setContexts(...everywhere.contexts)
    .setIntegrationTypes(...everywhere.integrationTypes)
    .addStringOption(suggestedOption('question').setRequired(true))
    .addStringOption(suggestedOption('speaker'))
    .addStringOption(suggestedOption('announcement'))
    .addBooleanOption(privateOption())
    .toJSON(),
  buttons: answerButtonList,

  async run(interaction, call) {
    const question = interaction.options.getString('question', true);
    const wished = interaction.options.getBoolean('private');
    const chosen = decodeStatement(question, call.desk) ?? decodeBrowsing(question, call.desk);
    if (chosen === 'outdated') return call.say.reply(plainReply(chat.trouble.oldChoice), { alone: true });
    if (chosen !== null) {
      const audience = audienceOf(interaction.user.id, call.surface, wished);
      const reply =
        'topics' in chosen
          ? renderStatements(
              chosen,
              statementsOn(chosen.announcement, chosen.speaker, chosen.topics),
              audience.asker,
              0,
            )
          : renderCandidate({ ...chosen, at: 0, part: 0 }, audience);
      return call.say.reply(reply, audience);
    }
    const announcement = await chosenAnnouncement(interaction.options.getString('announcement'), call);
    if (announcement === null) return;
    const speaker = interaction.options.getString('speaker');
    await answerIn(
      { question, announcement: announcement.slug, ...(speaker === null ? {} : { speaker }) },
      { asker: interaction.user.id, wished },
      call,
    );
  },

  suggest(interaction, desk) {
    const { name, value } = interaction.options.getFocused(true);
    if (name !== 'question') return suggestCommon(interaction, desk);
    const { slug } = typedAnnouncement(interaction, desk);
    const announcement = desk.announcement(slug);
    if (announcement === null) return [];
    return choices(
      desk.suggest(value, mostChoices, slug).flatMap((suggestion) => suggested(announcement, suggestion)),
    );
  },
};

function suggested(announcement: Announcement, suggestion: Suggestion): readonly Suggested[] {
  return suggestion.kind === 'statement'
    ? choice(inShort(suggestion.statement), encodeStatement(announcement, suggestion.statement))
    : browsingChoice(announcement, suggestion);
}
