/** The gateway's half of the fault switches. */

import { GatewayOpcodes as Op } from 'discord-api-types/v10';
import type { Faults } from '../faults/faults.ts';
import type { Gateway } from './gateway.ts';
import type { Session } from './session.ts';

export class GatewayFaults implements Omit<Faults, 'onRest'> {
  private readonly gateway: Gateway;
  private readonly lost = new Map<string, number>();
  private readonly altered = new Map<string, (data: object) => object>();
  private readonly withheld = new Set<string>();
  private readonly timers = new Set<NodeJS.Timeout>();
  private twice = { times: 0, sameSequence: false };
  private delayMs = 0;
  refusing = false;
  withholdsAcks = false;

  constructor(gateway: Gateway) {
    this.gateway = gateway;
  }

  requestReconnect(): void {
    for (const session of this.gateway.connected) session.send({ op: Op.Reconnect, d: null });
  }

  invalidateSessions(resumable: boolean): void {
    for (const session of this.gateway.connected) session.send({ op: Op.InvalidSession, d: resumable });
    if (!resumable) this.gateway.forgetSessions();
  }

  closeGateway(code: number): void {
    for (const { socket } of this.gateway.connected) socket?.close(code);
  }

  dropGateway(): void {
    for (const { socket } of this.gateway.connected) socket?.terminate();
  }

  withholdHeartbeatAcks(withhold: boolean): void {
    this.withholdsAcks = withhold;
  }

  partitionGateway(cut: boolean): void {
    this.gateway.partition(cut);
  }

  requestHeartbeat(): void {
    for (const session of this.gateway.connected) session.send({ op: Op.Heartbeat, d: null });
  }

  forgetSessions(): void {
    this.gateway.closeAndForget();
  }

  duplicateDispatches(times: number, { sameSequence = false } = {}): void {
    this.twice = { times, sameSequence };
  }

  loseDispatches(event: string, times: number): void {
    this.lost.set(event, times);
  }

  alterDispatch(event: string, change: (data: object) => object): void {
    this.altered.set(event, change);
  }

  sendDispatch(event: string, data: unknown): void {
    for (const session of this.gateway.connected) session.send(session.number(event, data));
  }

  withholdGuild(guildId: string): void {
    this.withheld.add(guildId);
  }

  releaseGuilds(): void {
    for (const guildId of this.withheld) {
      for (const session of this.gateway.connected) this.gateway.sendGuild(session, guildId);
    }
    this.withheld.clear();
  }

  delayDispatches(ms: number): void {
    this.delayMs = ms;
  }

  refuseGateway(refuse: boolean): void {
    this.refusing = refuse;
  }

  clear(): void {
    this.lost.clear();
    this.altered.clear();
    this.withheld.clear();
    for (const timer of this.timers) clearTimeout(timer);
    this.timers.clear();
    this.twice = { times: 0, sameSequence: false };
    this.delayMs = 0;
    this.refusing = false;
    this.withholdsAcks = false;
    this.gateway.partition(false);
  }

  withholds(guildId: string): boolean {
    return this.withheld.has(guildId);
  }

  /** Whether this event is to be lost; counts it. */
  loses(event: string): boolean {
    const left = this.lost.get(event) ?? 0;
    if (left > 0) this.lost.set(event, left - 1);
    return left > 0;
  }

  /** Numbers and sends an event, once or twice, now or later. */
  deliver(session: Session, event: string, whole: object): void {
    const data = this.altered.get(event)?.(structuredClone(whole)) ?? whole;
    this.altered.delete(event);
    const first = session.number(event, data);
    const sent = [first];
    if (this.twice.times > 0) {
      this.twice.times -= 1;
      sent.push(this.twice.sameSequence ? first : session.number(event, data));
    }
    const send = () => {
      for (const each of sent) session.send(each);
    };
    if (this.delayMs === 0) {
      send();
      return;
    }
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      send();
    }, this.delayMs);
    this.timers.add(timer);
  }
}
