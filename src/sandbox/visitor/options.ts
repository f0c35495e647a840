/** The options of a command as a client checks and sends them. */

import type { APIApplicationCommand, APIApplicationCommandOption } from 'discord-api-types/v10';
import { ApplicationCommandOptionType as Kind } from 'discord-api-types/v10';
import type { Discord } from '../discord.ts';
import { maxFileBytes } from '../files/files.ts';
import type { Channel } from '../world/world.ts';
import { Resolved } from './resolved.ts';
import type { OptionValue, Upload } from './visitor.ts';

export interface FilledOptions {
  readonly problems: readonly string[];
  /** As in an interaction's data: nested below a subcommand where there is one. */
  readonly options: readonly object[];
  readonly resolved: object | undefined;
}

export interface Filling {
  readonly command: APIApplicationCommand;
  /** The words after the command's name: group and subcommand. */
  readonly path: readonly string[];
  readonly values: Readonly<Record<string, OptionValue>>;
  /** The option being typed into: nothing is required then. */
  readonly focused: string | null;
}

interface Definition {
  readonly name: string;
  readonly type: Kind;
  readonly required?: boolean;
  readonly choices?: readonly { readonly name: string; readonly value: string | number }[];
  readonly min_value?: number;
  readonly max_value?: number;
  readonly min_length?: number;
  readonly max_length?: number;
  readonly channel_types?: readonly number[];
}

export function fillOptions(discord: Discord, channel: Channel, filling: Filling): FilledOptions {
  const { command, path, values, focused } = filling;
  const found = descend(command.options ?? [], path);
  if (!found) return refused([`/${[command.name, ...path].join(' ')} is not a command that can be used`]);
  const resolved = new Resolved(discord, channel);
  const problems = Object.keys(values)
    .filter((name) => !found.leaves.some((leaf) => leaf.name === name))
    .map((name) => `There is no option "${name}"`);
  const filled = found.leaves.flatMap((leaf) => {
    const value = values[leaf.name];
    if (leaf.name === focused)
      return [{ name: leaf.name, type: leaf.type, value: String(value ?? ''), focused: true }];
    if (value === undefined || value === '') {
      if (leaf.required && focused === null) problems.push(`"${leaf.name}" is required`);
      return [];
    }
    const checked = check(leaf, value, resolved);
    if ('problem' in checked) problems.push(`"${leaf.name}" ${checked.problem}`);
    return 'problem' in checked ? [] : [{ name: leaf.name, type: leaf.type, value: checked.value }];
  });
  if (focused !== null && !found.leaves.some(({ name }) => name === focused)) {
    problems.push(`There is no option "${focused}"`);
  }
  if (problems.length > 0) return refused(problems);
  const options = found.around.reduceRight<object[]>(
    (inner, { name, type }) => [{ name, type, options: inner }],
    filled,
  );
  return { problems: [], options, resolved: resolved.toJSON() };
}

function refused(problems: readonly string[]): FilledOptions {
  return { problems, options: [], resolved: undefined };
}

/** Follows group and subcommand; null where they lead nowhere or stop too early. */
function descend(options: readonly APIApplicationCommandOption[], path: readonly string[]) {
  const around: APIApplicationCommandOption[] = [];
  let level = options;
  for (const name of path) {
    const next = level.find((option) => option.name === name && isNest(option));
    if (!next) return null;
    around.push(next);
    level = ('options' in next ? next.options : undefined) ?? [];
  }
  return level.some(isNest) ? null : { around, leaves: level as readonly Definition[] };
}

function isNest({ type }: APIApplicationCommandOption): boolean {
  return type === Kind.Subcommand || type === Kind.SubcommandGroup;
}

type Checked = { readonly value: string | number | boolean } | { readonly problem: string };

/** Numbers and truth values may come as text, as they are typed. */
function check(option: Definition, given: OptionValue, resolved: Resolved): Checked {
  if (option.type === Kind.Attachment) return checkFile(given, resolved);
  if (typeof given === 'object') return { problem: 'takes no file' };
  switch (option.type) {
    case Kind.Integer:
    case Kind.Number:
      return checkNumber(option, given);
    case Kind.Boolean:
      if (given === true || given === 'true') return { value: true };
      return given === false || given === 'false' ? { value: false } : { problem: 'must be true or false' };
    case Kind.String:
      return checkText(option, String(given));
    case Kind.User:
      return resolved.person(String(given))
        ? { value: String(given) }
        : { problem: 'must be somebody who is here' };
    case Kind.Role:
      return resolved.role(String(given))
        ? { value: String(given) }
        : { problem: 'must be a role of this server' };
    case Kind.Channel:
      return resolved.channel(String(given), option.channel_types)
        ? { value: String(given) }
        : { problem: 'must be a channel of this server of a fitting kind' };
    case Kind.Mentionable:
      return resolved.person(String(given)) || resolved.role(String(given))
        ? { value: String(given) }
        : { problem: 'must be a person or a role' };
    default:
      return { problem: 'cannot be filled in' };
  }
}

function checkText(option: Definition, text: string): Checked {
  if (option.choices?.length) {
    const chosen = option.choices.find(({ name, value }) => value === text || name === text);
    return chosen ? { value: chosen.value } : { problem: `must be one of ${names(option)}` };
  }
  const { min_length: min = 0, max_length: max = 6000 } = option;
  if (text.length < min) return { problem: `must have at least ${min} characters` };
  return text.length > max ? { problem: `must have at most ${max} characters` } : { value: text };
}

function checkNumber(option: Definition, given: string | number | boolean): Checked {
  const chosen = option.choices?.find(({ name, value }) => name === given || value === Number(given));
  if (option.choices?.length)
    return chosen ? { value: chosen.value } : { problem: `must be one of ${names(option)}` };
  const value = typeof given === 'boolean' || given === '' ? Number.NaN : Number(given);
  if (!Number.isFinite(value)) return { problem: 'must be a number' };
  if (option.type === Kind.Integer && !Number.isSafeInteger(value))
    return { problem: 'must be a whole number' };
  const { min_value: min = -Infinity, max_value: max = Infinity } = option;
  return value < min || value > max ? { problem: `must be between ${min} and ${max}` } : { value };
}

function checkFile(given: OptionValue, resolved: Resolved): Checked {
  if (!isUpload(given)) return { problem: 'must be a file' };
  return given.data.byteLength > maxFileBytes
    ? { problem: 'is too large a file' }
    : { value: resolved.file(given) };
}

export function isUpload(value: unknown): value is Upload {
  return typeof value === 'object' && value !== null && 'filename' in value && 'data' in value;
}

function names({ choices = [] }: Definition): string {
  return choices.map(({ name }) => name).join(', ');
}
