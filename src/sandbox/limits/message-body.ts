/** What a message may carry: https://docs.discord.com/developers/resources/message#create-message */

import { MessageFlags } from 'discord-api-types/v10';
import { z } from 'zod';
import { DiscordError } from '../rest/discord-error.ts';
import { messageComponents } from './components.ts';
import { embeds } from './embed.ts';
import { issue } from './parse.ts';

const ids = z.array(z.string()).max(100).optional();

const allowedMentions = z
  .object({
    parse: z.array(z.enum(['users', 'roles', 'everyone'])).optional(),
    users: ids,
    roles: ids,
    replied_user: z.boolean().optional(),
  })
  .superRefine(({ parse = [], users = [], roles = [] }, context) => {
    for (const [kind, listed] of [
      ['users', users],
      ['roles', roles],
    ] as const) {
      if (!parse.includes(kind) || listed.length === 0) continue;
      const words = `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`;
      context.addIssue(issue('MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE', words));
    }
  });

/** Either kind of components is read with this; `v2` follows from the flags of the message. */
const messageBody = (v2: boolean) =>
  z
    .object({
      content: z.string().trim().max(2000).nullish(),
      embeds: embeds.nullish(),
      components: messageComponents(v2).nullish(),
      allowed_mentions: allowedMentions.nullish(),
      flags: z.number().int().nullish(),
      nonce: z.union([z.number().int(), z.string().max(25)]).nullish(),
      enforce_nonce: z.boolean().optional(),
      tts: z.boolean().optional(),
      message_reference: z
        .object({
          message_id: z.string().optional(),
          channel_id: z.string().optional(),
          guild_id: z.string().optional(),
          fail_if_not_exists: z.boolean().optional(),
          type: z.number().int().optional(),
        })
        .optional(),
      attachments: z
        .array(
          z.object({
            id: z.union([z.string(), z.number().int()]),
            filename: z.string().optional(),
            description: z.string().max(1024).nullish(),
          }),
        )
        .nullish(),
    })
    .superRefine((parsed, context) => {
      if (!v2) return;
      if (parsed.content || parsed.embeds?.length) {
        const words = 'The MessageFlags.IS_COMPONENTS_V2 flag cannot be used with content or embeds';
        context.addIssue(issue('MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2', words, ['flags']));
      }
    });

export type MessageBody = z.output<ReturnType<typeof messageBody>>;
export type AllowedMentions = z.output<typeof allowedMentions>;

const unsupported = ['poll', 'sticker_ids', 'shared_client_theme'];

const classicBody = messageBody(false);
const secondBody = messageBody(true);

/** The schema for a body, by its flags or by those of the message it edits. */
export function messageBodySchema(body: unknown, flagsSoFar = 0): z.ZodType<MessageBody> {
  const fields = typeof body === 'object' && body !== null ? body : {};
  for (const field of unsupported) {
    // Refused rather than passed over, so that nobody relies on what is not there.
    if (field in fields) throw new DiscordError(501, 0, `The sandbox has no messages with "${field}"`);
  }
  const given = 'flags' in fields ? Number(fields.flags) : 0;
  return ((given | flagsSoFar) & MessageFlags.IsComponentsV2) !== 0 ? secondBody : classicBody;
}
