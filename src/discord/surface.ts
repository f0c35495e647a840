import {
  ApplicationIntegrationType,
  type BaseInteraction,
  InteractionContextType,
  PermissionFlagsBits,
} from 'discord.js';
import { answersSeenBy } from '../settings/server-settings.ts';
import type { Kept } from './command.ts';
import type { Audience } from './render/audience.ts';

/** Where somebody meets the bot, as far as it decides who sees an answer. */
export interface Surface {
  /** False in a direct message with the bot, where nobody else is. */
  readonly canBePrivate: boolean;
  /** False where the person who asks may not write, or moderators want answers to be private: then the bot writes nothing for others to see on their behalf. */
  readonly canBePublic: boolean;
  /** True where the bot is a guest: only the person who asks has installed it. */
  readonly privateByDefault: boolean;
  /** Whether it is a server that the bot is a member of. */
  readonly inServer: boolean;
  /** Whether the person who asks may manage the messages of others there. */
  readonly managesMessages: boolean;
}

function surfaceOf(interaction: BaseInteraction): Surface {
  const withBot =
    interaction.context === InteractionContextType.BotDM ||
    (!interaction.inGuild() && interaction.context === null);
  if (withBot) {
    return {
      canBePrivate: false,
      canBePublic: true,
      privateByDefault: false,
      inServer: false,
      managesMessages: false,
    };
  }
  const member =
    interaction.authorizingIntegrationOwners[ApplicationIntegrationType.GuildInstall] !== undefined;
  return {
    canBePrivate: true,
    canBePublic: mayWrite(interaction),
    privateByDefault: !(interaction.inGuild() && (member || interaction.inCachedGuild())),
    inServer: interaction.inCachedGuild(),
    managesMessages: interaction.memberPermissions?.has(PermissionFlagsBits.ManageMessages) ?? false,
  };
}

/**
 * A surface where moderators may have decided that answers are for the asker alone. `onUnreadable` is told when that
 * could not be read.
 */
export async function surfaceIn(
  interaction: BaseInteraction,
  { settings }: Pick<Kept, 'settings'>,
  onUnreadable: (error: unknown) => void,
): Promise<Surface> {
  const surface = surfaceOf(interaction);
  const { channel, channelId, guildId } = interaction;
  // A server that Discord has not told of yet has decided all the same.
  if (guildId === null || channelId === null) return surface;
  const where = (channel?.isThread() ? channel.parentId : null) ?? channelId;
  const seenBy = await settings.settings(guildId).then(
    (decided) => answersSeenBy(decided, where),
    (error: unknown) => {
      // While nobody can tell what was decided, nobody else is to see the answer.
      onUnreadable(error);
      return 'private' as const;
    },
  );
  return { ...surface, canBePublic: surface.canBePublic && seenBy === 'public' };
}

/** By the rights that Discord sends with each interaction in a server; elsewhere whoever is there may write. */
function mayWrite({ memberPermissions, channel }: BaseInteraction): boolean {
  const { SendMessages, SendMessagesInThreads } = PermissionFlagsBits;
  return memberPermissions?.has(channel?.isThread() ? SendMessagesInThreads : SendMessages) ?? true;
}

/**
 * Who gets to see an answer. `wished` is whether the asker wants it private, null where they did not say;
 * `discreet` makes it private unless they wished otherwise.
 */
export function audienceOf(
  asker: string,
  { canBePrivate, canBePublic, privateByDefault, inServer, managesMessages }: Surface,
  wished: boolean | null,
  discreet = false,
): Audience {
  const alone = canBePrivate && (!canBePublic || (wished ?? (privateByDefault || discreet)));
  return { asker, alone, shareable: canBePublic, correctable: inServer && (!alone || managesMessages) };
}
