import type { REST } from 'discord.js';
import {
  type APIApplicationCommand,
  ApplicationCommandType,
  type RESTGetCurrentApplicationResult,
  type RESTPostAPIApplicationCommandsJSONBody,
  Routes,
} from 'discord-api-types/v10';
import type { Command } from './command.ts';
import { untilClear } from './until-clear.ts';

/**
 * Tells Discord which commands there are, if it knows others: all at once, so that what was dropped disappears.
 * The REST client carries the bot's token. Rejects as `untilClear`.
 */
export async function registerCommands(rest: REST, application: string, commands: readonly Command[]) {
  const route = Routes.applicationCommands(application);
  const wanted = commands.map(({ data }) => data);
  const query = new URLSearchParams({ with_localizations: 'true' });
  const known = (await untilClear(() => rest.get(route, { query }))) as readonly APIApplicationCommand[];
  if (sameCommands(wanted, known)) return { kind: 'unchanged', count: wanted.length } as const;
  await untilClear(() => rest.put(route, { body: wanted }));
  return { kind: 'registered', count: wanted.length } as const;
}

/** Id of the application that the REST client's token belongs to. */
export async function currentApplication(rest: REST): Promise<string> {
  const { id } = (await untilClear(() =>
    rest.get(Routes.currentApplication()),
  )) as RESTGetCurrentApplicationResult;
  return id;
}

/** Whether Discord's list says the same as ours. Discord adds ids and versions, and drops what is the default. */
export function sameCommands(
  wanted: readonly RESTPostAPIApplicationCommandsJSONBody[],
  known: readonly APIApplicationCommand[],
): boolean {
  const canonical = (commands: readonly object[]) =>
    commands
      .map((command) => JSON.stringify(plain({ type: ApplicationCommandType.ChatInput, ...command })))
      .sort();
  return JSON.stringify(canonical(wanted)) === JSON.stringify(canonical(known));
}

/** What Discord adds to a command of ours. */
const added = new Set([
  'id',
  'application_id',
  'version',
  'guild_id',
  'name_localized',
  'description_localized',
  'dm_permission',
  'default_permission',
]);

/** Fields in one order, without Discord's own, and without those that only say "none". */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) {
    const items = value.map(plain);
    return items.every((item) => typeof item === 'number') ? items.sort() : items;
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value)
    .filter(([key]) => !added.has(key))
    .map(([key, inner]) => [key, plain(inner)] as const)
    .filter(([, inner]) => !isNone(inner));
  return Object.fromEntries(entries.sort(([a], [b]) => a.localeCompare(b)));
}

function isNone(value: unknown): boolean {
  if (value === undefined || value === null || value === false || value === '') return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}
