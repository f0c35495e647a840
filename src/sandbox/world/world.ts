/** Everything that is there: people, guilds, channels, roles. Made from a plan, changed while it lives. */

import type { APIUser } from 'discord-api-types/v10';
import { ChannelType } from 'discord-api-types/v10';
import { buildGuild } from './build-guild.ts';
import type { Happening } from './happening.ts';
import { Happenings } from './happening.ts';
import { directMessagePermissions, permissionsOf } from './permissions.ts';
import type { WorldPlan } from './plan.ts';
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
  hasBot: boolean;
  readonly roles: ReadonlyMap<string, Role>;
  readonly members: Map<string, Member>;
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
  overwrites: readonly Overwrite[];
}

export interface Overwrite {
  readonly id: string;
  readonly ofRole: boolean;
  readonly allow: bigint;
  readonly deny: bigint;
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
interface PrivateChannel {
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
  private readonly opened = new Map<Person, BotDirectMessages>();

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
    for (const guild of plan.guilds) {
      const built = buildGuild(this, guild);
      this.guilds.set(built.id, built);
      for (const channel of built.channels.values()) this.channels.set(channel.id, channel);
    }
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
    const known = this.opened.get(person);
    if (known) return known;
    const opened = { kind: 'bot', id: this.nextId(), key: 'bot', type: ChannelType.DM, person } as const;
    this.channels.set(opened.id, opened);
    this.opened.set(person, opened);
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
