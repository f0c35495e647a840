/** Which commands a person is offered in a channel, and on whose installation each one runs there. */

import type { APIApplicationCommand, APIAuthorizingIntegrationOwnersMap } from 'discord-api-types/v10';
import {
  PermissionFlagsBits as Bit,
  ApplicationIntegrationType as Install,
  InteractionContextType,
} from 'discord-api-types/v10';
import type { Discord } from '../discord.ts';
import { has } from '../world/permissions.ts';
import type { Channel, Person } from '../world/world.ts';

export interface Offer {
  readonly command: APIApplicationCommand;
  readonly owners: APIAuthorizingIntegrationOwnersMap;
}

/** @see https://docs.discord.com/developers/interactions/application-commands#contexts */
export function offers(discord: Discord, person: Person, channel: Channel): readonly Offer[] {
  const { commands, world } = discord;
  if (channel.kind === 'guild') {
    const bits = world.permissionsIn(channel, person.user.id);
    if (!has(bits, Bit.ViewChannel | Bit.UseApplicationCommands)) return [];
  }
  const local = channel.kind === 'guild' && channel.guild.hasBot ? commands.list(channel.guild.id) : [];
  return [...commands.list(null), ...local].flatMap((command) => {
    const owners = ownersFor(discord, person, channel, command);
    return owners ? [{ command, owners }] : [];
  });
}

export function contextOf(channel: Channel): InteractionContextType {
  if (channel.kind === 'guild') return InteractionContextType.Guild;
  return channel.kind === 'bot' ? InteractionContextType.BotDM : InteractionContextType.PrivateChannel;
}

function ownersFor(
  discord: Discord,
  person: Person,
  channel: Channel,
  command: APIApplicationCommand,
): APIAuthorizingIntegrationOwnersMap | null {
  const context = contextOf(channel);
  const contexts = command.contexts ?? (command.dm_permission === false ? [0] : [0, 1, 2]);
  if (command.guild_id === undefined && !contexts.includes(context)) return null;
  const types = command.integration_types ?? [Install.GuildInstall];
  const byServer = types.includes(Install.GuildInstall) && servesHere(discord, person, channel, command);
  const byPerson =
    types.includes(Install.UserInstall) && person.installedApp && command.guild_id === undefined;
  if (!byServer && !byPerson) return null;
  return {
    ...(byServer ? { [Install.GuildInstall]: channel.kind === 'guild' ? channel.guild.id : '0' } : {}),
    ...(byPerson ? { [Install.UserInstall]: person.user.id } : {}),
  };
}

/** Whether the server's installation lets this person use the command here. */
function servesHere(
  { world, commands }: Discord,
  person: Person,
  channel: Channel,
  command: APIApplicationCommand,
) {
  if (channel.kind !== 'guild') return channel.kind === 'bot';
  if (!channel.guild.hasBot) return false;
  const bits = world.permissionsIn(channel, person.user.id);
  if (has(bits, Bit.Administrator)) return true;
  const set = commands.accessOf(channel.guild.id, command.id, person.user.id);
  if (set !== undefined) return set;
  const needed = command.default_member_permissions;
  if (needed === null || needed === undefined) return true;
  return needed !== '0' && has(bits, BigInt(needed));
}
