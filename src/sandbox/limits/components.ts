/** Discord's limits of components: https://docs.discord.com/developers/components/reference */

import { ComponentType as Kind } from 'discord-api-types/v10';
import { z } from 'zod';
import { issue } from './parse.ts';

const id = z.number().int().min(0).optional();
const customId = z.string().min(1).max(100);
const emoji = z.object({
  id: z.string().nullish(),
  name: z.string().nullish(),
  animated: z.boolean().optional(),
});

const button = z
  .object({
    type: z.literal(Kind.Button),
    id,
    style: z.number().int().min(1).max(6),
    label: z.string().max(80).optional(),
    emoji: emoji.optional(),
    custom_id: customId.optional(),
    url: z.string().max(512).optional(),
    sku_id: z.string().optional(),
    disabled: z.boolean().optional(),
  })
  .superRefine((parsed, context) => {
    const required = (path: string) =>
      context.addIssue(issue('BASE_TYPE_REQUIRED', 'This field is required', [path]));
    if (parsed.style === 6) {
      if (!parsed.sku_id) required('sku_id');
      return;
    }
    if (!parsed.label && !parsed.emoji) required('label');
    if (parsed.style === 5 && !parsed.url) required('url');
    if (parsed.style !== 5 && !parsed.custom_id) required('custom_id');
    if (parsed.url && parsed.custom_id) {
      const words = 'A custom id and url cannot both be specified';
      context.addIssue(issue('BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE', words, ['custom_id']));
    }
  });

const choosable = {
  id,
  custom_id: customId,
  placeholder: z.string().max(150).optional(),
  min_values: z.number().int().min(0).max(25).optional(),
  max_values: z.number().int().min(1).max(25).optional(),
  disabled: z.boolean().optional(),
  required: z.boolean().optional(),
};

const selectOption = z.object({
  label: z.string().min(1).max(100),
  value: z.string().min(1).max(100),
  description: z.string().max(100).nullish(),
  emoji: emoji.nullish(),
  default: z.boolean().optional(),
});

export const stringSelect = z
  .object({ type: z.literal(Kind.StringSelect), ...choosable, options: z.array(selectOption).min(1).max(25) })
  .superRefine(({ options, max_values = 1 }, context) => {
    if (new Set(options.map(({ value }) => value)).size < options.length) {
      context.addIssue(
        issue('SELECT_COMPONENT_OPTION_VALUE_DUPLICATED', 'The specified option value is already used', [
          'options',
        ]),
      );
    }
    if (max_values > options.length) {
      context.addIssue(
        issue('BASE_TYPE_BAD_LENGTH', `Must be between ${max_values} and 25 in length.`, ['options']),
      );
    }
  });

export const idSelect = z.object({
  type: z.union([
    z.literal(Kind.UserSelect),
    z.literal(Kind.RoleSelect),
    z.literal(Kind.MentionableSelect),
    z.literal(Kind.ChannelSelect),
  ]),
  ...choosable,
  default_values: z
    .array(z.object({ id: z.string(), type: z.string() }))
    .max(25)
    .optional(),
  channel_types: z.array(z.number().int()).optional(),
});

const actionRow = z
  .object({
    type: z.literal(Kind.ActionRow),
    id,
    components: z
      .array(z.discriminatedUnion('type', [button, stringSelect, idSelect]))
      .min(1)
      .max(5),
  })
  .superRefine(({ components }, context) => {
    const selects = components.filter(({ type }) => type !== Kind.Button).length;
    if (selects === 0 || components.length === 1) return;
    context.addIssue(
      issue('COMPONENT_LAYOUT_WIDTH_EXCEEDED', 'The specified component exceeds the maximum width', [
        'components',
        1,
      ]),
    );
  });

export const textDisplay = z.object({
  type: z.literal(Kind.TextDisplay),
  id,
  content: z.string().min(1).max(4000),
});
const media = z.object({ url: z.string().min(1).max(2048) });
const about = { description: z.string().max(1024).nullish(), spoiler: z.boolean().optional() };
const thumbnail = z.object({ type: z.literal(Kind.Thumbnail), id, media, ...about });

const section = z.object({
  type: z.literal(Kind.Section),
  id,
  components: z.array(textDisplay).min(1).max(3),
  accessory: z.discriminatedUnion('type', [button, thumbnail]),
});

const gallery = z.object({
  type: z.literal(Kind.MediaGallery),
  id,
  items: z
    .array(z.object({ media, ...about }))
    .min(1)
    .max(10),
});
const file = z.object({ type: z.literal(Kind.File), id, file: media, spoiler: z.boolean().optional() });
const separator = z.object({
  type: z.literal(Kind.Separator),
  id,
  divider: z.boolean().optional(),
  spacing: z.number().int().min(1).max(2).optional(),
});

const container = z.object({
  type: z.literal(Kind.Container),
  id,
  accent_color: z.number().int().min(0).max(0xffffff).nullish(),
  spoiler: z.boolean().optional(),
  components: z
    .array(z.discriminatedUnion('type', [actionRow, textDisplay, section, gallery, file, separator]))
    .min(1),
});

/** Five action rows at most. */
const classic = z.array(actionRow).max(5);

/** With flag 1<<15: forty components in all, nested ones counted. */
const second = z
  .array(z.discriminatedUnion('type', [actionRow, textDisplay, section, gallery, file, separator, container]))
  .superRefine((parsed, context) => {
    if (flatten(parsed).length <= 40) return;
    context.addIssue(issue('BASE_TYPE_MAX_LENGTH', 'Must be 40 or fewer in length.'));
  });

export const messageComponents = (v2: boolean) =>
  (v2 ? second : classic).superRefine((parsed: readonly object[], context) => {
    for (const path of duplicatedCustomIds(parsed)) {
      context.addIssue(
        issue('COMPONENT_CUSTOM_ID_DUPLICATED', 'Component custom id cannot be duplicated', path),
      );
    }
  });

/** Every component of a tree, outer ones first. */
export function flatten(tree: unknown): Record<string, unknown>[] {
  return walk(tree, []).map(({ component }) => component);
}

/** The paths of custom ids that another component before has already. */
export function duplicatedCustomIds(tree: unknown): (string | number)[][] {
  const seen = new Set<unknown>();
  return walk(tree, []).flatMap(({ component, path }) => {
    const { custom_id: given } = component;
    if (given === undefined) return [];
    if (seen.has(given)) return [[...path, 'custom_id']];
    seen.add(given);
    return [];
  });
}

function walk(
  value: unknown,
  path: readonly (string | number)[],
): { component: Record<string, unknown>; path: readonly (string | number)[] }[] {
  if (Array.isArray(value)) return value.flatMap((each, index) => walk(each, [...path, index]));
  if (typeof value !== 'object' || value === null || !('type' in value)) return [];
  const component = value as Record<string, unknown>;
  const inner = ['components', 'component', 'accessory'].flatMap((key) =>
    walk(component[key], [...path, key]),
  );
  return [{ component, path }, ...inner];
}
