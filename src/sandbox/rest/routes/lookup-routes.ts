/** Asking who and what there is: the gateway's address, users, guilds, channels, roles. */

import { PermissionFlagsBits } from 'discord-api-types/v10';
import { z } from 'zod';
import type { Discord } from '../../discord.ts';
import { parse } from '../../limits/parse.ts';
import { apiChannel, apiGuild, apiMember, apiRole } from '../../world/api-objects.ts';
import { has } from '../../world/permissions.ts';
import type { Guild } from '../../world/world.ts';
import { refuse } from '../discord-error.ts';
import { ok, type RestRequest, type Route } from '../route.ts';

/** @param gatewayUrl where the gateway is. @param shards how many it recommends. */
export function lookupRoutes({ world }: Discord, gatewayUrl: () => string, shards: number): Route[] {
  const guildOf = ({ params }: RestRequest): Guild => {
    const guild = world.guilds.get(params.guild ?? '');
    if (!guild) throw refuse.unknownGuild();
    if (!guild.hasBot) throw refuse.missingAccess();
    return guild;
  };
  const memberOf = (request: RestRequest, id: string) => {
    const member = guildOf(request).members.get(id);
    if (!member) throw refuse.unknownMember();
    return ok(apiMember(member));
  };
  const application = () =>
    ok({
      id: world.application.id,
      name: world.application.name,
      icon: null,
      description: '',
      bot_public: true,
      bot_require_code_grant: false,
      summary: '',
      verify_key: '0'.repeat(64),
      flags: 0,
      bot: world.bot,
      owner: null,
      team: null,
    });
  const get = (pattern: string, handle: Route['handle']): Route => ({
    method: 'GET',
    pattern,
    needsToken: true,
    handle,
  });
  return [
    get('/gateway/bot', () =>
      ok({
        url: gatewayUrl(),
        shards,
        session_start_limit: {
          total: 1000,
          remaining: 1000,
          reset_after: 14_400_000,
          max_concurrency: shards,
        },
      }),
    ),
    get('/applications/@me', application),
    get('/oauth2/applications/@me', application),
    get('/users/@me', () => ok({ ...world.bot, verified: true, mfa_enabled: false, flags: 0 })),
    get('/users/@me/guilds', () => {
      const mine = [...world.guilds.values()].filter(({ hasBot }) => hasBot);
      return ok(
        mine.map(({ id, name }) => ({ id, name, icon: null, owner: false, permissions: '0', features: [] })),
      );
    }),
    get('/users/:user', ({ params }) => {
      const user = world.userOf(params.user ?? '');
      if (!user) throw refuse.unknownUser();
      return ok(user);
    }),
    {
      method: 'POST',
      pattern: '/users/@me/channels',
      needsToken: true,
      handle({ body }) {
        const { recipient_id: id } = parse(z.object({ recipient_id: z.string() }), body);
        const person = world.people.get(id);
        if (!person) throw refuse.unknownUser();
        return ok(apiChannel(world.directMessages(person), world.bot));
      },
    },
    get('/channels/:channel', ({ params }) => {
      const channel = world.channels.get(params.channel ?? '');
      if (!channel) throw refuse.unknownChannel();
      if (!has(world.permissionsIn(channel, world.bot.id), PermissionFlagsBits.ViewChannel))
        throw refuse.missingAccess();
      return ok(apiChannel(channel, world.bot));
    }),
    get('/guilds/:guild', (request) => ok(apiGuild(guildOf(request)))),
    get('/guilds/:guild/channels', (request) =>
      ok([...guildOf(request).channels.values()].map((channel) => apiChannel(channel, world.bot))),
    ),
    get('/guilds/:guild/members/@me', (request) => memberOf(request, world.bot.id)),
    get('/guilds/:guild/members/:user', (request) => memberOf(request, request.params.user ?? '')),
    get('/guilds/:guild/roles', (request) => ok([...guildOf(request).roles.values()].map(apiRole))),
    get('/guilds/:guild/roles/member-counts', (request) => {
      const guild = guildOf(request);
      const counts = [...guild.roles.keys()]
        .filter((id) => id !== guild.id)
        .map((id) => [id, [...guild.members.values()].filter(({ roleIds }) => roleIds.includes(id)).length]);
      return ok(Object.fromEntries(counts));
    }),
    get('/guilds/:guild/roles/:role', (request) => {
      const role = guildOf(request).roles.get(request.params.role ?? '');
      if (!role) throw refuse.unknownRole();
      return ok(apiRole(role));
    }),
  ];
}
