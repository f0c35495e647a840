/** From typed words to what options take: people, roles and channels by name, files by path. */

import { readFileSync } from 'node:fs';
import { basename, extname, resolve } from 'node:path';
import type { APIApplicationCommandOption } from 'discord-api-types/v10';
import { ApplicationCommandOptionType as Kind } from 'discord-api-types/v10';
import type { Sandbox } from '../sandbox.ts';
import { Refusal } from '../visitor/outcome.ts';
import type { OptionValue, Upload, Visitor } from '../visitor/visitor.ts';
import { words } from './words.ts';

/** Types that matter to a bot that takes text; everything else is bytes. */
const contentTypes: Readonly<Record<string, string>> = {
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.json': 'application/json',
  '.yaml': 'application/yaml',
  '.yml': 'application/yaml',
  '.html': 'text/html',
  '.pdf': 'application/pdf',
};

export interface Directory {
  readonly sandbox: Sandbox;
  readonly visitor: Visitor;
  /** Where relative paths start. */
  readonly folder: string;
}

/** @throws Refusal naming what is not there. */
export function optionValues(
  directory: Directory,
  definitions: readonly APIApplicationCommandOption[],
  typed: Readonly<Record<string, string>>,
): Record<string, OptionValue> {
  const typeOf = (name: string) => definitions.find((each) => each.name === name)?.type;
  return Object.fromEntries(
    Object.entries(typed).map(([name, text]) => [name, value(directory, typeOf(name), text)]),
  );
}

function value(directory: Directory, type: Kind | undefined, text: string): OptionValue {
  switch (type) {
    case Kind.Attachment:
      return readUpload(directory.folder, text);
    case Kind.User:
      return personId(directory, text);
    case Kind.Role:
      return roleId(directory, text);
    case Kind.Channel:
      return channelId(directory, text);
    case Kind.Mentionable:
      return attempt(() => personId(directory, text)) ?? roleId(directory, text);
    default:
      return text;
  }
}

/** The id of somebody called by key, user name or display name; an id stays what it is. */
function personId({ sandbox, visitor }: Directory, text: string): string {
  const wanted = bare(text);
  const all = sandbox.people.map((key) => sandbox.as(key));
  const found = all.find(({ id, key, username, displayName }) =>
    [id, key, username, displayName.toLowerCase()].includes(wanted),
  );
  if (wanted === 'me') return visitor.id;
  return found?.id ?? asId(wanted, text);
}

/** The id of a role called by its key in the plan. */
function roleId({ sandbox }: Directory, text: string): string {
  return attempt(() => sandbox.roleId(bare(text))) ?? asId(bare(text), text);
}

/** The id of a channel this person sees, called by name or key. */
function channelId({ visitor }: Directory, text: string): string {
  const found = visitor.channels().find(({ key, name }) => [key, name].includes(bare(text)));
  return found?.id ?? asId(bare(text), text);
}

/** The id of whoever or whatever is called so: a person, a role or a channel. @throws Refusal. */
export function idOf(directory: Directory, name: string): string {
  const { sandbox } = directory;
  return (
    attempt(() => personId(directory, name)) ??
    attempt(() => sandbox.roleId(bare(name))) ??
    channelId(directory, name)
  );
}

/** @throws Refusal when it cannot be read. */
export function readUpload(folder: string, path: string): Upload {
  const data = attempt(() => readFileSync(resolve(folder, path)));
  if (!data) throw new Refusal(words.noSuchFile(path));
  const contentType = contentTypes[extname(path).toLowerCase()] ?? 'application/octet-stream';
  return { filename: basename(path), contentType, data: new Uint8Array(data) };
}

function bare(text: string): string {
  return text.replace(/^[@#]/, '').toLowerCase();
}

function asId(wanted: string, text: string): string {
  if (/^\d{15,20}$/.test(wanted)) return wanted;
  throw new Refusal(words.noSuchName(text));
}

function attempt<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}
