import { SlashCommandBuilder, SlashCommandStringOption } from 'discord.js';
import { shareCheck } from '../buttons/share-check.ts';
import type { SlashCommand } from '../command.ts';
import { renderChecks } from '../render/check.ts';
import { audienceOf } from '../surface.ts';
import { everywhere } from './everywhere.ts';
import { described } from './localization.ts';
import { chosenAnnouncement, privateOption, suggestCommon, suggestedOption } from './options.ts';
import { texts } from './texts.ts';

/** /check: whether something was really said, by whom, and what was changed. */
export const check: SlashCommand = {
  kind: 'slash',
  data: described(new SlashCommandBuilder(), texts.check.name, texts.check.description)
    .setContexts(...everywhere.contexts)
    .setIntegrationTypes(...everywhere.integrationTypes)
    .addStringOption(
      described(new SlashCommandStringOption(), texts.quote.name, texts.quote.description).setRequired(true),
    )
    .addStringOption(suggestedOption('by'))
    .addStringOption(suggestedOption('announcement'))
    .addBooleanOption(privateOption())
    .toJSON(),
  buttons: [shareCheck],

  async run(interaction, call) {
    const { desk, say, surface } = call;
    const announcement = await chosenAnnouncement(interaction.options.getString('announcement'), call);
    if (announcement === null) return;
    const speaker = interaction.options.getString('speaker');
    const checked = desk.check({
      quote: interaction.options.getString('quote', true),
      announcement: announcement.slug,
      ...(speaker === null ? {} : { speaker }),
    });
    const wished = interaction.options.getBoolean('private');
    const audience = audienceOf(interaction.user.id, surface, wished);
    await say.reply(renderChecks([checked], audience), audience);
  },

  suggest: suggestCommon,
};
