import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Log } from '../log.ts';
import type { Metrics } from './metrics.ts';
import type { Signs } from './signs.ts';

export interface HealthParts {
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  readonly signs: Signs;
  readonly metrics: Pick<Metrics, 'text' | 'contentType'>;
  readonly log: Log;
}

export interface HealthServer {
  readonly port: number;
  close(): Promise<void>;
}

/**
 * Serves `/healthz` (200 while the bot can do its work, otherwise 503; what was seen, as JSON) and `/metrics`.
 * Rejects where the port is taken.
 */
export async function openHealthServer({
  host,
  port,
  signs,
  metrics,
  log,
}: HealthParts): Promise<HealthServer> {
  const pages: Readonly<Record<string, (response: ServerResponse) => Promise<void>>> = {
    async '/healthz'(response) {
      const seen = await signs();
      const ready = Object.values(seen).every(({ well }) => well);
      send(response, ready ? 200 : 503, 'application/json', JSON.stringify({ ready, ...seen }));
    },
    async '/metrics'(response) {
      send(response, 200, metrics.contentType, await metrics.text());
    },
  };
  const server = createServer({ requestTimeout: 10_000 }, ({ method = '', url = '' }, response) => {
    const [path = ''] = url.split('?');
    const page = Object.hasOwn(pages, path) ? pages[path] : undefined;
    if (page === undefined) return send(response, 404, 'text/plain', 'Here are /healthz and /metrics.\n');
    if (method !== 'GET' && method !== 'HEAD') return send(response, 405, 'text/plain', 'Only to be read.\n');
    page(response).catch((error: unknown) => {
      log.error({ err: error, path }, 'could not tell how the bot is');
      send(response, 500, 'text/plain', 'This could not be found out; the log says why.\n');
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' });
  response.end(body);
}
