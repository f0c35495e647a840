/** Everything that is there: people, guilds, channels, roles. Made from a plan, changed while it lives. */

import type { APIUser } from 'discord-api-types/v10';
import { ChannelType } from 'discord-api-types/v10';
import type { Happening } from './happening.ts';
import { Happenings } from './happening.ts';
import { directMessagePermissions, permissionsOf } from './permissions.ts';
import type { GuildPlan, WorldPlan } from './plan.ts';
import { snowflakes } from './snowflake.ts';

export interface Person {
  readonly key: string;
  readonly user: APIUser;
  readonly locale: string;
  readonly installedApp: boolean;
  readonly takesDirectMessages: boolean;
}

export interface Role {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly permissions: bigint;
  readonly mentionable: boolean;
  readonly position: number;
}

export interface Member {
  readonly user: APIUser;
  readonly joinedAt: string;
  roleIds: readonly string[];
  timedOutUntil: number | null;
}

export interface Guild {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly locale: string;
  readonly ownerId: string;
  readonly hasBot: boolean;
  readonly roles: ReadonlyMap<string, Role>;
  readonly members: ReadonlyMap<string, Member>;
  readonly channels: Map<string, GuildChannel>;
}

export interface GuildChannel {
  readonly kind: 'guild';
  readonly id: string;
  readonly key: string;
  readonly type: ChannelType.GuildText | ChannelType.GuildAnnouncement;
  readonly name: string;
  readonly topic: string | null;
  readonly rules: boolean;
  readonly position: number;
  readonly guild: Guild;
  readonly overwrites: readonly {
    readonly id: string;
    readonly ofRole: boolean;
    readonly allow: bigint;
    readonly deny: bigint;
  }[];
}

/** The direct messages of one person with the bot. */
export interface BotDirectMessages {
  readonly kind: 'bot';
  readonly id: string;
  readonly key: 'bot';
  readonly type: ChannelType.DM;
  readonly person: Person;
}

/** Direct messages between people, without the bot. */
export interface PrivateChannel {
  readonly kind: 'private';
  readonly id: string;
  readonly key: string;
  readonly type: ChannelType.DM | ChannelType.GroupDM;
  readonly people: readonly Person[];
}

export type Channel = GuildChannel | BotDirectMessages | PrivateChannel;

export class World {
  readonly nextId: () => string;
  readonly happenings = new Happenings();
  readonly application: { readonly id: string; readonly name: string };
  readonly bot: APIUser;
  readonly people = new Map<string, Person>();
  readonly guilds = new Map<string, Guild>();
  readonly channels = new Map<string, Channel>();
  readonly now: () => number;

  constructor(plan: WorldPlan, now: () => number) {
    this.now = now;
    this.nextId = snowflakes(now);
    // An application and its bot user share one id, as all applications made since 2016 do.
    this.application = { id: this.nextId(), name: plan.application.name };
    this.bot = { ...user(this.application.id, plan.application.botName, plan.application.name), bot: true };
    for (const { key, username, displayName, ...rest } of plan.people) {
      const person = { key, user: user(this.nextId(), username, displayName), ...rest };
      this.people.set(person.user.id, person);
    }
    for (const guild of plan.guilds) this.addGuild(guild);
    for (const { key, people } of plan.privateChannels) {
      const type = people.length > 2 ? ChannelType.GroupDM : ChannelType.DM;
      const channel = { kind: 'private' as const, id: this.nextId(), key, type };
      this.channels.set(channel.id, {
        ...channel,
        people: people.map((name) => this.person(name)),
      } as Channel);
    }
  }

  /** @throws Error on a key that is not in the plan. */
  person(key: string): Person {
    return found([...this.people.values()], key, 'person');
  }

  guild(key?: string): Guild {
    const all = [...this.guilds.values()];
    return found(all, key ?? all[0]?.key ?? 'any guild', 'guild');
  }

  /** The person, or the bot, whose id this is. */
  userOf(id: string): APIUser | undefined {
    return id === this.bot.id ? this.bot : this.people.get(id)?.user;
  }

  /** A person's direct messages with the bot, opened when they are not. */
  directMessages(person: Person): BotDirectMessages {
    for (const channel of this.channels.values()) {
      if (channel.kind === 'bot' && channel.person === person) return channel;
    }
    const opened = { kind: 'bot', id: this.nextId(), key: 'bot', type: ChannelType.DM, person } as const;
    this.channels.set(opened.id, opened);
    return opened;
  }

  /** What a person or the bot may do in a channel. 0 where they are not. */
  permissionsIn(channel: Channel, userId: string): bigint {
    if (channel.kind === 'guild') {
      const member = channel.guild.members.get(userId);
      return member ? permissionsOf(channel.guild, member, channel, this.now()) : 0n;
    }
    const inside =
      channel.kind === 'bot'
        ? userId === this.bot.id || userId === channel.person.user.id
        : channel.people.some((person) => person.user.id === userId);
    return inside ? directMessagePermissions : 0n;
  }

  tell(happening: Happening): void {
    this.happenings.tell(happening);
  }

  private addGuild(plan: GuildPlan): void {
    const id = this.nextId();
    const idOf = new Map<string, string>();
    for (const role of plan.roles) idOf.set(role.key, role.key === 'everyone' ? id : this.nextId());
    const roleId = (key: string) =>
      found(
        [...idOf].map(([name, value]) => ({ key: name, value })),
        key,
        'role',
      ).value;
    const joinedAt = new Date(this.now()).toISOString();
    const member = (who: APIUser, roles: readonly string[]): [string, Member] => [
      who.id,
      { user: who, joinedAt, roleIds: roles.map(roleId), timedOutUntil: null },
    ];
    const people = plan.members.map((each) => member(this.person(each.person).user, each.roles));
    const guild: Guild = {
      id,
      key: plan.key,
      name: plan.name,
      locale: plan.locale,
      ownerId: this.person(plan.owner).user.id,
      hasBot: plan.botRoles !== null,
      roles: new Map(
        plan.roles.map((role, position) => [roleId(role.key), { ...role, id: roleId(role.key), position }]),
      ),
      members: new Map(plan.botRoles ? [member(this.bot, plan.botRoles), ...people] : people),
      channels: new Map(),
    };
    this.guilds.set(id, guild);
    for (const [position, { kind, overwrites, ...rest }] of plan.channels.entries()) {
      const type = kind === 'text' ? ChannelType.GuildText : ChannelType.GuildAnnouncement;
      const whom = (role?: string, person?: string) =>
        role !== undefined
          ? roleId(role)
          : person === 'bot'
            ? this.bot.id
            : this.person(person ?? '').user.id;
      const channel: GuildChannel = {
        ...rest,
        kind: 'guild',
        id: this.nextId(),
        type,
        position,
        guild,
        overwrites: overwrites.map(({ role, person, allow, deny }) => ({
          id: whom(role, person),
          ofRole: role !== undefined,
          allow,
          deny,
        })),
      };
      guild.channels.set(channel.id, channel);
      this.channels.set(channel.id, channel);
    }
  }
}

function user(id: string, username: string, displayName: string): APIUser {
  return { id, username, discriminator: '0', global_name: displayName, avatar: null };
}

/** @throws Error naming the keys there are. */
export function found<T extends { readonly key: string }>(all: readonly T[], key: string, what: string): T {
  const one = all.find((each) => each.key === key);
  if (one) return one;
  throw new Error(
    `The sandbox has no ${what} "${key}"; it has ${all.map((each) => each.key).join(', ') || 'none'}`,
  );
}
