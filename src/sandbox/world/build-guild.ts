/** A guild from its plan: roles, members, channels, with ids. */

import { type APIUser, ChannelType } from 'discord-api-types/v10';
import type { ChannelPlan, GuildPlan, OverwritePlan } from './plan.ts';
import { found, type Guild, type GuildChannel, type Member, type Overwrite, type World } from './world.ts';

/** @throws Error on a key that the plan does not have. */
export function buildGuild(world: World, plan: GuildPlan): Guild {
  const id = world.nextId();
  const roles = plan.roles.map((role, position) => {
    return { ...role, position, id: role.key === 'everyone' ? id : world.nextId() };
  });
  const guild: Guild = {
    id,
    key: plan.key,
    name: plan.name,
    locale: plan.locale,
    ownerId: world.person(plan.owner).user.id,
    hasBot: plan.botRoles !== null,
    roles: new Map(roles.map((role) => [role.id, role])),
    members: new Map(),
    channels: new Map(),
  };
  if (plan.botRoles) addMember(world, guild, world.bot, plan.botRoles);
  for (const { person, roles: keys } of plan.members)
    addMember(world, guild, world.person(person).user, keys);
  for (const [position, channelPlan] of plan.channels.entries()) {
    const channel = buildChannel(world, guild, channelPlan, position);
    guild.channels.set(channel.id, channel);
  }
  return guild;
}

export function addMember(world: World, guild: Guild, user: APIUser, roles: readonly string[]): void {
  const joinedAt = new Date(world.now()).toISOString();
  const roleIds = roles.map((key) => roleId(guild, key));
  guild.members.set(user.id, { user, joinedAt, roleIds, timedOutUntil: null });
}

/** @throws Error when there is no such role. */
export function roleId(guild: Guild, key: string): string {
  return found([...guild.roles.values()], key, 'role').id;
}

/** @param person a key of the plan, or "bot". @throws Error when they are not a member. */
export function memberOf(world: World, guild: Guild, person: string): Member {
  const id = person === 'bot' ? world.bot.id : world.person(person).user.id;
  const member = guild.members.get(id);
  if (member) return member;
  throw new Error(`"${person}" is not a member of ${guild.name}`);
}

export function overwritesFrom(
  world: World,
  guild: Guild,
  plans: readonly OverwritePlan[],
): readonly Overwrite[] {
  return plans.map(({ role, person, allow, deny }) => {
    const id = role !== undefined ? roleId(guild, role) : memberOf(world, guild, person ?? '').user.id;
    return { id, ofRole: role !== undefined, allow, deny };
  });
}

function buildChannel(world: World, guild: Guild, plan: ChannelPlan, position: number): GuildChannel {
  const { key, name, topic, kind, rules, overwrites } = plan;
  return {
    kind: 'guild',
    id: world.nextId(),
    key,
    type: kind === 'text' ? ChannelType.GuildText : ChannelType.GuildAnnouncement,
    name,
    topic,
    rules,
    position,
    guild,
    // Where the bot is not, there is nothing to allow it.
    overwrites: overwritesFrom(
      world,
      guild,
      overwrites.filter(({ role, person }) => role !== undefined || person !== 'bot' || guild.hasBot),
    ),
  };
}
