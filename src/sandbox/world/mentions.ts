/** Whom a message mentions and pings: https://docs.discord.com/developers/resources/message#allowed-mentions-object */

import type { APIUser } from 'discord-api-types/v10';
import { PermissionFlagsBits } from 'discord-api-types/v10';
import { flatten } from '../limits/components.ts';
import type { AllowedMentions } from '../limits/message-body.ts';
import { has } from './permissions.ts';
import type { Channel, World } from './world.ts';

export interface Mentions {
  readonly users: readonly APIUser[];
  readonly roleIds: readonly string[];
  readonly everyone: boolean;
  /** The people who hear of it, not the author. */
  readonly notified: readonly string[];
}

export interface Mentioning {
  readonly channel: Channel;
  readonly authorId: string;
  readonly content: string;
  readonly components: readonly object[];
  readonly allowed: AllowedMentions | null;
  /** What is parsed when `allowed` is not given: everything in messages, users only through webhooks. */
  readonly byDefault: readonly ('users' | 'roles' | 'everyone')[];
  /** The author of the message this one replies to. */
  readonly repliedTo: APIUser | null;
  /** A private reply pings nobody. */
  readonly ephemeral: boolean;
}

/** Mentions inside embeds do not count; those in code and after a backslash do: stricter than a client. */
export function mentionsOf(world: World, given: Mentioning): Mentions {
  const { channel, authorId, allowed, byDefault } = given;
  const displays = flatten(given.components).map(({ content }) =>
    typeof content === 'string' ? content : '',
  );
  const text = [given.content, ...displays].join('\n');
  const parsed = allowed ? (allowed.parse ?? []) : byDefault;
  const may = has(world.permissionsIn(channel, authorId), PermissionFlagsBits.MentionEveryone);
  const guild = channel.kind === 'guild' ? channel.guild : null;

  const users = new Map<string, APIUser>();
  for (const [, id = ''] of text.matchAll(/<@!?(\d{15,20})>/g)) {
    const user = world.userOf(id);
    if (user && (parsed.includes('users') || allowed?.users?.includes(id))) users.set(id, user);
  }
  const pingsReplied = allowed ? (allowed.replied_user ?? false) : true;
  if (given.repliedTo && pingsReplied) users.set(given.repliedTo.id, given.repliedTo);

  const roleIds = [...text.matchAll(/<@&(\d{15,20})>/g)]
    .map(([, id = '']) => id)
    .filter((id) => parsed.includes('roles') || allowed?.roles?.includes(id))
    .filter((id) => guild?.roles.get(id)?.mentionable || (may && guild?.roles.has(id)));
  const everyone = guild !== null && may && parsed.includes('everyone') && /@(everyone|here)/.test(text);

  const reached = new Set(users.keys());
  for (const member of guild?.members.values() ?? []) {
    if (everyone || member.roleIds.some((id) => roleIds.includes(id))) reached.add(member.user.id);
  }
  reached.delete(authorId);
  const canSee = (id: string) => has(world.permissionsIn(channel, id), PermissionFlagsBits.ViewChannel);
  return {
    users: [...users.values()],
    roleIds: [...new Set(roleIds)],
    everyone,
    notified: given.ephemeral ? [] : [...reached].filter(canSee),
  };
}
