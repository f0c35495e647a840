import type { Statement } from '../../announcement/statement.ts';
import type { Draft, QuoteReference } from '../../bulletins/bulletin.ts';
import { placeLine, speakerLine } from '../render/attribution.ts';
import { escapeText, shorten } from '../render/escape.ts';
import { blockQuote, type Quotation } from '../render/quotation.ts';
import { readBack } from '../render/read-back.ts';

/** A bulletin's text as it will stand in the channel, or why it cannot be made. */
export type Typeset =
  | { readonly kind: 'set'; readonly text: string; readonly quotations: readonly Quotation[] }
  | { readonly kind: 'empty' }
  /** By how many characters it is too long for one message. */
  | { readonly kind: 'too-long'; readonly by: number }
  /** The announcement it was taken from is not there any more in that version. */
  | { readonly kind: 'quote-gone'; readonly quote: QuoteReference }
  /** The moderators' own words look like a quotation, which only a verified one may. */
  | { readonly kind: 'looks-quoted' }
  /** A code mark that nothing closes would swallow what follows, quotations included. */
  | { readonly kind: 'open-code' };

/** https://docs.discord.com/developers/resources/message#create-message */
export const longestMessage = 2_000;

/**
 * Sets a bulletin for Discord: the roles to notify, the title, the moderators' words as they wrote them (their Markdown
 * is theirs), and each quotation as a block quote with whose words they are and where they stand.
 */
export function typeset(
  { title, blocks, roles }: Pick<Draft, 'title' | 'blocks' | 'roles'>,
  statementOf: (quote: QuoteReference) => Statement | null,
): Typeset {
  const quotations: Quotation[] = [];
  const parts: string[] = [];
  const heading = asStored(title).replace(/\s+/g, ' ');
  for (const block of blocks) {
    if (block.kind === 'text') {
      const text = asStored(block.text);
      if (/^[^\S\n]*>/m.test(text)) return { kind: 'looks-quoted' };
      if (text.split('`').length % 2 === 0) return { kind: 'open-code' };
      if (text !== '') parts.push(text);
    } else {
      const statement = statementOf(block.quote);
      if (statement === null) return { kind: 'quote-gone', quote: block.quote };
      const quoted = quotationsOf(statement);
      quotations.push(...quoted);
      parts.push(`${quoted.map((one) => blockQuote(one)).join('\n[…]\n')}\n${creditOf(statement)}`);
    }
  }
  const notified = roles.map((id) => `<@&${id}>`).join(' ');
  const shown = heading === '' ? '' : `## ${heading}`;
  const said = [shown, parts.join('\n\n')].filter((part) => part !== '');
  if (said.length === 0) return { kind: 'empty' };
  const text = [...(notified === '' ? [] : [notified]), ...said].join('\n');
  if (text.length > longestMessage) return { kind: 'too-long', by: text.length - longestMessage };
  // What the moderators wrote may break the quotations below it open; then nothing is set.
  if (readBack({ content: text, quotations }) !== null) return { kind: 'looks-quoted' };
  return { kind: 'set', text, quotations };
}

/** Text as Discord keeps it: without the characters it drops and the white space it cuts off. */
export function asStored(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\n\t])[\p{Cc}\p{Cs}]/gu, '')
    .trim();
}

function quotationsOf({ source, place, kind }: Statement): readonly Quotation[] {
  return place.spans.map((span) => ({ source, span, inMarks: kind === 'direct' }));
}

function creditOf(statement: Statement): string {
  const label = escapeText(shorten(statement.source.label, 120));
  return `${speakerLine(statement)}\n-# ${placeLine(statement)} · ${label}`;
}
