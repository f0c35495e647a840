/** The people, roles, channels and files an interaction's values point to, as Discord sends them along. */

import { PermissionFlagsBits } from 'discord-api-types/v10';
import type { Discord } from '../discord.ts';
import { apiChannel, apiMemberIn, apiRole } from '../world/api-objects.ts';
import { has } from '../world/permissions.ts';
import type { Channel } from '../world/world.ts';
import type { Upload } from './visitor.ts';

type Section = 'users' | 'members' | 'roles' | 'channels' | 'attachments';

export class Resolved {
  private readonly discord: Discord;
  private readonly where: Channel;
  private readonly sections: Partial<Record<Section, Record<string, object>>> = {};

  constructor(discord: Discord, where: Channel) {
    this.discord = discord;
    this.where = where;
  }

  /** @returns whether there is such a person here; likewise below. */
  person(id: string): boolean {
    const { world } = this.discord;
    const user = world.userOf(id);
    if (!user) return false;
    const member = this.where.kind === 'guild' ? this.where.guild.members.get(id) : undefined;
    if (this.where.kind === 'guild' && member) {
      const { user: _, ...rest } = apiMemberIn(world, this.where.guild, member, this.where);
      this.put('members', id, rest);
    }
    this.put('users', id, user);
    return true;
  }

  role(id: string): boolean {
    const role = this.where.kind === 'guild' ? this.where.guild.roles.get(id) : undefined;
    if (role) this.put('roles', id, apiRole(role));
    return role !== undefined;
  }

  channel(id: string, types: readonly number[] | undefined): boolean {
    const { world } = this.discord;
    const channel = this.where.kind === 'guild' ? this.where.guild.channels.get(id) : undefined;
    if (!channel || (types?.length && !types.includes(channel.type))) return false;
    const bits = world.permissionsIn(channel, world.bot.id);
    this.put('channels', id, { ...apiChannel(channel, world.bot), permissions: String(bits) });
    return true;
  }

  /** Keeps the file. @returns its id. */
  file(upload: Upload): string {
    const attachment = this.discord.files.keep(this.where.id, upload);
    this.put('attachments', attachment.id, { ...attachment, ephemeral: true });
    return attachment.id;
  }

  toJSON(): object | undefined {
    return Object.keys(this.sections).length > 0 ? this.sections : undefined;
  }

  private put(section: Section, id: string, value: object): void {
    this.sections[section] = { ...this.sections[section], [id]: value };
  }
}

/** The people of a channel. */
export function peopleIn({ world }: Discord, channel: Channel) {
  const all = [...world.people.values()];
  return all.filter(({ user }) =>
    has(world.permissionsIn(channel, user.id), PermissionFlagsBits.ViewChannel),
  );
}
