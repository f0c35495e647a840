import type { APIActionRowComponent, APIComponentInMessageActionRow, APIEmbed } from 'discord-api-types/v10';
import type { Quotation } from './render/quotation.ts';

/**
 * A message of the bot before it is sent. The block quotes of its text, in reading order (content first, then
 * the embeds), must be exactly `quotations`: whoever sends it reads them back and compares.
 */
export interface Reply {
  /** Reads well alone: for notifications, screen readers, bridges. */
  readonly content: string;
  readonly embeds?: readonly APIEmbed[];
  readonly components?: readonly Row[];
  readonly quotations: readonly Quotation[];
  readonly files?: readonly ReplyFile[];
}

/** A text that goes along as a file. */
interface ReplyFile {
  readonly name: string;
  readonly text: string;
}

export type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

/** A message that quotes nobody. */
export function plainReply(content: string, embeds: readonly APIEmbed[] = []): Reply {
  return { content, embeds, quotations: [] };
}
