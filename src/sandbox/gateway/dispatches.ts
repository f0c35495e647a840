/** Which gateway event tells the bot of something that happened, and which sessions may hear it. */

import type { APIMessage } from 'discord-api-types/v10';
import { GatewayIntentBits as Intent, PermissionFlagsBits } from 'discord-api-types/v10';
import { apiChannel, apiGuildCreate, apiMember } from '../world/api-objects.ts';
import type { Happening } from '../world/happening.ts';
import type { StoredMessage } from '../world/message.ts';
import { has } from '../world/permissions.ts';
import type { Channel, World } from '../world/world.ts';

export interface Dispatch {
  readonly event: string;
  /** Null is shard 0's: direct messages. */
  readonly guildId: string | null;
  /** One of these is needed; 0 means none is. */
  readonly intent: number;
  /** The event's data, for a session with these intents. */
  data(intents: number): object;
}

/** @returns null for what the bot is not told: private replies, other people's channels, what it cannot see. */
export function dispatchOf(world: World, happening: Happening): Dispatch | null {
  switch (happening.kind) {
    case 'message-created':
    case 'message-edited':
    case 'message-deleted':
      return messageDispatch(world, happening.kind, happening.message);
    case 'interaction-begun':
      return {
        event: 'INTERACTION_CREATE',
        guildId: guildIdOf(happening.interaction.channel),
        intent: 0,
        data: () => happening.payload,
      };
    case 'channel-deleted':
    case 'channel-changed': {
      const { channel, kind } = happening;
      const event = kind === 'channel-deleted' ? 'CHANNEL_DELETE' : 'CHANNEL_UPDATE';
      const data = () => apiChannel(channel, world.bot);
      return { event, guildId: channel.guild.id, intent: Intent.Guilds, data };
    }
    case 'member-changed': {
      const { guild, member } = happening;
      // The bot hears of itself without the members intent.
      const intent = member.user.id === world.bot.id ? 0 : Intent.GuildMembers;
      const data = () => ({ guild_id: guild.id, ...apiMember(member) });
      return { event: 'GUILD_MEMBER_UPDATE', guildId: guild.id, intent, data };
    }
    case 'bot-joined': {
      const { guild } = happening;
      const data = (intents: number) => apiGuildCreate(world, guild, (intents & Intent.GuildMembers) !== 0);
      return { event: 'GUILD_CREATE', guildId: guild.id, intent: Intent.Guilds, data };
    }
    case 'bot-left': {
      const { id } = happening.guild;
      return { event: 'GUILD_DELETE', guildId: id, intent: Intent.Guilds, data: () => ({ id }) };
    }
    default:
      return null;
  }
}

function guildIdOf(channel: Channel): string | null {
  return channel.kind === 'guild' ? channel.guild.id : null;
}

const eventNames = {
  'message-created': 'MESSAGE_CREATE',
  'message-edited': 'MESSAGE_UPDATE',
  'message-deleted': 'MESSAGE_DELETE',
} as const;

function messageDispatch(
  world: World,
  kind: keyof typeof eventNames,
  message: StoredMessage,
): Dispatch | null {
  const { channel, visibleTo } = message;
  if (visibleTo !== null || channel.kind === 'private') return null;
  if (!has(world.permissionsIn(channel, world.bot.id), PermissionFlagsBits.ViewChannel)) return null;
  const guildId = guildIdOf(channel);
  const place = guildId === null ? { channel_type: channel.type } : { guild_id: guildId };
  return {
    event: eventNames[kind],
    guildId,
    intent: guildId === null ? Intent.DirectMessages : Intent.GuildMessages,
    data(intents) {
      if (kind === 'message-deleted') return { id: message.id, channel_id: channel.id, ...place };
      return { ...readable(world, message, intents), ...place, ...authorOf(message) };
    },
  };
}

/**
 * Without the message-content intent a message is empty, except the bot's own, direct messages to it, and those
 * that mention it: https://docs.discord.com/developers/events/gateway#message-content-intent
 */
function readable(world: World, { api, channel }: StoredMessage, intents: number): APIMessage {
  const isReadable =
    (intents & Intent.MessageContent) !== 0 ||
    channel.kind === 'bot' ||
    api.author.id === world.bot.id ||
    api.mentions.some(({ id }) => id === world.bot.id);
  return isReadable ? api : { ...api, content: '', embeds: [], attachments: [], components: [] };
}

function authorOf({ api, channel }: StoredMessage): object {
  const member = channel.kind === 'guild' ? channel.guild.members.get(api.author.id) : undefined;
  if (!member) return {};
  const { user: _, ...rest } = apiMember(member);
  return { member: rest };
}
