import { type Client, Events, RESTEvents, Routes } from 'discord.js';

/**
 * Signs that a bot can hear and speak. The library's own `isReady()` stays true after Discord has ended the
 * connection or refused the token. Instants are milliseconds since 1970.
 */
export interface Vitals {
  /** When the gateway last let the bot in or acknowledged a heartbeat; null while there is no connection. */
  heard(): number | null;
  /** When the REST API last did what it was asked; asks for something harmless where that is `lately` or longer ago. */
  served(lately: number): Promise<number | null>;
}

/** How long the REST API is waited for, in milliseconds. */
const patience = 5_000;

export function createVitals(client: Client, clock: () => number): Vitals {
  let letIn: number | null = null;
  let servedAt: number | null = null;
  let asking: Promise<unknown> | null = null;

  const connected = () => {
    letIn = clock();
  };
  const unconnected = () => {
    letIn = null;
  };
  client.on(Events.ShardReady, connected);
  client.on(Events.ShardResume, connected);
  client.on(Events.ShardReconnecting, unconnected);
  client.on(Events.ShardDisconnect, unconnected);
  client.rest.on(RESTEvents.Response, (_, { ok }) => {
    if (ok) servedAt = clock();
  });

  const ask = () => client.rest.get(Routes.gatewayBot(), { signal: AbortSignal.timeout(patience) });

  return {
    heard: () =>
      letIn === null
        ? null
        : Math.max(letIn, ...client.ws.shards.map(({ lastPingTimestamp }) => lastPingTimestamp)),

    async served(lately) {
      if (servedAt === null || clock() - servedAt >= lately) {
        asking ??= ask()
          .catch(() => null)
          .finally(() => {
            asking = null;
          });
        await asking;
      }
      return servedAt;
    },
  };
}
