/** A message as lines of text. */

import { type APIEmbed, ComponentType as Kind } from 'discord-api-types/v10';
import type { SeenMessage } from '../visitor/outcome.ts';
import { controlsOf } from './controls.ts';
import { disarmed, type Ink } from './ink.ts';
import { type Names, plainText } from './plain-text.ts';
import { words } from './words.ts';

export interface Showing {
  readonly number: number;
  readonly changed: boolean;
  /** Where it stands, when not where the reader is. */
  readonly place: string | null;
  readonly ink: Ink;
  readonly names: Names;
}

export function showMessage(given: SeenMessage, { number, changed, place, ink, names }: Showing): string[] {
  const message = disarmed(given);
  const text = (markdown: string) => plainText(markdown, ink, names).split('\n');
  const notes = [place, changed ? words.changed : null, message.ephemeral ? words.onlyYou : null].filter(
    Boolean,
  );
  const author = message.author.global_name ?? message.author.username;
  const head = `${ink('bold', author)} ${ink('dim', [`#${number}`, ...notes].join(' · '))}`;
  const body = [
    ...(message.content === '' ? [] : text(message.content)),
    ...message.embeds.flatMap((embed) =>
      showEmbed(embed, text, ink).map((line) => `${ink('dim', '▎')}${line === '' ? '' : ' '}${line}`),
    ),
    ...displays(message.components ?? []).flatMap(text),
    ...message.attachments.map(({ filename, size, url }) => words.attachment(filename, size, url)),
    ...controlsOf(message).rows.map((row) => ink('accent', row)),
  ];
  return [head, ...body.map((line) => `  ${line}`)];
}

function showEmbed(embed: APIEmbed, text: (markdown: string) => string[], ink: Ink): string[] {
  const { author, title, url, description, fields = [], footer } = embed;
  const heading =
    title === undefined ? [] : [`${ink('bold', text(title).join(' '))}${url ? ` (${url})` : ''}`];
  return [
    ...(author ? [author.url ? `${author.name} (${author.url})` : author.name] : []),
    ...heading,
    ...(description === undefined ? [] : text(description)),
    ...fields.flatMap(({ name, value }) => {
      const [first = '', ...rest] = text(value);
      return [`${ink('bold', text(name).join(' '))}: ${first}`, ...rest.map((line) => `  ${line}`)];
    }),
    ...(footer ? [ink('dim', footer.text)] : []),
  ];
}

/** The texts of Components V2, in order. */
function displays(components: readonly unknown[]): string[] {
  return components.flatMap((each): string[] => {
    if (typeof each !== 'object' || each === null || !('type' in each)) return [];
    if (each.type === Kind.TextDisplay && 'content' in each) return [String(each.content)];
    return 'components' in each && Array.isArray(each.components) ? displays(each.components) : [];
  });
}
