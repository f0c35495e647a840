/** Switches for the ways Discord fails. Each REST fault is aimed at a route and used up after `times`. */

/** What happens to a matched REST call. */
export type RestFault =
  /** Carry it out, then answer with this status (500, 502, 503, 504): the caller cannot know it was done. */
  | { readonly kind: 'apply-then-status'; readonly status: number }
  /** Carry it out, then reset the connection (ECONNRESET). */
  | { readonly kind: 'apply-then-reset' }
  /** Carry it out, then close the connection in an orderly way ("other side closed"). */
  | { readonly kind: 'apply-then-close' }
  /** Carry it out and never answer. */
  | { readonly kind: 'apply-then-hang' }
  /** Do nothing and never answer. */
  | { readonly kind: 'hang' }
  /** Do nothing and answer with this status and no JSON. */
  | { readonly kind: 'status'; readonly status: number }
  /** Do nothing and answer 429. Seconds; `header` null leaves Retry-After out, different from `body` if wished. */
  | {
      readonly kind: 'rate-limit';
      readonly header: number | null;
      readonly body: number;
      readonly scope: 'user' | 'global' | 'shared';
    }
  /** Do nothing and answer with Discord's error body. */
  | { readonly kind: 'error'; readonly status: number; readonly code: number; readonly message: string }
  /** Do nothing and answer 403 with an HTML page, as the network in front of Discord does. */
  | { readonly kind: 'html' }
  /** Wait, then carry it out as usual. */
  | { readonly kind: 'delay'; readonly ms: number };

export interface FaultAim {
  /** "POST", … or "*". */
  readonly method: string;
  /**
   * A route below /api/v10 in which `:name` stands for one part and `*` for the rest:
   * "/channels/:channel/messages", "/interactions/*". "@original" is written decoded.
   */
  readonly route: string;
  /** How many calls it meets; Infinity for ever. One by default. */
  readonly times?: number;
  /** How many matching calls pass unharmed first. None by default. */
  readonly skip?: number;
}

export interface Faults {
  /** Sets a fault; of several that match a call, the one set first is used. @returns takes it away again. */
  onRest(aim: FaultAim, fault: RestFault): () => void;

  /** Asks every session to reconnect and resume (op 7). */
  requestReconnect(): void;
  /** Declares every session invalid (op 9). */
  invalidateSessions(resumable: boolean): void;
  /** Closes every gateway socket with a close code (4000, 4004, …). */
  closeGateway(code: number): void;
  /** Cuts every gateway connection without a closing handshake. */
  dropGateway(): void;
  /** Stops (or resumes) answering heartbeats. */
  withholdHeartbeatAcks(withhold: boolean): void;
  /**
   * Cuts the network while connections stay open (or mends it): what either side sends arrives once it is mended, as
   * TCP repeats it. New connections wait too.
   */
  partitionGateway(cut: boolean): void;
  /** Asks every session for a heartbeat at once (op 1). */
  requestHeartbeat(): void;
  /** Forgets every session without telling: the next attempt to resume is answered op 9. */
  forgetSessions(): void;
  /** Sends the next `times` dispatches twice; with `sameSequence`, under the same sequence number. */
  duplicateDispatches(times: number, options?: { readonly sameSequence?: boolean }): void;
  /** Drops the next `times` dispatches of this event ("MESSAGE_CREATE"): they never arrive. */
  loseDispatches(event: string, times: number): void;
  /** Hands the next dispatch of this event to `change` and sends what it returns: what no client would have sent. */
  alterDispatch(event: string, change: (data: object) => object): void;
  /** Sends every session an event of any name with any data. */
  sendDispatch(event: string, data: unknown): void;
  /** Does not send this guild's GUILD_CREATE to sessions that begin from now on. */
  withholdGuild(guildId: string): void;
  /** Sends the withheld guilds now. */
  releaseGuilds(): void;
  /** Delays each dispatch by this many milliseconds; 0 ends it. */
  delayDispatches(ms: number): void;
  /** Refuses (or takes again) new gateway connections. */
  refuseGateway(refuse: boolean): void;

  /** Ends all faults that are still set. */
  clear(): void;
}
