/** Starts a Discord on this machine alone. */

import { randomBytes } from 'node:crypto';
import { Commands } from './commands/commands.ts';
import type { Discord } from './discord.ts';
import type { Faults } from './faults/faults.ts';
import { RestFaults } from './faults/rest-faults.ts';
import { Files } from './files/files.ts';
import { Gateway } from './gateway/gateway.ts';
import { Interactions } from './interactions/interactions.ts';
import { RestApi } from './rest/rest-api.ts';
import { commandRoutes } from './rest/routes/command-routes.ts';
import { interactionRoutes } from './rest/routes/interaction-routes.ts';
import { lookupRoutes } from './rest/routes/lookup-routes.ts';
import { messageRoutes } from './rest/routes/message-routes.ts';
import type { Guest, Sandbox, SandboxOptions } from './sandbox.ts';
import { gatewayPath, listen } from './server.ts';
import { Seat } from './visitor/seat.ts';
import type { Visitor } from './visitor/visitor.ts';
import { waitFor } from './visitor/wait.ts';
import { deleteChannel, inviteBot, removeBot, setOverwrites, setRoles, timeOut } from './world/administer.ts';
import { roleId } from './world/build-guild.ts';
import { defaultPlan } from './world/default-plan.ts';
import { Messages, seen } from './world/message.ts';
import { found, World } from './world/world.ts';

/** @throws when the port is taken. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { now = Date.now, plan = defaultPlan, patienceMs = 10_000, afterwordMs = 1000 } = options;
  const { responseMs = 3000, tokenMs = 15 * 60_000, heartbeatMs = 41_250 } = options;
  let port = 0;
  const origin = () => `http://127.0.0.1:${port}`;
  const gatewayUrl = () => `ws://127.0.0.1:${port}${gatewayPath}`;
  const unknownRoutes: string[] = [];
  const unknown = (what: string) => unknownRoutes.push(what);

  const world = new World(plan, now);
  const messages = new Messages(world);
  const interactions = new Interactions(world, { responseMs, tokenMs });
  const files = new Files(world.nextId, origin);
  const discord: Discord = { world, messages, commands: new Commands(world), interactions, files };
  const botToken = madeUpToken(world.application.id);
  const grantedIntents = options.grantedIntents ?? 0;
  const gateway = new Gateway(world, { botToken, heartbeatMs, grantedIntents, url: gatewayUrl, unknown });
  const restFaults = new RestFaults();
  const rest = new RestApi({
    routes: [
      ...interactionRoutes(discord),
      ...messageRoutes(discord),
      ...commandRoutes(discord),
      ...lookupRoutes(discord, gatewayUrl, options.shards ?? 1),
    ],
    faults: restFaults,
    botToken,
    now,
    unknown,
  });
  const guests = new Map<string, Guest>();
  const listening = await listen({ rest, gateway, files, guests }, options.port ?? 0);
  port = listening.port;

  const seats = new Map<string, Visitor>();
  const guildChannel = (id: string) => {
    const channel = world.channels.get(id);
    if (channel?.kind === 'guild') return channel;
    throw new Error('There is no such channel in a guild');
  };

  return {
    port,
    origin: origin(),
    apiUrl: `${origin()}/api`,
    botToken,
    applicationId: world.application.id,
    botUserId: world.bot.id,
    botName: world.bot.global_name ?? world.bot.username,
    people: [...world.people.values()].map(({ key }) => key),
    guildId: (key) => world.guild(key).id,
    roleId: (key, guildKey) => roleId(world.guild(guildKey), key),
    roleName: (id) => [...world.guilds.values()].map(({ roles }) => roles.get(id)?.name).find(Boolean),
    channelId(key, guildKey) {
      const inGuild = [...world.guild(guildKey).channels.values()];
      const others = [...world.channels.values()].filter(({ kind }) => kind === 'private');
      return found([...inGuild, ...others], key, 'channel').id;
    },
    personId: (key) => world.person(key).user.id,
    as(key) {
      const seat = seats.get(key) ?? new Seat(discord, world.person(key), { patienceMs, afterwordMs });
      seats.set(key, seat);
      return seat;
    },
    calls: rest.calls,
    unknownRoutes,
    get allMessages() {
      return messages.all().map(seen);
    },
    faults: allFaults(restFaults, gateway),
    setRoles: (person, roles, guildKey) => setRoles(world, world.guild(guildKey), person, roles),
    timeOut: (person, until, guildKey) => timeOut(world, world.guild(guildKey), person, until),
    setOverwrites: (channelId, overwrites) => setOverwrites(world, guildChannel(channelId), overwrites),
    deleteChannel: (channelId) => deleteChannel(world, guildChannel(channelId)),
    removeBot: (guildKey) => removeBot(world, world.guild(guildKey)),
    inviteBot: (roles, guildKey) => inviteBot(world, world.guild(guildKey), roles),
    setCommandAccess(name, person, allowed, guildKey) {
      const guild = world.guild(guildKey);
      const all = [...discord.commands.list(null), ...discord.commands.list(guild.id)];
      const command = all.find((each) => each.name === name);
      if (!command) throw new Error(`There is no command "${name}"`);
      discord.commands.setAccess(guild.id, command.id, world.person(person).user.id, allowed);
    },
    get online() {
      return gateway.online;
    },
    async botOnline(withinMs = patienceMs) {
      const online = await waitFor(world, { look: () => gateway.online, ms: withinMs });
      if (!online) throw new Error(`The bot did not log in within ${withinMs} ms`);
    },
    mount: (prefix, guest) => void guests.set(prefix, guest),
    async close() {
      interactions.close();
      world.tell({ kind: 'closed' });
      gateway.close();
      await new Promise<void>((resolve) => {
        listening.server.close(() => resolve());
        listening.server.closeAllConnections();
      });
    },
  };
}

/** In the shape of a real one, so that code which looks at it is content; it opens nothing anywhere else. */
function madeUpToken(applicationId: string): string {
  const id = Buffer.from(applicationId).toString('base64url');
  return `${id}.${randomBytes(4).toString('base64url')}.${randomBytes(28).toString('base64url')}`;
}

function allFaults(rest: RestFaults, { faults: gateway }: Gateway): Faults {
  return {
    onRest: (aim, fault) => rest.set(aim, fault),
    requestReconnect: () => gateway.requestReconnect(),
    invalidateSessions: (resumable) => gateway.invalidateSessions(resumable),
    closeGateway: (code) => gateway.closeGateway(code),
    dropGateway: () => gateway.dropGateway(),
    withholdHeartbeatAcks: (withhold) => gateway.withholdHeartbeatAcks(withhold),
    partitionGateway: (cut) => gateway.partitionGateway(cut),
    requestHeartbeat: () => gateway.requestHeartbeat(),
    forgetSessions: () => gateway.forgetSessions(),
    duplicateDispatches: (times, how) => gateway.duplicateDispatches(times, how),
    loseDispatches: (event, times) => gateway.loseDispatches(event, times),
    alterDispatch: (event, change) => gateway.alterDispatch(event, change),
    sendDispatch: (event, data) => gateway.sendDispatch(event, data),
    withholdGuild: (guildId) => gateway.withholdGuild(guildId),
    releaseGuilds: () => gateway.releaseGuilds(),
    delayDispatches: (ms) => gateway.delayDispatches(ms),
    refuseGateway: (refuse) => gateway.refuseGateway(refuse),
    clear() {
      rest.clear();
      gateway.clear();
    },
  };
}
