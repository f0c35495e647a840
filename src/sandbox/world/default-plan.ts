/** The world people meet when nothing else is asked for: a server with a member and two moderators. */

import { PermissionFlagsBits as Bit } from 'discord-api-types/v10';
import type { ChannelPlan, OverwritePlan, PersonPlan, WorldPlan } from './plan.ts';

const everyday =
  Bit.ViewChannel |
  Bit.SendMessages |
  Bit.SendMessagesInThreads |
  Bit.ReadMessageHistory |
  Bit.EmbedLinks |
  Bit.AttachFiles |
  Bit.AddReactions |
  Bit.UseApplicationCommands |
  Bit.UseExternalApps;

const moderating =
  Bit.ManageGuild |
  Bit.ManageMessages |
  Bit.ModerateMembers |
  Bit.KickMembers |
  Bit.MentionEveryone |
  Bit.PinMessages;

const readOnly: readonly OverwritePlan[] = [
  { role: 'everyone', allow: 0n, deny: Bit.SendMessages },
  { role: 'moderators', allow: Bit.SendMessages, deny: 0n },
];

const channel = (key: string, topic: string, more: Partial<ChannelPlan> = {}): ChannelPlan => ({
  key,
  name: key,
  topic,
  kind: 'text',
  rules: false,
  overwrites: [],
  ...more,
});

/** A person with the usual settings. */
export const person = (key: string, displayName: string, more: Partial<PersonPlan> = {}): PersonPlan => ({
  key,
  username: displayName.toLowerCase(),
  displayName,
  locale: 'en-US',
  installedApp: false,
  takesDirectMessages: true,
  ...more,
});

export const defaultPlan: WorldPlan = {
  application: { name: 'Verbatim', botName: 'verbatim' },
  people: [
    person('member', 'Robin', { installedApp: true }),
    person('moderator', 'Ines'),
    person('second-moderator', 'Tomo'),
    person('owner', 'Olga'),
  ],
  guilds: [
    {
      key: 'square',
      name: 'Town Square',
      locale: 'en-US',
      owner: 'owner',
      botRoles: ['bot'],
      roles: [
        { key: 'everyone', name: '@everyone', permissions: everyday, mentionable: false },
        { key: 'moderators', name: 'Moderators', permissions: everyday | moderating, mentionable: false },
        { key: 'news', name: 'News', permissions: 0n, mentionable: true },
        { key: 'bot', name: 'Verbatim', permissions: everyday, mentionable: false },
      ],
      members: [
        { person: 'member', roles: ['news'] },
        { person: 'moderator', roles: ['moderators'] },
        { person: 'second-moderator', roles: ['moderators'] },
        { person: 'owner', roles: [] },
      ],
      channels: [
        channel('general', 'Talk about anything'),
        channel('rules', 'Read before you talk', { rules: true, overwrites: readOnly }),
        channel('announcements', 'News from the moderators', {
          kind: 'announcement',
          overwrites: [...readOnly, { role: 'bot', allow: Bit.SendMessages | Bit.MentionEveryone, deny: 0n }],
        }),
        channel('moderators', 'For moderators', {
          overwrites: [
            { role: 'everyone', allow: 0n, deny: Bit.ViewChannel },
            { role: 'moderators', allow: Bit.ViewChannel, deny: 0n },
            { role: 'bot', allow: Bit.ViewChannel, deny: 0n },
          ],
        }),
      ],
    },
  ],
  privateChannels: [{ key: 'private', people: ['member', 'moderator'] }],
};
