/** Who may do what where, as Discord computes it: roles, then the channel's overwrites, then a time-out. */

import { PermissionFlagsBits } from 'discord-api-types/v10';
import type { Guild, GuildChannel, Member } from './world.ts';

const allPermissions = Object.values(PermissionFlagsBits).reduce((all, bit) => all | bit, 0n);

/** What a one-to-one channel allows both sides. */
export const directMessagePermissions =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.EmbedLinks |
  PermissionFlagsBits.AttachFiles |
  PermissionFlagsBits.ReadMessageHistory |
  PermissionFlagsBits.AddReactions |
  PermissionFlagsBits.UseExternalEmojis |
  PermissionFlagsBits.MentionEveryone |
  PermissionFlagsBits.UseApplicationCommands;

const leftWhenTimedOut = PermissionFlagsBits.ViewChannel | PermissionFlagsBits.ReadMessageHistory;

/** What sending needs: without SEND_MESSAGES these are lost with it. */
const lostWithSending =
  PermissionFlagsBits.MentionEveryone |
  PermissionFlagsBits.SendTTSMessages |
  PermissionFlagsBits.AttachFiles |
  PermissionFlagsBits.EmbedLinks;

/**
 * A member's permission bits in a channel, or in the whole guild when `channel` is null. The order of the
 * overwrites is Discord's (docs, topics/permissions): @everyone, all roles together, the member.
 */
export function permissionsOf(
  guild: Guild,
  member: Member,
  channel: GuildChannel | null,
  now: number,
): bigint {
  const everyone = guild.roles.get(guild.id);
  let bits = everyone?.permissions ?? 0n;
  for (const roleId of member.roleIds) bits |= guild.roles.get(roleId)?.permissions ?? 0n;
  const unbound = guild.ownerId === member.user.id || (bits & PermissionFlagsBits.Administrator) !== 0n;
  if (unbound) return allPermissions;
  if (channel) bits = withOverwrites(bits, guild, member, channel);
  if (member.timedOutUntil !== null && member.timedOutUntil > now) bits &= leftWhenTimedOut;
  if (channel && !has(bits, PermissionFlagsBits.ViewChannel)) return 0n;
  if (channel && !has(bits, PermissionFlagsBits.SendMessages)) bits &= ~lostWithSending;
  return bits;
}

function withOverwrites(base: bigint, guild: Guild, member: Member, channel: GuildChannel): bigint {
  const of = (id: string) => channel.overwrites.filter((overwrite) => overwrite.id === id);
  const roles = channel.overwrites.filter((o) => o.id !== guild.id && member.roleIds.includes(o.id));
  return [of(guild.id), roles, of(member.user.id)].reduce((bits, level) => {
    const deny = level.reduce((sum, overwrite) => sum | overwrite.deny, 0n);
    const allow = level.reduce((sum, overwrite) => sum | overwrite.allow, 0n);
    return (bits & ~deny) | allow;
  }, base);
}

export function has(bits: bigint, wanted: bigint): boolean {
  return (bits & wanted) === wanted;
}
