import { type APIEmbed, type ButtonInteraction, ComponentType } from 'discord.js';
import type { Row } from '../reply.ts';

/** The embeds of our message whose button was pressed, without what Discord adds to them. */
export function shownEmbeds({ message }: ButtonInteraction): readonly APIEmbed[] {
  return message.embeds.map(({ title, url, description }) => ({
    ...(title === null ? {} : { title }),
    ...(url === null ? {} : { url }),
    ...(description === null ? {} : { description }),
  }));
}

/** The rows of buttons under our message of which one was pressed. */
export function shownRows({ message }: ButtonInteraction): readonly Row[] {
  return message.components.flatMap((row) => (row.type === ComponentType.ActionRow ? [row.toJSON()] : []));
}
