/** What one person perceives of what happens. */

import { InteractionResponseType, PermissionFlagsBits } from 'discord-api-types/v10';
import type { Discord } from '../discord.ts';
import type { Happening } from '../world/happening.ts';
import { type StoredMessage, seen } from '../world/message.ts';
import { has } from '../world/permissions.ts';
import type { Channel, Person } from '../world/world.ts';
import { failureWords } from './await-outcome.ts';
import { readForm } from './form.ts';
import type { Change } from './outcome.ts';

export function canSee({ world }: Discord, person: Person, channel: Channel): boolean {
  return has(world.permissionsIn(channel, person.user.id), PermissionFlagsBits.ViewChannel);
}

export function seesMessage(discord: Discord, person: Person, message: StoredMessage): boolean {
  if (message.visibleTo !== null) return message.visibleTo === person.user.id && !message.dismissed;
  return canSee(discord, person, message.channel);
}

/** @returns null for what this person does not see. */
export function perceive(discord: Discord, person: Person, happening: Happening): Change | null {
  switch (happening.kind) {
    case 'message-created':
    case 'message-edited': {
      const { kind, message } = happening;
      if (!seesMessage(discord, person, message)) return null;
      return { kind, channelId: message.channel.id, message: seen(message) };
    }
    case 'message-deleted': {
      const { kind, message } = happening;
      if (!seesMessage(discord, person, message)) return null;
      return { kind, channelId: message.channel.id, messageId: message.id };
    }
    case 'message-dismissed': {
      const { message } = happening;
      if (message.visibleTo !== person.user.id) return null;
      return { kind: 'message-deleted', channelId: message.channel.id, messageId: message.id };
    }
    case 'typing': {
      const { channel, userId } = happening;
      return canSee(discord, person, channel) ? { kind: 'typing', channelId: channel.id, userId } : null;
    }
    case 'interaction-moved': {
      const { interaction } = happening;
      const { state, form, response, channel } = interaction;
      if (interaction.person !== person) return null;
      if (state === 'failed') {
        return { kind: 'interaction-failed', channelId: channel.id, words: failureWords(interaction) };
      }
      if (response !== InteractionResponseType.Modal || !form) return null;
      return { kind: 'form-opened', channelId: channel.id, form: readForm(discord, interaction, form) };
    }
    case 'channel-deleted':
    case 'channel-changed':
    case 'member-changed':
    case 'bot-joined':
    case 'bot-left':
      return { kind: 'places-changed' };
    case 'commands-changed':
      return { kind: 'commands-changed' };
    case 'bot-presence':
      return { kind: 'bot-presence', online: happening.online };
    default:
      return null;
  }
}
