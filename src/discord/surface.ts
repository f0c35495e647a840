import { ApplicationIntegrationType, type BaseInteraction, InteractionContextType } from 'discord.js';

/** Where somebody meets the bot, as far as it decides who sees an answer. */
export interface Surface {
  /** False in a direct message with the bot, where nobody else is. */
  readonly canBePrivate: boolean;
  /** True where the bot is a guest: only the person who asks has installed it. */
  readonly privateByDefault: boolean;
}

export function surfaceOf(interaction: BaseInteraction): Surface {
  const withBot =
    interaction.context === InteractionContextType.BotDM ||
    (!interaction.inGuild() && interaction.context === null);
  if (withBot) return { canBePrivate: false, privateByDefault: false };
  const member =
    interaction.authorizingIntegrationOwners[ApplicationIntegrationType.GuildInstall] !== undefined;
  return {
    canBePrivate: true,
    privateByDefault: !(interaction.inGuild() && (member || interaction.inCachedGuild())),
  };
}
