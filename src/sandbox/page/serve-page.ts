/** The page in a browser: serves its files and the WebSocket that each window holds. */

import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import type { Sandbox } from '../sandbox.ts';
import { Refusal } from '../visitor/outcome.ts';
import type { Delivery } from './protocol.ts';
import { readCall } from './read-call.ts';
import { readFiles } from './read-files.ts';
import { Seated } from './seated.ts';

export interface Page {
  /** What one opens in a browser: "http://127.0.0.1:PORT/". */
  readonly address: string;
  /** Sends every window away. */
  close(): void;
}

/** Ten files of ten megabytes would not fit; a few that people try things out with do. */
const maxCallBytes = 32 * 1024 * 1024;

/**
 * Puts the page on the sandbox's server, which has looked at Host and Origin before anything comes here. The page
 * carries a secret of this start in it, and nothing is done for a window that does not show it: another page of this
 * machine, which may not read ours, cannot drive it.
 * @param folder where the built page is.
 * @returns null when it is not there.
 */
export function servePage(sandbox: Sandbox, folder: string): Page | null {
  const secret = randomBytes(24).toString('base64url');
  const files = readFiles(folder, { secret, title: `${sandbox.botName} in a sandbox` });
  if (!files) return null;
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: maxCallBytes,
    handleProtocols: () => 'sandbox',
  });
  sandbox.mount('/', {
    request(request, response) {
      const { pathname } = new URL(request.url ?? '/', sandbox.origin);
      const file = files.get(pathname);
      if (!file) return refuse(response, 404);
      if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405);
      response.writeHead(200, { ...safe(sandbox.port), 'content-type': file.contentType });
      response.end(request.method === 'HEAD' ? undefined : file.data);
    },
    upgrade(request, socket, head) {
      if (!isOurWindow(request, secret)) {
        socket.end('HTTP/1.1 403 Forbidden\r\nconnection: close\r\ncontent-length: 0\r\n\r\n');
        return;
      }
      sockets.handleUpgrade(request, socket, head, (opened) => open(sandbox, opened));
    },
  });
  return {
    address: `${sandbox.origin}/`,
    close() {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
    },
  };
}

/** A browser always sends an Origin here; that it is ours the server has seen to. */
function isOurWindow({ url, headers }: IncomingMessage, secret: string): boolean {
  const protocols = (headers['sec-websocket-protocol'] ?? '').split(',').map((each) => each.trim());
  return url === '/socket' && headers.origin !== undefined && protocols.includes(`secret.${secret}`);
}

function open(sandbox: Sandbox, socket: WebSocket): void {
  const send = (delivery: Delivery) => {
    if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(delivery));
  };
  const seated = new Seated(sandbox, (change) => send({ kind: 'change', change }));
  socket.on('error', () => socket.terminate());
  socket.on('close', () => seated.leave());
  socket.on('message', (data, isBinary) => {
    const call = isBinary ? null : readCall(textOf(data));
    if (!call) return socket.close(1007, 'That is not a call of the page');
    const { id, request } = call;
    seated.carryOut(request).then(
      (value) => send({ kind: 'answer', id, value }),
      (cause: unknown) => {
        const words = cause instanceof Refusal ? cause.message : 'The sandbox could not do that';
        send({ kind: 'refused', id, words });
        // A bug of the sandbox: whoever started it gets to know.
        if (!(cause instanceof Refusal)) throw cause;
      },
    );
  });
}

function textOf(data: RawData): string {
  return (Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data as ArrayBuffer)).toString('utf8');
}

function safe(port: number): Record<string, string> {
  const sockets = `ws://127.0.0.1:${port} ws://localhost:${port}`;
  return {
    'content-security-policy': [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "img-src 'self'",
      `connect-src 'self' ${sockets}`,
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ].join('; '),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-resource-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cache-control': 'no-store',
  };
}

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status);
  response.end();
}
