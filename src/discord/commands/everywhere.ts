import { ApplicationIntegrationType, InteractionContextType } from 'discord.js';

/** In servers, in direct messages with the bot, and elsewhere for people who installed it for themselves. */
export const everywhere = {
  contexts: [
    InteractionContextType.Guild,
    InteractionContextType.BotDM,
    InteractionContextType.PrivateChannel,
  ],
  integrationTypes: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
} as const;
