/** How a channel looks in a person's list. */

import { ChannelType, PermissionFlagsBits } from 'discord-api-types/v10';
import type { Discord } from '../discord.ts';
import { has } from '../world/permissions.ts';
import type { Channel, Person } from '../world/world.ts';
import type { SeenChannel } from './visitor.ts';

export function seenChannel({ world }: Discord, person: Person, channel: Channel): SeenChannel {
  const writable = has(world.permissionsIn(channel, person.user.id), PermissionFlagsBits.SendMessages);
  const { id, key } = channel;
  switch (channel.kind) {
    case 'guild': {
      const { name, topic, guild, type } = channel;
      const kind = type === ChannelType.GuildAnnouncement ? 'announcement' : 'text';
      return { id, key, name, topic, kind, guild: { id: guild.id, name: guild.name }, writable };
    }
    case 'bot': {
      const name = world.bot.global_name ?? world.bot.username;
      return { id, key, name, topic: null, kind: 'bot-direct-message', guild: null, writable };
    }
    case 'private': {
      const others = channel.people.filter((other) => other !== person);
      const name = others.map(({ user }) => user.global_name ?? user.username).join(', ');
      return { id, key, name, topic: null, kind: 'private-channel', guild: null, writable };
    }
  }
}
