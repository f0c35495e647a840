/** The world's things as Discord's API shows them. */

import type { APIChannel, APIGuildMember, APIRole, APIUser } from 'discord-api-types/v10';
import { OverwriteType } from 'discord-api-types/v10';
import { permissionsOf } from './permissions.ts';
import type { Channel, Guild, Member, Role, World } from './world.ts';

/** A number, since the flag types know no zero. */
const none: number = 0;

export function apiRole(role: Role): APIRole {
  const colors = { primary_color: 0, secondary_color: null, tertiary_color: null };
  return {
    id: role.id,
    name: role.name,
    color: 0,
    colors,
    hoist: false,
    icon: null,
    unicode_emoji: null,
    position: role.position,
    permissions: String(role.permissions),
    managed: role.key === 'bot',
    mentionable: role.mentionable,
    flags: none,
  };
}

export function apiMember(member: Member): APIGuildMember {
  const until = member.timedOutUntil;
  return {
    user: member.user,
    nick: null,
    avatar: null,
    banner: null,
    roles: [...member.roleIds],
    joined_at: member.joinedAt,
    premium_since: null,
    deaf: false,
    mute: false,
    flags: none,
    pending: false,
    communication_disabled_until: until === null ? null : new Date(until).toISOString(),
  };
}

/** As in an interaction: with the member's permissions computed for that channel. */
export function apiMemberIn(world: World, guild: Guild, member: Member, channel: Channel) {
  const bits =
    channel.kind === 'guild'
      ? world.permissionsIn(channel, member.user.id)
      : permissionsOf(guild, member, null, world.now());
  return { ...apiMember(member), permissions: String(bits) };
}

/** @param viewer of direct messages, the one who is not listed among the recipients. */
export function apiChannel(channel: Channel, viewer: APIUser): APIChannel {
  if (channel.kind !== 'guild') {
    const people = channel.kind === 'bot' ? [channel.person] : channel.people;
    const recipients = people.map(({ user }) => user).filter(({ id }) => id !== viewer.id);
    const name = channel.kind === 'private' ? { name: null } : {};
    return {
      id: channel.id,
      type: channel.type,
      last_message_id: null,
      flags: none,
      recipients,
      ...name,
    } as APIChannel;
  }
  return {
    id: channel.id,
    type: channel.type,
    guild_id: channel.guild.id,
    name: channel.name,
    topic: channel.topic,
    position: channel.position,
    parent_id: null,
    nsfw: false,
    last_message_id: null,
    rate_limit_per_user: 0,
    flags: none,
    permission_overwrites: channel.overwrites.map(({ id, ofRole, allow, deny }) => ({
      id,
      type: ofRole ? OverwriteType.Role : OverwriteType.Member,
      allow: String(allow),
      deny: String(deny),
    })),
  } as APIChannel;
}

/** What `GET /guilds/:id` shows; GUILD_CREATE adds channels and members. */
export function apiGuild(guild: Guild) {
  const rules = [...guild.channels.values()].find((channel) => channel.rules);
  return {
    id: guild.id,
    name: guild.name,
    icon: null,
    splash: null,
    discovery_splash: null,
    description: null,
    banner: null,
    owner_id: guild.ownerId,
    afk_channel_id: null,
    afk_timeout: 300,
    system_channel_id: null,
    system_channel_flags: none,
    rules_channel_id: rules?.id ?? null,
    public_updates_channel_id: null,
    safety_alerts_channel_id: null,
    preferred_locale: guild.locale,
    features: ['COMMUNITY', 'NEWS'],
    verification_level: 1,
    default_message_notifications: 1,
    explicit_content_filter: 0,
    mfa_level: 0,
    nsfw_level: 0,
    premium_tier: 0,
    premium_subscription_count: 0,
    premium_progress_bar_enabled: false,
    vanity_url_code: null,
    roles: [...guild.roles.values()].map(apiRole),
    emojis: [],
    stickers: [],
  };
}

/** The event GUILD_CREATE. Without the members intent only the bot itself is listed. */
export function apiGuildCreate(world: World, guild: Guild, withMembers: boolean) {
  const members = [...guild.members.values()].filter(({ user }) => withMembers || user.id === world.bot.id);
  return {
    ...apiGuild(guild),
    // discord.js takes a guild without this for unavailable.
    unavailable: false,
    joined_at: guild.members.get(world.bot.id)?.joinedAt,
    large: guild.members.size > 50,
    member_count: guild.members.size,
    members: members.map(apiMember),
    channels: [...guild.channels.values()].map((channel) => apiChannel(channel, world.bot)),
    threads: [],
    presences: [],
    voice_states: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}
