import {
  ChannelType,
  type Client,
  DiscordAPIError,
  type Guild,
  type GuildMember,
  type GuildTextBasedChannel,
  PermissionFlagsBits,
  type PermissionsString,
} from 'discord.js';
import type { Platform } from '../../bulletins/platform.ts';
import { moderates, type Person } from '../../bulletins/rights.ts';
import type { SettingsStore } from '../../settings/server-settings.ts';

/** Bulletins go to these: one message there reaches everybody who reads the channel. */
export const bulletinChannels = [ChannelType.GuildText, ChannelType.GuildAnnouncement] as const;

const shortWait = 5_000;
/** How long what Discord said of a member is believed, in milliseconds: many bulletins may be due at once. */
const memberLife = 10_000;

export interface InspectorParts {
  readonly client: Client;
  readonly settings: SettingsStore;
  readonly clock: () => number;
}

/** Tells how things stand in a bulletin's channel, from what the gateway keeps up to date; of people Discord is asked. */
export function createInspector({ client, settings, clock }: InspectorParts): Platform['inspect'] {
  const known = new Map<string, { readonly at: number; readonly member: Promise<Found> }>();

  function memberOf(guild: Guild, id: string): Promise<Found> {
    const now = clock();
    for (const [key, { at }] of known) if (Math.abs(now - at) > memberLife) known.delete(key);
    const key = `${guild.id} ${id}`;
    const member = known.get(key)?.member ?? fetchMember(guild, id);
    if (!known.has(key)) known.set(key, { at: now, member });
    return member;
  }

  return async (bulletin, people) => {
    if (!client.isReady()) return { kind: 'later', delay: shortWait };
    const guild = client.guilds.cache.get(bulletin.server);
    if (guild === undefined) return { kind: 'channel-gone' };
    if (!guild.available) return { kind: 'later', delay: shortWait };
    const channel = guild.channels.cache.get(bulletin.channel);
    if (channel === undefined || !channel.isTextBased()) return { kind: 'channel-gone' };
    const { moderatorRole } = await settings.settings(bulletin.server);
    const without: string[] = [];
    for (const id of people) {
      const member = await memberOf(guild, id);
      if (member === 'unknown') return { kind: 'later', delay: shortWait };
      if (member === null || !moderates(personIn(channel, member), { moderatorRole })) without.push(id);
    }
    return { kind: 'seen', missing: missingPermissions(channel, bulletin.roles), without };
  };
}

/** What the bot would need in a channel to post there, read it back, and notify these roles. */
export function missingPermissions(
  channel: GuildTextBasedChannel,
  roles: readonly string[],
): readonly PermissionsString[] {
  const own = channel.guild.members.me;
  const granted = own === null ? null : channel.permissionsFor(own);
  const silent = roles.some((id) => !channel.guild.roles.cache.get(id)?.mentionable);
  const needed: PermissionsString[] = [
    'ViewChannel',
    'SendMessages',
    'EmbedLinks',
    'ReadMessageHistory',
    ...(silent ? (['MentionEveryone'] as const) : []),
  ];
  return needed.filter((permission) => !granted?.has(permission));
}

/** A member as far as it matters for official words in a channel. */
export function personIn(channel: GuildTextBasedChannel, member: GuildMember): Person {
  const permissions = channel.permissionsFor(member);
  return {
    id: member.id,
    managesMessages:
      permissions.has([PermissionFlagsBits.ViewChannel, PermissionFlagsBits.ManageMessages]) &&
      (!member.isCommunicationDisabled() || permissions.has(PermissionFlagsBits.Administrator)),
    roles: member.isCommunicationDisabled() ? [] : [...member.roles.cache.keys()],
  };
}

/** Null for somebody who is not there any more; "unknown" while nobody can say. */
type Found = GuildMember | null | 'unknown';

async function fetchMember(guild: Guild, id: string): Promise<Found> {
  try {
    return await guild.members.fetch({ user: id, force: true });
  } catch (error) {
    return error instanceof DiscordAPIError && error.status === 404 ? null : 'unknown';
  }
}
