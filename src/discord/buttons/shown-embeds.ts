import type { APIEmbed, ButtonInteraction } from 'discord.js';

/** The embeds of our message whose button was pressed, without what Discord adds to them. */
export function shownEmbeds({ message }: ButtonInteraction): readonly APIEmbed[] {
  return message.embeds.map(({ title, url, description }) => ({
    ...(title === null ? {} : { title }),
    ...(url === null ? {} : { url }),
    ...(description === null ? {} : { description }),
  }));
}
