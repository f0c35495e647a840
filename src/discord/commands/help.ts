import { SlashCommandBuilder } from 'discord.js';
import type { SlashCommand } from '../command.ts';
import { renderHelp } from '../render/help.ts';
import { everywhere } from './everywhere.ts';
import { described } from './localization.ts';
import { texts } from './texts.ts';

/** /help: what one can ask, and how to read the answers. */
export const help: SlashCommand = {
  kind: 'slash',
  data: described(new SlashCommandBuilder(), texts.help.name, texts.help.description)
    .setContexts(...everywhere.contexts)
    .setIntegrationTypes(...everywhere.integrationTypes)
    .toJSON(),

  run: (_, { desk, say, surface }) =>
    say.reply(renderHelp(desk.announcements), { alone: surface.canBePrivate }),
};
