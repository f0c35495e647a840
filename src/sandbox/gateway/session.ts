/** One gateway session: what it asked for, what it was sent, and the socket it has now, if any. */

import type { WebSocket } from 'ws';
import type { Dispatch } from './dispatches.ts';

export interface Sent {
  readonly op: 0;
  readonly t: string;
  readonly s: number;
  readonly d: unknown;
}

/** How many events a session can miss and still get again on resuming. */
const remembered = 10_000;

export class Session {
  readonly id: string;
  readonly intents: number;
  readonly shard: readonly [number, number];
  socket: WebSocket | null;
  /** When its connection was lost, by the sandbox's clock. */
  lostAt: number | null = null;
  private sequence = 0;
  private readonly log: Sent[] = [];

  constructor(id: string, intents: number, shard: readonly [number, number], socket: WebSocket) {
    this.id = id;
    this.intents = intents;
    this.shard = shard;
    this.socket = socket;
  }

  /** Whether this session's shard and intents make it hear an event. */
  hears({ guildId, intent }: Pick<Dispatch, 'guildId' | 'intent'>): boolean {
    const [index, count] = this.shard;
    const shard = guildId === null ? 0 : Number((BigInt(guildId) >> 22n) % BigInt(count));
    return shard === index && (intent === 0 || (this.intents & intent) !== 0);
  }

  /** Numbers an event and keeps it for a resume. */
  number(t: string, d: unknown): Sent {
    this.sequence += 1;
    const sent: Sent = { op: 0, t, s: this.sequence, d };
    this.log.push(sent);
    if (this.log.length > remembered) this.log.shift();
    return sent;
  }

  /** What came after a sequence number, or null when it is not remembered any more or never was. */
  missedSince(sequence: number): readonly Sent[] | null {
    const first = this.log[0]?.s ?? 1;
    if (sequence > this.sequence || sequence < first - 1) return null;
    return this.log.filter(({ s }) => s > sequence);
  }

  send(payload: object): void {
    if (this.socket?.readyState === this.socket?.OPEN) this.socket?.send(JSON.stringify(payload));
  }
}
