/** Registering commands, for everywhere and per guild. */

import type { APIApplicationCommand } from 'discord-api-types/v10';
import type { Discord } from '../../discord.ts';
import { commandList, commandSchema } from '../../limits/command.ts';
import { parse } from '../../limits/parse.ts';
import { DiscordError, refuse } from '../discord-error.ts';
import { nothing, ok, type RestRequest, type Route } from '../route.ts';

export function commandRoutes(discord: Discord): Route[] {
  return ['/applications/:application/commands', '/applications/:application/guilds/:guild/commands'].flatMap(
    (pattern) => routesAt(discord, pattern),
  );
}

function routesAt({ commands, world }: Discord, pattern: string): Route[] {
  /** The guild of a call, or null. @throws DiscordError for another application, or a guild the bot is not in. */
  const scope = ({ params }: RestRequest): string | null => {
    if (params.application !== world.application.id) throw refuse.missingAccess();
    if (params.guild === undefined) return null;
    if (!world.guilds.get(params.guild)?.hasBot) throw refuse.missingAccess();
    return params.guild;
  };
  const one = (request: RestRequest): APIApplicationCommand => {
    const found = commands.list(scope(request)).find(({ id }) => id === request.params.command);
    if (!found) throw refuse.unknownCommand();
    return found;
  };
  const route = (method: string, path: string, handle: Route['handle']): Route => {
    return { method, pattern: path, needsToken: true, handle };
  };
  return [
    route('GET', pattern, (request) => {
      const withLocalizations = request.query.with_localizations === 'true';
      const all = commands.list(scope(request));
      return ok(withLocalizations ? all : all.map((each) => withoutLocalizations(each)));
    }),
    route('PUT', pattern, (request) => {
      const guildId = scope(request);
      const bodies = parse(commandList, request.body).map((body, index) => ({ body, index }));
      const problems: DiscordError[] = [];
      const read = bodies.flatMap(({ body, index }) => {
        try {
          return [parse(commandSchema(body), body, [String(index)])];
        } catch (cause) {
          if (!(cause instanceof DiscordError)) throw cause;
          problems.push(cause);
          return [];
        }
      });
      if (problems.length > 0) throw refuse.invalidForm(problems.flatMap((each) => each.problems));
      return ok(commands.replace(guildId, read));
    }),
    route('POST', pattern, (request) => {
      const guildId = scope(request);
      const { command, existed } = commands.upsert(guildId, parse(commandSchema(request.body), request.body));
      return { status: existed ? 200 : 201, body: command };
    }),
    route('GET', `${pattern}/:command`, (request) => ok(one(request))),
    route('DELETE', `${pattern}/:command`, (request) => {
      commands.remove(scope(request), one(request).id);
      return nothing;
    }),
  ];
}

/** As a list shows it when translations are not asked for. */
function withoutLocalizations(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutLocalizations);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => !key.endsWith('_localizations'));
  return Object.fromEntries(kept.map(([key, each]) => [key, withoutLocalizations(each)]));
}
