import { SlashCommandBuilder } from 'discord.js';
import { tooOld } from '../buttons/too-old.ts';
import type { Button, SlashCommand } from '../command.ts';
import { decodeNumbers } from '../custom-id.ts';
import { renderArticle } from '../render/article.ts';
import { everywhere } from './everywhere.ts';
import { described } from './localization.ts';
import { chosenAnnouncement, suggestCommon, suggestedOption } from './options.ts';
import { texts } from './texts.ts';

const turnPage: Button = {
  action: 'source',
  who: 'asker',
  async press(_, { desk, say }, { asker, fields: [digits = '', field] }) {
    const announcement = desk.version(digits);
    const [page] = decodeNumbers(field) ?? [];
    if (announcement === null || page === undefined) return tooOld({ say });
    await say.update(renderArticle(announcement, asker, page));
  },
};

/** /source: the whole text, paragraph by paragraph. */
export const source: SlashCommand = {
  kind: 'slash',
  data: described(new SlashCommandBuilder(), texts.source.name, texts.source.description)
    .setContexts(...everywhere.contexts)
    .setIntegrationTypes(...everywhere.integrationTypes)
    .addStringOption(suggestedOption('announcement'))
    .toJSON(),
  buttons: [turnPage],

  async run(interaction, call) {
    const announcement = await chosenAnnouncement(interaction.options.getString('announcement'), call);
    if (announcement === null) return;
    const { say, surface } = call;
    await say.reply(renderArticle(announcement, interaction.user.id, 0), { alone: surface.canBePrivate });
  },

  suggest: suggestCommon,
};
