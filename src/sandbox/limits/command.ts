/** Discord's limits of commands: https://docs.discord.com/developers/interactions/application-commands */

import { ApplicationCommandType, ApplicationCommandOptionType as Kind, Locale } from 'discord-api-types/v10';
import { z } from 'zod';
import { issue } from './parse.ts';

const namePattern = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

const name = z.string().superRefine((given, context) => {
  if (namePattern.test(given) && given === given.toLowerCase()) return;
  context.addIssue(issue('APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid'));
});
const menuName = z.string().trim().min(1).max(32);
const description = z.string().min(1).max(100);
const locales = Object.values(Locale);
const localized = (text: z.ZodType<string>) => z.partialRecord(z.enum(locales), text.nullable()).nullish();

const choice = z.object({
  name: z.string().min(1).max(100),
  name_localizations: localized(z.string().min(1).max(100)),
  value: z.union([z.string().max(100), z.number()]),
});
export const choices = z.array(choice).max(25);

const common = {
  name,
  name_localizations: localized(name),
  description,
  description_localizations: localized(description),
};

const leaf = z
  .object({
    ...common,
    type: z.literal([3, 4, 5, 6, 7, 8, 9, 10, 11]),
    required: z.boolean().optional(),
    choices: choices.optional(),
    autocomplete: z.boolean().optional(),
    min_value: z.number().optional(),
    max_value: z.number().optional(),
    min_length: z.number().int().min(0).max(6000).optional(),
    max_length: z.number().int().min(1).max(6000).optional(),
    channel_types: z.array(z.number().int()).optional(),
  })
  .superRefine((option, context) => {
    const completable = [Kind.String, Kind.Integer, Kind.Number].includes(option.type);
    if (option.autocomplete && (!completable || option.choices?.length)) {
      const words = 'Autocomplete cannot be used with choices or with this type of option';
      context.addIssue(issue('APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_INVALID', words, ['autocomplete']));
    }
  });

const leaves = z.array(leaf).max(25).superRefine(orderly);

const subcommand = z.object({ ...common, type: z.literal(Kind.Subcommand), options: leaves.optional() });
const group = z.object({
  ...common,
  type: z.literal(Kind.SubcommandGroup),
  options: z.array(subcommand).max(25).superRefine(orderly),
});

const options = z
  .array(z.discriminatedUnion('type', [subcommand, group, leaf]))
  .max(25)
  .superRefine((given, context) => {
    orderly(given, context);
    const nested = given.filter(({ type }) => type <= 2).length;
    if (nested === 0 || nested === given.length) return;
    const words = 'Sub-command and sub-command group option types are mutually exclusive to all other types';
    context.addIssue(issue('APPLICATION_COMMAND_OPTIONS_TYPE_INVALID', words));
  });

const settings = {
  id: z.string().optional(),
  default_member_permissions: z.string().regex(/^\d+$/).nullish(),
  dm_permission: z.boolean().nullish(),
  nsfw: z.boolean().optional(),
  integration_types: z.array(z.number().int().min(0).max(1)).nullish(),
  contexts: z.array(z.number().int().min(0).max(2)).nullish(),
};

const chatInput = z
  .object({
    ...common,
    ...settings,
    type: z.literal(ApplicationCommandType.ChatInput).default(ApplicationCommandType.ChatInput),
    options: options.optional(),
  })
  .superRefine((command, context) => {
    if (size(command) <= 8000) return;
    context.addIssue(issue('APPLICATION_COMMAND_TOO_LARGE', 'Command exceeds maximum size (8000)'));
  });

const menu = z.object({
  ...settings,
  name: menuName,
  name_localizations: localized(menuName),
  description: z.literal('').optional(),
  type: z.union([z.literal(ApplicationCommandType.User), z.literal(ApplicationCommandType.Message)]),
});

export type CommandBody = z.output<typeof chatInput> | z.output<typeof menu>;

/** A whole list: at most 100 slash commands and 15 of each menu, each name once per type. */
export const commandList = z.array(z.unknown()).superRefine((given, context) => {
  const kinds = given.map((each) => (isRecord(each) ? Number(each.type ?? 1) : 1));
  for (const [kind, max] of [
    [1, 100],
    [2, 15],
    [3, 15],
  ] as const) {
    if (kinds.filter((each) => each === kind).length <= max) continue;
    context.addIssue(issue('BASE_TYPE_MAX_LENGTH', `Must be ${max} or fewer in length.`));
  }
  const names = given.map((each, index) => `${kinds[index]} ${isRecord(each) ? String(each.name) : ''}`);
  for (const [index, each] of names.entries()) {
    if (names.indexOf(each) === index) continue;
    const words = 'Application command names must be unique';
    context.addIssue(issue('APPLICATION_COMMANDS_DUPLICATE_NAME', words, [index]));
  }
});

/** The schema that reports best for one command: by the type it says it is. */
export function commandSchema(body: unknown): z.ZodType<CommandBody> {
  return isRecord(body) && (body.type === 2 || body.type === 3) ? menu : chatInput;
}

interface Ordered {
  readonly name: string;
  readonly required?: boolean | undefined;
}

/** Names once, required options before the others. */
function orderly(given: readonly object[], context: z.core.$RefinementCtx): void {
  const options = given as readonly Ordered[];
  let optionalSeen = false;
  for (const [index, { name: own, required = false }] of options.entries()) {
    if (options.findIndex((other) => other.name === own) < index) {
      const words = 'Option names must be unique';
      context.addIssue(issue('APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS', words, [index]));
    }
    if (required && optionalSeen) {
      const words = 'Required options must be placed before non-required options';
      context.addIssue(issue('APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID', words, [index]));
    }
    optionalSeen ||= !required;
  }
}

/** Names, descriptions and values together; of a localized text the longest counts. */
function size(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, each) => sum + size(each), 0);
  if (!isRecord(value)) return 0;
  const longest = (key: string) => {
    const translations = value[`${key}_localizations`];
    const all = [value[key], ...(isRecord(translations) ? Object.values(translations) : [])];
    return Math.max(0, ...all.map((text) => (typeof text === 'string' ? text.length : 0)));
  };
  const own =
    longest('name') + longest('description') + (typeof value.value === 'string' ? value.value.length : 0);
  return own + size(value.options) + size(value.choices);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
