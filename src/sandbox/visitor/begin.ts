/** Begins an interaction: gathers all that Discord sends with it. */

import type {
  APIAuthorizingIntegrationOwnersMap,
  APIMessageInteractionMetadata,
  InteractionType,
} from 'discord-api-types/v10';
import { PermissionFlagsBits as Bit } from 'discord-api-types/v10';
import type { Discord } from '../discord.ts';
import { maxFileBytes } from '../files/files.ts';
import type { Interaction } from '../interactions/interaction.ts';
import { apiChannel, apiMemberIn } from '../world/api-objects.ts';
import type { StoredMessage } from '../world/message.ts';
import type { Channel, Person } from '../world/world.ts';
import { contextOf } from './offer.ts';

export interface Beginning {
  readonly type: InteractionType;
  readonly person: Person;
  readonly channel: Channel;
  readonly owners: APIAuthorizingIntegrationOwnersMap;
  readonly data: object;
  /** The message with the component, also for a form that was opened from one. */
  readonly source: StoredMessage | null;
  readonly command: Interaction['command'];
  /** What Discord notes on the reply: what was used to get it. */
  readonly note: object;
}

/** What an app may do in a server where only a person has installed it. */
const guestPermissions = Bit.EmbedLinks | Bit.AttachFiles | Bit.UseExternalEmojis;

export function begin(discord: Discord, given: Beginning): Interaction {
  const { world, interactions } = discord;
  const { type, person, channel, owners, data, source } = given;
  const id = world.nextId();
  const guild = channel.kind === 'guild' ? channel.guild : null;
  const member = guild?.members.get(person.user.id);
  const metadata = {
    id,
    type,
    user: person.user,
    authorizing_integration_owners: owners,
    ...given.note,
  } as APIMessageInteractionMetadata;
  const appBits = guild && !guild.hasBot ? guestPermissions : world.permissionsIn(channel, world.bot.id);
  const own = guild ? { permissions: String(world.permissionsIn(channel, person.user.id)) } : {};
  const place =
    guild && member
      ? {
          guild_id: guild.id,
          guild: { id: guild.id, locale: guild.locale, features: [] },
          guild_locale: guild.locale,
          member: apiMemberIn(world, guild, member, channel),
        }
      : { user: person.user };
  return interactions.begin(
    {
      id,
      type,
      person,
      channel,
      metadata,
      source,
      command: given.command,
      userInstallOnly: owners[0] === undefined,
    },
    (token) => ({
      id,
      application_id: world.application.id,
      type,
      token,
      version: 1,
      entitlements: [],
      authorizing_integration_owners: owners,
      context: contextOf(channel),
      attachment_size_limit: maxFileBytes,
      app_permissions: String(appBits),
      locale: person.locale,
      channel_id: channel.id,
      channel: { ...apiChannel(channel, world.bot), ...own },
      ...place,
      data,
      ...(source ? { message: source.api } : {}),
    }),
  );
}
