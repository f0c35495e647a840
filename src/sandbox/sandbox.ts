/** A Discord on this machine alone: a bot logs in to it, and people use it through `as`. */

import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Faults } from './faults/faults.ts';
import type { SeenMessage } from './visitor/outcome.ts';
import type { Visitor } from './visitor/visitor.ts';
import type { OverwritePlan, WorldPlan } from './world/plan.ts';

export interface SandboxOptions {
  /** The port on 127.0.0.1; 0 (the default) takes a free one. */
  readonly port?: number;
  /** The guilds, channels and people; `defaultPlan` when left out. */
  readonly plan?: WorldPlan;
  /** Milliseconds since 1970, for ids, timestamps and the life of tokens; `Date.now` by default. */
  readonly now?: () => number;
  /** How long the bot has for its first response to an interaction: Discord's 3000 ms by default. */
  readonly responseMs?: number;
  /** How long an answered interaction's token can be used: Discord's 15 minutes by default. */
  readonly tokenMs?: number;
  /** How long `until`, and an outcome after "thinking", wait at most. 10 000 ms by default. */
  readonly patienceMs?: number;
  /** How long an outcome waits for what follows on a mere acknowledgement. 1000 ms by default. */
  readonly afterwordMs?: number;
  /** The gateway's heartbeat interval; 41 250 ms by default. */
  readonly heartbeatMs?: number;
  /** Privileged gateway intents the application may use, as bits; none by default (asking for one closes 4014). */
  readonly grantedIntents?: number;
  /** How many shards the gateway recommends; 1 by default. */
  readonly shards?: number;
}

/** One REST call of the bot. */
export interface RestCall {
  readonly method: string;
  /** Below /api/v10, decoded, without the query; as it came, interaction tokens included. */
  readonly path: string;
  /** The path fit for printing: interaction tokens are replaced. */
  readonly shownPath: string;
  readonly query: Readonly<Record<string, string>>;
  /** The JSON body (of a multipart request its `payload_json`), or undefined. */
  readonly body: unknown;
  readonly files: readonly {
    readonly filename: string;
    readonly contentType: string;
    readonly size: number;
  }[];
  readonly authorized: boolean;
  /** By the sandbox's clock, milliseconds. */
  readonly at: number;
  /** The answer's HTTP status; 0 while there is none, or when the connection was cut. */
  readonly status: number;
}

/** Something else that lives on the sandbox's server beside Discord, such as a page. */
export interface Guest {
  request(request: IncomingMessage, response: ServerResponse): void;
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
}

export interface Sandbox {
  readonly port: number;
  /** For discord.js' `rest.api`: "http://127.0.0.1:PORT/api". */
  readonly apiUrl: string;
  /** "http://127.0.0.1:PORT" */
  readonly origin: string;
  readonly botToken: string;
  readonly applicationId: string;
  readonly botUserId: string;
  /** The bot's display name. */
  readonly botName: string;

  /** The id of a guild, role, channel or person of the plan. @throws Error on a key that is not there. */
  guildId(key?: string): string;
  roleId(key: string, guildKey?: string): string;
  channelId(key: string, guildKey?: string): string;
  personId(key: string): string;
  /** The name of a role, or undefined where no guild has it. */
  roleName(id: string): string | undefined;
  /** The keys of all people, in the plan's order. */
  readonly people: readonly string[];

  /** Sits down as somebody. The same key gives the same visitor. @throws Error on an unknown key. */
  as(person: string): Visitor;

  /** Every REST call so far, oldest first. */
  readonly calls: readonly RestCall[];
  /** Calls to routes the sandbox does not have ("GET /guilds/:id/emojis"): a test wants this empty. */
  readonly unknownRoutes: readonly string[];
  /** Every message there is, private ones included, oldest first. */
  readonly allMessages: readonly SeenMessage[];
  readonly faults: Faults;

  /** Changes the roles of a member from now on, as a server's owner would; the person "bot" is the bot. */
  setRoles(person: string, roles: readonly string[], guildKey?: string): void;
  /** Replaces a channel's permission overwrites. */
  setOverwrites(channelId: string, overwrites: readonly OverwritePlan[]): void;
  /** Takes the bot out of a guild, or lets it in with roles; the bot is told. */
  removeBot(guildKey?: string): void;
  inviteBot(roles: readonly string[], guildKey?: string): void;
  /** Opens or closes a command for one person, as an administrator can under Integrations. */
  setCommandAccess(command: string, person: string, allowed: boolean, guildKey?: string): void;
  /** Deletes a channel, as an administrator would; the bot is told. */
  deleteChannel(channelId: string): void;
  /** Times a member out until a moment (milliseconds), or ends it with null. */
  timeOut(person: string, until: number | null, guildKey?: string): void;

  /** Whether the bot has a gateway connection now. */
  readonly online: boolean;
  /** Resolves when the bot has logged in (a session got READY), at once if it has. */
  botOnline(withinMs?: number): Promise<void>;

  /** Lets something else answer on this server, below a path that is not /api: mount('/', page). */
  mount(prefix: string, guest: Guest): void;

  /** Ends every connection and the server. */
  close(): Promise<void>;
}
