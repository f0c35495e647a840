/** The bot's first response to an interaction: reply, think, update, complete or open a form. */

import type { APIAttachment } from 'discord-api-types/v10';
import {
  ApplicationCommandType,
  InteractionType as Asked,
  MessageFlags,
  MessageType,
  PermissionFlagsBits,
  InteractionResponseType as Response,
} from 'discord-api-types/v10';
import { z } from 'zod';
import type { Discord } from '../discord.ts';
import { choices } from '../limits/command.ts';
import { type MessageBody, messageBodySchema } from '../limits/message-body.ts';
import { modal } from '../limits/modal.ts';
import { parse } from '../limits/parse.ts';
import { refuse } from '../rest/discord-error.ts';
import type { StoredMessage } from '../world/message.ts';
import { has } from '../world/permissions.ts';
import { editMessage, writeMessage } from '../world/write-message.ts';
import type { Interaction } from './interaction.ts';

const envelope = z.object({ type: z.number().int(), data: z.unknown().optional() });
const completion = z.object({ choices });

/** Keeps the files of a request and gives them as attachments. */
export type Attach = (body: MessageBody) => APIAttachment[];

/** @throws DiscordError when the response does not fit the interaction or breaks a limit. */
export function respond(discord: Discord, interaction: Interaction, given: unknown, attach: Attach): void {
  const { type, data } = parse(envelope, given);
  if (!fits(type, interaction)) throw badType(type);
  switch (type) {
    case Response.ChannelMessageWithSource: {
      const body = parse(messageBodySchema(data), data, ['data']);
      interaction.original = writeAnswer(discord, interaction, body, attach(body), 0);
      break;
    }
    case Response.DeferredChannelMessageWithSource: {
      const asked = parse(z.object({ flags: z.number().int().nullish() }).nullish(), data, ['data']);
      // Of the flags only this one is looked at here.
      const flags = (asked?.flags ?? 0) & MessageFlags.Ephemeral;
      interaction.original = writeAnswer(discord, interaction, { flags }, [], MessageFlags.Loading);
      break;
    }
    case Response.UpdateMessage: {
      const body = parse(messageBodySchema(data ?? {}, interaction.source?.api.flags), data ?? {}, ['data']);
      if (!interaction.source) throw badType(type);
      editMessage(discord.world, discord.messages, interaction.source, {
        body,
        added: attach(body),
        byWebhook: true,
      });
      interaction.original = interaction.source;
      break;
    }
    case Response.DeferredMessageUpdate:
      interaction.original = interaction.source;
      break;
    case Response.ApplicationCommandAutocompleteResult:
      interaction.choices = parse(completion, data, ['data']).choices as Interaction['choices'];
      break;
    case Response.Modal:
      interaction.form = parse(modal, data, ['data']) as Interaction['form'];
      interaction.formOpen = true;
      break;
    default:
      throw badType(type);
  }
  interaction.state = 'answered';
  interaction.response = type;
  discord.interactions.moved(interaction);
}

function fits(type: Response, { type: asked, source }: Interaction): boolean {
  if (asked === Asked.ApplicationCommandAutocomplete)
    return type === Response.ApplicationCommandAutocompleteResult;
  switch (type) {
    case Response.ChannelMessageWithSource:
    case Response.DeferredChannelMessageWithSource:
      return true;
    case Response.DeferredMessageUpdate:
    case Response.UpdateMessage:
      return source !== null && asked !== Asked.ApplicationCommand;
    case Response.Modal:
      return asked !== Asked.ModalSubmit;
    default:
      return false;
  }
}

function badType(type: number) {
  const message = `Interaction callback type ${type} cannot be used here`;
  return refuse.invalidForm([{ path: ['type'], code: 'INTERACTION_RESPONSE_TYPE_INVALID', message }]);
}

/** A message in answer to an interaction: the first one, or a follow-up. */
export function writeAnswer(
  discord: Discord,
  interaction: Interaction,
  body: MessageBody,
  attachments: readonly APIAttachment[],
  extraFlags: number,
): StoredMessage {
  const { world, messages } = discord;
  const { channel, person, source } = interaction;
  const hidden = ((body.flags ?? 0) & MessageFlags.Ephemeral) !== 0 || mustBeHidden(discord, interaction);
  return writeMessage(world, messages, {
    channel,
    author: world.bot,
    body,
    attachments,
    type: source ? MessageType.Reply : commandReplyType(interaction),
    replyTo: source,
    visibleTo: hidden ? person.user.id : null,
    flags: extraFlags | (hidden ? MessageFlags.Ephemeral : 0),
    mentionsByDefault: ['users'],
    interaction: { metadata: interaction.metadata, command: interaction.command },
  });
}

/** An app that only this person installed speaks in a server's channel as far as the server lets such apps. */
function mustBeHidden({ world }: Discord, { userInstallOnly, channel, person }: Interaction): boolean {
  if (!userInstallOnly || channel.kind !== 'guild') return false;
  return !has(world.permissionsIn(channel, person.user.id), PermissionFlagsBits.UseExternalApps);
}

function commandReplyType({ command }: Interaction): MessageType {
  return command?.type === ApplicationCommandType.ChatInput
    ? MessageType.ChatInputCommand
    : MessageType.ContextMenuCommand;
}
