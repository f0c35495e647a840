/** The one place that sends. Nothing else in this folder may call a sending method of discord.js. */
import {
  type APIInteractionResponse,
  DiscordAPIError,
  type Message,
  MessageFlags,
  type RawFile,
  RESTJSONErrorCodes,
  type RepliableInteraction,
  InteractionResponseType as Response,
  Routes,
} from 'discord.js';
import { LRUCache } from 'lru-cache';
import { chat } from '../desk/wording/chat.ts';
import type { Log } from '../log.ts';
import { attached, payload, said } from './payload.ts';
import { readBack } from './render/read-back.ts';
import { plainReply, type Reply } from './reply.ts';
import type { Say, Shared, Visibility } from './say.ts';
import { UnclearError, untilClear, wasRefused } from './until-clear.ts';

/** Every interaction but autocompletion. */
export type Answerable = RepliableInteraction;

export interface OutboxParts {
  readonly log: Log;
  /** A short reference for a person to quote and an operator to find in the log. */
  readonly reference: () => string;
  /** Milliseconds within which the last try of a first response begins. */
  readonly lastTryMs: number;
}

export interface Outbox {
  toInteraction(interaction: Answerable): Say;
  toMessage(message: Message): Pick<Say, 'reply'>;
}

export function createOutbox({ log, reference, lastTryMs }: OutboxParts): Outbox {
  /** Messages that were shared with the channel, or are being shared. */
  const shared = new LRUCache<string, true>({ max: 5_000 });

  /** What goes out for a reply: itself where its quotations are proven, an apology otherwise. */
  function proven(reply: Reply): { readonly sent: Reply; readonly alone: boolean } {
    const mismatch = readBack(reply);
    if (mismatch === null) return { sent: reply, alone: false };
    const ref = reference();
    log.error({ reference: ref, mismatch }, 'a quotation did not read back as its source; not sent');
    return { sent: plainReply(chat.trouble.unproven(ref)), alone: true };
  }

  /**
   * Sends the first response, after an unclear outcome again: Discord takes only one and says so to the second.
   * A response that had arrived, or comes too late, is no failure of ours to report.
   */
  async function acknowledge(
    interaction: Answerable,
    response: FirstResponse,
    becomes: 'replied' | 'deferred' = 'replied',
  ): Promise<void> {
    try {
      await untilClear(() => respond(interaction, response), lastTryMs);
    } catch (error) {
      const code = codeOf(error);
      if (code === RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged) {
        log.debug({ interaction: interaction.id }, 'already acknowledged');
      } else if (code === RESTJSONErrorCodes.UnknownInteraction) {
        log.warn({ interaction: interaction.id }, 'the answer came too late for Discord');
      } else throw error;
    }
    interaction[becomes] = true;
  }

  return {
    toInteraction(interaction) {
      let updated = false;
      const say: Say = {
        async reply(reply, { alone = false }: Visibility = {}) {
          const { sent, alone: sorry } = proven(reply);
          const hidden = alone || sorry ? { flags: MessageFlags.Ephemeral as const } : {};
          if (interaction.deferred && !interaction.replied)
            await untilClear(() => interaction.editReply(payload(sent)));
          else if (interaction.replied)
            await once(() => interaction.followUp({ ...payload(sent), ...hidden }));
          else
            await acknowledge(interaction, {
              body: { type: Response.ChannelMessageWithSource, data: { ...said(sent), ...hidden } },
              files: attached(sent),
            });
        },

        async update(reply) {
          const { sent, alone } = proven(reply);
          const onMessage =
            interaction.isMessageComponent() || (interaction.isModalSubmit() && interaction.isFromMessage());
          if (updated && !alone) await untilClear(() => interaction.editReply(payload(sent)));
          else if (alone || !onMessage || interaction.replied) await say.reply(sent, { alone });
          else {
            await acknowledge(interaction, {
              body: { type: Response.UpdateMessage, data: said(sent) },
              files: attached(sent),
            });
            updated = true;
          }
        },

        async share(reply): Promise<Shared> {
          if (!interaction.isMessageComponent()) throw new TypeError('Only a shown message can be shared.');
          const { id } = interaction.message;
          if (shared.has(id)) return { kind: 'done' };
          shared.set(id, true);
          try {
            await say.reply(reply);
            return { kind: 'done' };
          } catch (error) {
            const ref = reference();
            log.error({ err: error, reference: ref, interaction: interaction.id }, 'could not share');
            if (!wasRefused(error)) return { kind: 'unclear', reference: ref };
            shared.delete(id);
            return { kind: 'refused', reference: ref };
          }
        },

        async remove() {
          if (!interaction.isMessageComponent()) return;
          // What is said after this is a message of its own.
          await acknowledge(interaction, { body: { type: Response.DeferredMessageUpdate } });
          await untilClear(() => interaction.deleteReply()).catch((error: unknown) => {
            // Somebody else was faster.
            if (codeOf(error) !== RESTJSONErrorCodes.UnknownMessage) throw error;
          });
        },

        async openForm(form) {
          if (interaction.isModalSubmit()) throw new TypeError('A form cannot answer a form.');
          await acknowledge(interaction, { body: { type: Response.Modal, data: form } });
        },

        async defer({ alone = false }: Visibility = {}) {
          const data = alone ? { flags: MessageFlags.Ephemeral as const } : {};
          const body = { type: Response.DeferredChannelMessageWithSource as const, data };
          await acknowledge(interaction, { body }, 'deferred');
        },
      };
      return say;
    },

    toMessage: (message) => ({
      async reply(reply) {
        const { sent } = proven(reply);
        // One nonce for all that is said to a message: after an unclear outcome neither a repetition nor an apology
        // becomes a second one.
        const said = { ...payload(sent), nonce: message.id, enforceNonce: true };
        const { channel } = message;
        try {
          await untilClear(() => message.reply({ ...said, failIfNotExists: false }));
        } catch (error) {
          const code = codeOf(error);
          // Without the right to read the channel's history a message cannot be replied to, only followed.
          if (code === noHistory && channel.isSendable()) await untilClear<unknown>(() => channel.send(said));
          else if (notWritable.has(code) && message.inGuild()) await answerDirectly(message, sent);
          else throw error;
        }
      },
    }),
  };

  /** Whoever asked where the bot may not write gets the answer as a direct message, if they take any. */
  async function answerDirectly({ id, author, channelId }: Message, sent: Reply): Promise<void> {
    log.info({ channel: channelId }, 'may not write in this channel; answering directly');
    const parts = [plainReply(chat.trouble.notWritable), sent];
    for (const [index, part] of parts.entries()) {
      const said = { ...payload(part), nonce: `${id}-${index}`, enforceNonce: true };
      await untilClear(() => author.send(said));
    }
  }
}

interface FirstResponse {
  readonly body: APIInteractionResponse;
  readonly files?: RawFile[];
}

/** Past the library's methods, which would take what has the API's names already apart and put it together again. */
async function respond({ client, id, token }: Answerable, response: FirstResponse): Promise<void> {
  await client.rest.post(Routes.interactionCallback(id, token), { ...response, auth: false });
}

/** Sends what Discord could not tell from a repetition: nobody repeats it. */
async function once(send: () => Promise<unknown>): Promise<void> {
  try {
    await send();
  } catch (error) {
    throw wasRefused(error) ? error : new UnclearError(error);
  }
}

function codeOf(error: unknown): number | string | null {
  return error instanceof DiscordAPIError ? error.code : null;
}

/** Replying takes the right to read the history. @see https://docs.discord.com/developers/topics/opcodes-and-status-codes */
const noHistory = 160_002;
const notWritable: ReadonlySet<number | string | null> = new Set([
  RESTJSONErrorCodes.MissingAccess,
  RESTJSONErrorCodes.MissingPermissions,
]);
