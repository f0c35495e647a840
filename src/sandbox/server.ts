/** The one HTTP server: Discord's REST API and gateway, its files, and guests. On 127.0.0.1 only. */

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Files } from './files/files.ts';
import type { Gateway } from './gateway/gateway.ts';
import type { RestApi } from './rest/rest-api.ts';
import type { Guest } from './sandbox.ts';

export const gatewayPath = '/gateway';

export interface ServerParts {
  readonly rest: RestApi;
  readonly gateway: Gateway;
  readonly files: Files;
  /** By path prefix. */
  readonly guests: ReadonlyMap<string, Guest>;
}

/** @throws when the port is taken. @returns the listening server and its port. */
export async function listen(parts: ServerParts, wanted: number): Promise<{ server: Server; port: number }> {
  const server = createServer((request, response) => {
    respond(parts, request, response).catch((cause: unknown) => {
      // A bug of the sandbox. The bot gets a 500; whoever started the sandbox gets to know.
      response.destroy();
      queueMicrotask(() => {
        throw cause;
      });
    });
  });
  server.on('upgrade', (request, socket, head) => upgrade(parts, request, socket, head));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(wanted, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
  return { server, port: (server.address() as AddressInfo).port };
}

async function respond(
  parts: ServerParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = addressed(request);
  if (!url) return refuse(response, 403);
  if (url.pathname.startsWith('/api/')) return parts.rest.handle(request, response, url);
  const file = parts.files.at(url.pathname);
  if (file) {
    response.setHeader('content-type', file.contentType);
    response.setHeader('content-disposition', 'attachment');
    response.setHeader('x-content-type-options', 'nosniff');
    response.end(file.data);
    return;
  }
  const guest = guestAt(parts, url.pathname);
  if (!guest) return refuse(response, 404);
  guest.request(request, response);
}

function upgrade(parts: ServerParts, request: IncomingMessage, socket: Duplex, head: Buffer): void {
  const url = addressed(request);
  if (url?.pathname === gatewayPath) {
    parts.gateway.accept(request, socket, head);
    return;
  }
  const guest = url ? guestAt(parts, url.pathname) : undefined;
  if (guest) guest.upgrade(request, socket, head);
  else socket.destroy();
}

/**
 * The address a request is for, or null when it is not for us: another Host means that somebody's web page has
 * pointed its own name at this machine, another Origin that a foreign page is calling.
 */
function addressed({ headers, url, socket }: IncomingMessage): URL | null {
  const hosts = ['127.0.0.1', 'localhost'].map((name) => `${name}:${socket.localPort}`);
  const { host = '', origin } = headers;
  if (!hosts.includes(host)) return null;
  if (origin !== undefined && !hosts.some((name) => origin === `http://${name}`)) return null;
  return URL.canParse(url ?? '/', `http://${host}`) ? new URL(url ?? '/', `http://${host}`) : null;
}

function guestAt({ guests }: ServerParts, path: string): Guest | undefined {
  const prefixes = [...guests.keys()].filter((prefix) => path.startsWith(prefix));
  return guests.get(prefixes.sort((a, b) => b.length - a.length)[0] ?? '');
}

function refuse(response: ServerResponse, status: number): void {
  response.statusCode = status;
  response.end();
}
