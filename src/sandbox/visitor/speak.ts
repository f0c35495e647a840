/** A person writes a message. */

import { PermissionFlagsBits as Bit, MessageType } from 'discord-api-types/v10';
import type { Discord } from '../discord.ts';
import { maxFileBytes } from '../files/files.ts';
import type { StoredMessage } from '../world/message.ts';
import { has } from '../world/permissions.ts';
import type { Channel, Person } from '../world/world.ts';
import { writeMessage } from '../world/write-message.ts';
import { Refusal } from './outcome.ts';
import type { Upload } from './visitor.ts';

export interface Speech {
  readonly text: string;
  readonly answered: StoredMessage | null;
  readonly files: readonly Upload[];
}

/** @throws Refusal where Discord's client would not send it. */
export function speak(discord: Discord, person: Person, channel: Channel, speech: Speech): StoredMessage {
  const { world, messages, files: store } = discord;
  const { answered, files } = speech;
  const bits = world.permissionsIn(channel, person.user.id);
  const content = withMentions(discord, speech.text.trim());
  if (!has(bits, Bit.SendMessages))
    throw new Refusal('You do not have permission to send messages in this channel');
  if (files.length > 0 && !has(bits, Bit.AttachFiles)) throw new Refusal('You may not attach files here');
  if (content === '' && files.length === 0) throw new Refusal('There is nothing to send');
  if (content.length > 2000) throw new Refusal('Your message is too long: 2000 characters at most');
  if (files.length > 10) throw new Refusal('Too many files: ten at most');
  if (files.some(({ data }) => data.byteLength > maxFileBytes)) throw new Refusal('A file is too large');
  if (answered && answered.channel !== channel)
    throw new Refusal('A reply stands in the channel of its message');
  return writeMessage(world, messages, {
    channel,
    author: person.user,
    body: { content },
    attachments: files.map((file) => store.keep(channel.id, file)),
    type: answered ? MessageType.Reply : MessageType.Default,
    replyTo: answered,
    visibleTo: null,
    flags: 0,
    mentionsByDefault: ['users', 'roles', 'everyone'],
    interaction: null,
  });
}

/** "@name" becomes a mention, as it does in a client that completes names. */
function withMentions({ world }: Discord, text: string): string {
  const users = [world.bot, ...[...world.people.values()].map(({ user }) => user)];
  return text.replaceAll(/(?<![\w<])@([\w.]+)/g, (written, name: string) => {
    const user = users.find(({ username }) => username === name.toLowerCase());
    return user ? `<@${user.id}>` : written;
  });
}
