/** The one place that sends. Nothing else in this folder may call a sending method of discord.js. */
import {
  DiscordAPIError,
  type Message,
  MessageFlags,
  RESTJSONErrorCodes,
  type RepliableInteraction,
} from 'discord.js';
import { chat } from '../desk/wording/chat.ts';
import type { Log } from '../log.ts';
import { readBack } from './render/read-back.ts';
import { plainReply, type Reply } from './reply.ts';
import type { Say, Visibility } from './say.ts';

/** Every interaction but autocompletion. */
export type Answerable = RepliableInteraction;

export interface OutboxParts {
  readonly log: Log;
  /** A short reference for a person to quote and an operator to find in the log. */
  readonly reference: () => string;
}

export interface Outbox {
  toInteraction(interaction: Answerable): Say;
  toMessage(message: Message): Pick<Say, 'reply'>;
}

const nobody = { parse: [], repliedUser: false };

export function createOutbox({ log, reference }: OutboxParts): Outbox {
  /** What goes out for a reply: itself where its quotations are proven, an apology otherwise. */
  function proven(reply: Reply): { readonly sent: Reply; readonly alone: boolean } {
    const mismatch = readBack(reply);
    if (mismatch === null) return { sent: reply, alone: false };
    const ref = reference();
    log.error({ reference: ref, mismatch }, 'a quotation did not read back as its source; not sent');
    return { sent: plainReply(chat.trouble.unproven(ref)), alone: true };
  }

  /**
   * Sends the first response. After an unclear outcome once more: Discord takes only one and says so to the second.
   * A response that had arrived, or comes too late, is no failure of ours to report.
   */
  async function acknowledge(
    interaction: Answerable,
    send: () => Promise<unknown>,
    becomes: 'replied' | 'deferred' = 'replied',
  ): Promise<void> {
    try {
      await untilClear(send);
    } catch (error) {
      const code = error instanceof DiscordAPIError ? error.code : null;
      if (code === RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged) {
        log.debug({ interaction: interaction.id }, 'already acknowledged');
      } else if (code === RESTJSONErrorCodes.UnknownInteraction) {
        log.warn({ interaction: interaction.id }, 'the answer came too late for Discord');
      } else throw error;
      interaction[becomes] = true;
    }
  }

  return {
    toInteraction(interaction) {
      const say: Say = {
        async reply(reply, { alone = false }: Visibility = {}) {
          const { sent, alone: sorry } = proven(reply);
          const hidden = alone || sorry ? { flags: MessageFlags.Ephemeral as const } : {};
          if (interaction.deferred && !interaction.replied)
            await untilClear(() => interaction.editReply(payload(sent)));
          else if (interaction.replied) await interaction.followUp({ ...payload(sent), ...hidden });
          else await acknowledge(interaction, () => interaction.reply({ ...payload(sent), ...hidden }));
        },

        async update(reply) {
          const { sent, alone } = proven(reply);
          const onMessage =
            interaction.isMessageComponent() || (interaction.isModalSubmit() && interaction.isFromMessage());
          if (alone || !onMessage || interaction.replied) await say.reply(sent, { alone });
          else await acknowledge(interaction, () => interaction.update(payload(sent)));
        },

        async remove() {
          if (!interaction.isMessageComponent()) return;
          await acknowledge(interaction, () => interaction.deferUpdate());
          await interaction.deleteReply();
        },

        async openForm(form) {
          if (interaction.isModalSubmit()) throw new TypeError('A form cannot answer a form.');
          await acknowledge(interaction, () => interaction.showModal(form));
        },

        async defer({ alone = false }: Visibility = {}) {
          const flags = alone ? { flags: MessageFlags.Ephemeral as const } : {};
          await acknowledge(interaction, () => interaction.deferReply(flags), 'deferred');
        },
      };
      return say;
    },

    toMessage: (message) => ({
      async reply(reply) {
        const { sent } = proven(reply);
        // One nonce for all that is said to a message: after an unclear outcome neither a repetition nor an apology
        // becomes a second one.
        const once = { ...payload(sent), nonce: message.id, enforceNonce: true };
        try {
          await untilClear(() => message.reply({ ...once, failIfNotExists: false }));
        } catch (error) {
          const code = error instanceof DiscordAPIError ? error.code : null;
          // Without the right to read the channel's history a message cannot be replied to, only followed.
          if (code === noHistory && message.channel.isSendable()) await message.channel.send(once);
          else if (notWritable.has(code) && message.inGuild()) await answerDirectly(message, sent);
          else throw error;
        }
      },
    }),
  };

  /** Whoever asked where the bot may not write gets the answer as a direct message, if they take any. */
  async function answerDirectly({ author, channelId }: Message, sent: Reply): Promise<void> {
    log.info({ channel: channelId }, 'may not write in this channel; answering directly');
    await author.send(payload(plainReply(chat.trouble.notWritable)));
    await author.send(payload(sent));
  }
}

/** Sends, and once more when nobody can tell what came of it. What is sent must be safe to repeat. */
async function untilClear(send: () => Promise<unknown>): Promise<void> {
  await send().catch((error: unknown) => {
    if (error instanceof DiscordAPIError) throw error;
    return send();
  });
}

/** Replying takes the right to read the history. @see https://docs.discord.com/developers/topics/opcodes-and-status-codes */
const noHistory = 160_002;
const notWritable: ReadonlySet<number | string | null> = new Set([
  RESTJSONErrorCodes.MissingAccess,
  RESTJSONErrorCodes.MissingPermissions,
]);

/** Nobody is ever notified by what the bot says; absent parts are sent as none, so that an update clears them. */
function payload({ content, embeds = [], components = [], files = [] }: Reply) {
  return {
    content,
    embeds: [...embeds],
    components: [...components],
    files: files.map(({ name, text }) => ({ name, attachment: Buffer.from(text, 'utf8') })),
    allowedMentions: nobody,
  };
}
