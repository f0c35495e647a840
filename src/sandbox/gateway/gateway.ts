/** Discord's gateway for one bot: sessions, heartbeats, resuming, and the faults of the wire. */

import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { GatewayCloseCodes, GatewayIntentBits as Intent, GatewayOpcodes as Op } from 'discord-api-types/v10';
import { type WebSocket, WebSocketServer } from 'ws';
import { apiGuildCreate } from '../world/api-objects.ts';
import type { Happening } from '../world/happening.ts';
import type { World } from '../world/world.ts';
import { type Dispatch, dispatchOf } from './dispatches.ts';
import { GatewayFaults } from './gateway-faults.ts';
import { identify, readFrame, readyOf, refusal, resume } from './handshake.ts';
import { Session } from './session.ts';

/** Discord says "a few minutes". */
const resumableMs = 5 * 60_000;
export interface GatewayOptions {
  readonly botToken: string;
  readonly heartbeatMs: number;
  /** Privileged intents the application may ask for. */
  readonly grantedIntents: number;
  /** The address to resume at. */
  readonly url: () => string;
  /** Hears of opcodes the sandbox does not know. */
  readonly unknown: (what: string) => void;
}

export class Gateway {
  readonly faults = new GatewayFaults(this);
  private readonly sockets = new WebSocketServer({ noServer: true, maxPayload: 64 * 1024 });
  private readonly sessions = new Map<string, Session>();
  private readonly world: World;
  private readonly options: GatewayOptions;
  private readonly stop: () => void;
  private toldOnline = false;
  private readonly wires = new Set<Duplex>();
  /** Connections that wait for the network, while it is cut. */
  private waiting: (() => void)[] | null = null;

  constructor(world: World, options: GatewayOptions) {
    this.world = world;
    this.options = options;
    this.stop = world.happenings.listen((happening) => this.hear(happening));
  }

  get online(): boolean {
    return this.connected.length > 0;
  }

  get connected(): readonly Session[] {
    return [...this.sessions.values()].filter(({ socket }) => socket !== null);
  }

  accept(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    if (this.faults.refusing) {
      socket.destroy();
      return;
    }
    if (this.waiting !== null) {
      this.waiting.push(() => this.accept(request, socket, head));
      return;
    }
    this.wires.add(socket);
    socket.once('close', () => this.wires.delete(socket));
    this.sockets.handleUpgrade(request, socket, head, (opened) => this.greet(opened));
  }

  /** Lets nothing through in either direction, or all that has waited. */
  partition(cut: boolean): void {
    if (cut === (this.waiting !== null)) return;
    const waited = this.waiting ?? [];
    this.waiting = cut ? [] : null;
    for (const wire of this.wires) {
      if (cut) {
        wire.cork();
        wire.pause();
      } else {
        wire.uncork();
        wire.resume();
      }
    }
    for (const act of waited) act();
  }

  /** Drops every connection, and what would be needed to resume on another. */
  closeAndForget(): void {
    const open = this.connected;
    for (const { socket } of open) socket?.terminate();
    this.forgetSessions();
  }

  /** Forgets all sessions, so that none can be resumed. */
  forgetSessions(): void {
    for (const session of this.sessions.values()) session.socket = null;
    this.sessions.clear();
    this.tellPresence();
  }

  /** Sends an event to every session that may hear it, or keeps it for those that are away. */
  dispatch(dispatch: Dispatch): void {
    if (this.faults.loses(dispatch.event)) return;
    for (const session of this.sessions.values()) {
      if (session.hears(dispatch)) this.deliver(session, dispatch.event, dispatch.data(session.intents));
    }
  }

  sendGuild(session: Session, guildId: string): void {
    const guild = this.world.guilds.get(guildId);
    if (!guild?.hasBot || !session.hears({ guildId, intent: Intent.Guilds })) return;
    const withMembers = (session.intents & Intent.GuildMembers) !== 0;
    this.deliver(session, 'GUILD_CREATE', apiGuildCreate(this.world, guild, withMembers));
  }

  close(): void {
    this.stop();
    this.faults.clear();
    for (const socket of this.sockets.clients) socket.terminate();
    this.sockets.close();
    this.sessions.clear();
  }

  private hear(happening: Happening): void {
    const dispatch = dispatchOf(this.world, happening);
    if (dispatch) this.dispatch(dispatch);
  }

  private deliver(session: Session, event: string, data: object): void {
    this.faults.deliver(session, event, data);
  }

  private greet(socket: WebSocket): void {
    let session: Session | null = null;
    socket.send(JSON.stringify({ op: Op.Hello, d: { heartbeat_interval: this.options.heartbeatMs } }));
    socket.on('error', () => socket.terminate());
    socket.on('message', (raw) => {
      const text = raw.toString();
      const read = readFrame(text);
      if (!read) return socket.close(GatewayCloseCodes.DecodeError);
      switch (read.op) {
        case Op.Heartbeat:
          if (!this.faults.withholdsAcks) socket.send(JSON.stringify({ op: Op.HeartbeatAck }));
          return;
        case Op.Identify:
          if (session) return socket.close(GatewayCloseCodes.AlreadyAuthenticated);
          session = this.identify(socket, read.d);
          return;
        case Op.Resume:
          session = this.resume(socket, read.d) ?? session;
          return;
        case Op.PresenceUpdate:
          return;
        default:
          this.options.unknown(`gateway op ${read.op}`);
          if (!session) socket.close(GatewayCloseCodes.NotAuthenticated);
      }
    });
    socket.on('close', (code) => {
      if (session?.socket !== socket) return;
      session.socket = null;
      session.lostAt = this.world.now();
      // Closing with these codes says good-bye: the session cannot be resumed.
      if (code === 1000 || code === 1001) this.sessions.delete(session.id);
      this.tellPresence();
    });
  }

  private identify(socket: WebSocket, data: unknown): Session | null {
    const read = identify.safeParse(data);
    const refused = read.success ? refusal(read.data, this.options) : GatewayCloseCodes.DecodeError;
    if (!read.success || refused !== null) {
      socket.close(refused ?? GatewayCloseCodes.DecodeError);
      return null;
    }
    const { intents, shard } = read.data;
    this.forgetLost();
    const session = new Session(this.world.nextId(), intents, shard, socket);
    this.sessions.set(session.id, session);
    const mine = [...this.world.guilds.values()].filter(
      ({ id, hasBot }) => hasBot && session.hears({ guildId: id, intent: 0 }),
    );
    const ready = readyOf(this.world, session, mine, this.options.url());
    session.send(session.number('READY', ready));
    for (const { id } of mine) if (!this.faults.withholds(id)) this.sendGuild(session, id);
    this.tellPresence();
    return session;
  }

  private resume(socket: WebSocket, data: unknown): Session | null {
    this.forgetLost();
    const read = resume.safeParse(data);
    const session = read.success ? this.sessions.get(read.data.session_id) : undefined;
    const missed = read.success && session ? session.missedSince(read.data.seq) : null;
    if (!read.success || read.data.token !== this.options.botToken || !session || !missed) {
      socket.send(JSON.stringify({ op: Op.InvalidSession, d: false }));
      return null;
    }
    // After "invalid, but can be resumed" a client resumes on the connection it has.
    if (session.socket !== socket) session.socket?.terminate();
    session.socket = socket;
    session.lostAt = null;
    for (const sent of missed) session.send(sent);
    session.send(session.number('RESUMED', {}));
    this.tellPresence();
    return session;
  }

  /** A lost connection can be resumed for a few minutes. */
  private forgetLost(): void {
    for (const { id, lostAt } of this.sessions.values()) {
      if (lostAt !== null && this.world.now() - lostAt > resumableMs) this.sessions.delete(id);
    }
  }

  private tellPresence(): void {
    if (this.online === this.toldOnline) return;
    this.toldOnline = this.online;
    this.world.tell({ kind: 'bot-presence', online: this.online });
  }
}
