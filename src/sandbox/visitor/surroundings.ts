/** Whom and what one can name in a channel. */

import { PermissionFlagsBits } from 'discord-api-types/v10';
import type { Discord } from '../discord.ts';
import { has } from '../world/permissions.ts';
import type { Channel } from '../world/world.ts';
import { peopleIn } from './resolved.ts';
import type { Surroundings } from './visitor.ts';

export function surroundings(discord: Discord, channel: Channel): Surroundings {
  const { world } = discord;
  const botIsHere = has(world.permissionsIn(channel, world.bot.id), PermissionFlagsBits.ViewChannel);
  const users = [...peopleIn(discord, channel).map(({ user }) => user), ...(botIsHere ? [world.bot] : [])];
  const roles = channel.kind === 'guild' ? [...channel.guild.roles.values()] : [];
  return {
    people: users.map(({ id, username, global_name: name, bot = false }) => {
      return { id, name: name ?? username, username, bot };
    }),
    roles: roles.map(({ id, name }) => ({ id, name })),
  };
}
