/** Waits until it is clear what came of an interaction. */

import {
  InteractionType as Asked,
  MessageFlags,
  InteractionResponseType as Response,
} from 'discord-api-types/v10';
import type { Discord } from '../discord.ts';
import type { Interaction } from '../interactions/interaction.ts';
import type { Happening } from '../world/happening.ts';
import { type StoredMessage, seen } from '../world/message.ts';
import { readForm } from './form.ts';
import type { Outcome } from './outcome.ts';
import { waitFor } from './wait.ts';

/** How long a person waits, in milliseconds. */
export interface Patience {
  /** For what `until` looks for, and for an answer to come of "thinking". */
  readonly patienceMs: number;
  /** For something to follow on a mere acknowledgement, before it counts as all there was. */
  readonly afterwordMs: number;
}

/** Beyond any interaction's first deadline: that one is kept elsewhere. */
const untilDecided = 2 ** 31 - 1;

export async function outcomeOf(
  discord: Discord,
  interaction: Interaction,
  { patienceMs, afterwordMs }: Patience,
): Promise<Outcome> {
  const { world, messages } = discord;
  const concerns = (happening: Happening) =>
    'interaction' in happening
      ? happening.interaction === interaction
      : 'message' in happening && happening.message === interaction.original;
  const wait = <T>(look: () => T | null | false, ms: number) => waitFor(world, { look, concerns, ms });
  await wait(() => interaction.state !== 'waiting', untilDecided);
  if (interaction.state === 'failed') return { kind: 'failed', words: failureWords(interaction) };
  const { original, form } = interaction;
  const gone = (message: StoredMessage) => messages.get(message.id) !== message;
  switch (interaction.response) {
    case Response.Modal:
      return form ? { kind: 'form', form: readForm(discord, interaction, form) } : { kind: 'acknowledged' };
    case Response.UpdateMessage:
      return original ? { kind: 'updated', message: seen(original) } : { kind: 'acknowledged' };
    case Response.DeferredMessageUpdate: {
      await wait(() => interaction.moved, afterwordMs);
      const followUp = interaction.followUps[0];
      if (interaction.moved === 'followed-up' && followUp)
        return { kind: 'replied', message: seen(followUp) };
      if (!original || interaction.moved === null) return { kind: 'acknowledged' };
      return gone(original)
        ? { kind: 'removed', messageId: original.id }
        : { kind: 'updated', message: seen(original) };
    }
    default: {
      if (!original) return { kind: 'acknowledged' };
      const thinking = () => ((original.api.flags ?? 0) & MessageFlags.Loading) !== 0;
      await wait(() => gone(original) || !thinking(), patienceMs);
      if (gone(original)) return { kind: 'removed', messageId: original.id };
      return { kind: thinking() ? 'thinking' : 'replied', message: seen(original) };
    }
  }
}

/** As Discord's client says it. */
export function failureWords({ type }: Interaction): string {
  switch (type) {
    case Asked.MessageComponent:
      return 'This interaction failed';
    case Asked.ModalSubmit:
      return 'Something went wrong. Try again.';
    case Asked.ApplicationCommandAutocomplete:
      return 'Loading options failed';
    default:
      return 'The application did not respond';
  }
}
