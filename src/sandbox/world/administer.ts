/** What a server's owner can change while the world lives; the bot is told as Discord tells it. */

import { addMember, memberOf, overwritesFrom, roleId } from './build-guild.ts';
import type { OverwritePlan } from './plan.ts';
import type { Guild, GuildChannel, World } from './world.ts';

export function setRoles(world: World, guild: Guild, person: string, roles: readonly string[]): void {
  const member = memberOf(world, guild, person);
  member.roleIds = roles.map((key) => roleId(guild, key));
  world.tell({ kind: 'member-changed', guild, member });
}

export function timeOut(world: World, guild: Guild, person: string, until: number | null): void {
  const member = memberOf(world, guild, person);
  member.timedOutUntil = until;
  world.tell({ kind: 'member-changed', guild, member });
}

/** Replaces all of a channel's overwrites. */
export function setOverwrites(world: World, channel: GuildChannel, plans: readonly OverwritePlan[]): void {
  channel.overwrites = overwritesFrom(world, channel.guild, plans);
  world.tell({ kind: 'channel-changed', channel });
}

export function deleteChannel(world: World, channel: GuildChannel): void {
  world.channels.delete(channel.id);
  channel.guild.channels.delete(channel.id);
  world.tell({ kind: 'channel-deleted', channel });
}

export function removeBot(world: World, guild: Guild): void {
  guild.hasBot = false;
  guild.members.delete(world.bot.id);
  world.tell({ kind: 'bot-left', guild });
}

export function inviteBot(world: World, guild: Guild, roles: readonly string[]): void {
  guild.hasBot = true;
  addMember(world, guild, world.bot, roles);
  world.tell({ kind: 'bot-joined', guild });
}
