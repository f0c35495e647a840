/** Discord's limits of embeds: https://docs.discord.com/developers/resources/message#embed-object-embed-limits */

import { z } from 'zod';
import { issue } from './parse.ts';

const text = (max: number) => z.string().trim().max(max);
const filledText = (max: number) => z.string().trim().min(1).max(max);
const url = z
  .string()
  .max(2048)
  .regex(/^(https?|attachment):\/\//);
const image = z.object({ url });

const embed = z
  .object({
    title: text(256).optional(),
    description: text(4096).optional(),
    url: url.nullish(),
    timestamp: z.string().nullish(),
    color: z.number().int().min(0).max(0xffffff).nullish(),
    footer: z.object({ text: filledText(2048), icon_url: url.nullish() }).optional(),
    image: image.optional(),
    thumbnail: image.optional(),
    author: z.object({ name: filledText(256), url: url.nullish(), icon_url: url.nullish() }).optional(),
    fields: z
      .array(z.object({ name: filledText(256), value: filledText(1024), inline: z.boolean().optional() }))
      .max(25)
      .optional(),
  })
  .superRefine((parsed, context) => {
    const { title, description, fields, author, footer, image: picture, thumbnail } = parsed;
    if (title || description || fields?.length || author || footer || picture || thumbnail) return;
    context.addIssue(issue('BASE_TYPE_REQUIRED', 'This field is required', ['description']));
  })
  .transform((parsed) => ({ type: 'rich' as const, ...withoutNulls(parsed) }));

/** Up to ten, together at most 6000 characters. */
export const embeds = z
  .array(embed)
  .max(10)
  .superRefine((parsed, context) => {
    const total = parsed.reduce((sum, each) => sum + length(each), 0);
    if (total <= 6000) return;
    context.addIssue(
      issue('MAX_EMBED_SIZE_EXCEEDED', 'Embed size exceeds maximum size of 6000', [
        Math.max(0, parsed.length - 1),
      ]),
    );
  });

type Sized = Pick<z.output<typeof embed>, 'title' | 'description' | 'footer' | 'author' | 'fields'>;

function length({ title = '', description = '', footer, author, fields = [] }: Sized): number {
  const texts = [title, description, footer?.text ?? '', author?.name ?? ''];
  return [...texts, ...fields.flatMap(({ name, value }) => [name, value])].reduce(
    (sum, { length }) => sum + length,
    0,
  );
}

function withoutNulls<T extends object>(value: T): T {
  return Object.fromEntries(
    Object.entries(value).filter(([, each]) => each !== null && each !== undefined),
  ) as T;
}
