import { type BaseInteraction, type GuildTextBasedChannel, PermissionFlagsBits } from 'discord.js';
import type { Bulletin } from '../../../bulletins/bulletin.ts';
import type { Actor } from '../../../bulletins/office.ts';
import { moderates } from '../../../bulletins/rights.ts';
import type { ServerSettings } from '../../../settings/server-settings.ts';
import { personIn } from '../../bulletins/inspect.ts';
import type { Kept } from '../../command.ts';

/** Something done in a server that the bot is a member of. */
export type InServer = BaseInteraction<'cached'>;

/** The channel of that id that bulletins can go to, or null. */
export function channelOf({ guild }: InServer, id: string): GuildTextBasedChannel | null {
  const channel = guild.channels.cache.get(id);
  return channel?.isTextBased() ? channel : null;
}

/** Who acts, with the rights they have at this moment in the channel concerned. */
export function actorIn(interaction: InServer, channel: string, settings: ServerSettings): Actor {
  const { member } = interaction;
  const there = channelOf(interaction, channel);
  // Of a channel that is gone nobody has rights of their own; whoever manages messages everywhere may clean up.
  const everywhere = member.permissions.has(PermissionFlagsBits.ManageMessages);
  const person =
    there === null
      ? { id: member.id, managesMessages: everywhere, roles: [...member.roles.cache.keys()] }
      : personIn(there, member);
  return { person, settings };
}

/** The bulletin of that id in this server, or null. */
export async function bulletinHere(
  { guildId }: InServer,
  id: string,
  { bulletins }: Kept,
): Promise<Bulletin | null> {
  const bulletin = await bulletins.find(id);
  return bulletin?.server === guildId ? bulletin : null;
}

/** Those of some bulletins in channels that this person moderates. */
export function moderated(
  interaction: InServer,
  bulletins: readonly Bulletin[],
  settings: ServerSettings,
): readonly Bulletin[] {
  return bulletins.filter(({ channel }) =>
    moderates(actorIn(interaction, channel, settings).person, settings),
  );
}
