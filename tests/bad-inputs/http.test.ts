import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import { createLog } from '../../src/log.ts';
import { type HealthServer, openHealthServer } from '../../src/operation/health-server.ts';
import { type Page, servePage } from '../../src/sandbox/page/serve-page.ts';
import { share } from './catalogue/bad-value.ts';
import { typed } from './catalogue/typed.ts';
import { expectKindWords } from './kind-words.ts';
import { startTrial, type Trial } from './trial.ts';

const canary = 'canary-secret-of-the-page';

let trial: Trial;
let page: Page;
let health: HealthServer;
let folder: string;
const logged: string[] = [];
beforeAll(async () => {
  trial = await startTrial();
  folder = mkdtempSync(join(tmpdir(), 'verbatim-page-'));
  for (const name of ['page.js', 'page.css']) writeFileSync(join(folder, name), '');
  const served = servePage(trial.conversation.sandbox, folder);
  if (served === null) throw new Error('The page is not there.');
  page = served;
  health = await openHealthServer({
    host: '127.0.0.1',
    port: 0,
    signs: async () => ({
      gateway: { well: true, seen: 'x' },
      rest: { well: true, seen: 'x' },
      database: { well: true, seen: 'x' },
    }),
    metrics: { text: async () => 'verbatim_up 1\n', contentType: 'text/plain' },
    log: createLog('debug', { output: { write: (line) => logged.push(line) } }),
  });
});
afterAll(async () => {
  page.close();
  await health.close();
  await trial.end();
  rmSync(folder, { recursive: true });
});

/** What a server says to these bytes: everything until it closes the connection. */
async function say(port: number, request: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => 'it was cut off');
  await once(socket, 'connect');
  socket.end(Buffer.from(request, 'latin1'));
  return text(socket).catch(() => '');
}

const get = (path: string, port: number, more = '') =>
  `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: close\r\n${more}\r\n`;

const requests: Readonly<Record<string, (port: number) => string>> = {
  'of nothing': () => '\r\n\r\n',
  'that is no HTTP': () => 'hello\r\n\r\n',
  'of a TLS handshake': () => '\u0016\u0003\u0001\u0002\u0000\u0001',
  'of another version': () => 'GET / HTTP/9.9\r\n\r\n',
  'without a host': () => 'GET /healthz HTTP/1.1\r\n\r\n',
  'for another host': () => 'GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n',
  'from another page': (port) => get('/', port, 'Origin: https://evil.example\r\n'),
  'for a path upwards': (port) => get('/../../../etc/passwd', port),
  'for a path upwards, written in percents': (port) => get('/%2e%2e/%2e%2e/etc/passwd', port),
  'for half a percent': (port) => get('/%', port),
  'for a NUL': (port) => get('/%00', port),
  'for __proto__': (port) => get('/__proto__', port),
  'for constructor': (port) => get('/constructor', port),
  'for a path of 10,000 letters': (port) => get(`/${'a'.repeat(10_000)}`, port),
  'for a whole address': (port) => get('http://evil.example/', port),
  'for an address without end': (port) => get('//evil.example//', port),
  'for many questions': (port) => get(`/healthz?${'a=b&'.repeat(2_000)}`, port),
  'that deletes': (port) => get('/healthz', port).replace('GET', 'DELETE'),
  'that posts 100,000 letters': (port) =>
    get('/healthz', port, 'Content-Length: 100000\r\n').replace('GET', 'POST') + 'a'.repeat(100_000),
  'with two lengths': (port) => get('/', port, 'Content-Length: 1\r\nContent-Length: 2\r\n'),
  'with a length and chunks': (port) => get('/', port, 'Content-Length: 1\r\nTransfer-Encoding: chunked\r\n'),
  'with a header of 100,000 letters': (port) => get('/', port, `X: ${'a'.repeat(100_000)}\r\n`),
  'with a thousand headers': (port) => get('/', port, 'X: a\r\n'.repeat(1_000)),
  'with a header that is none': (port) => get('/', port, 'no colon\r\n'),
  'for an upgrade to something else': (port) => get('/', port, 'Upgrade: h2c\r\nConnection: Upgrade\r\n'),
  'for a socket without a key': (port) =>
    get('/socket', port, 'Upgrade: websocket\r\nConnection: Upgrade\r\n'),
  'for the gateway without a key': (port) =>
    get('/gateway', port, 'Upgrade: websocket\r\nConnection: Upgrade\r\n'),
};

describe('a request to the health server', () => {
  it.each(Object.entries(requests))('%s', async (_, request) => {
    const answer = await say(health.port, request(health.port));
    expect(answer).toMatch(/^(?:HTTP\/1\.1 (?:200|400|404|405|413|431|505) |$)/);
    expect(answer).not.toMatch(/^\s+at |node_modules/m);
    expect((await fetch(`http://127.0.0.1:${health.port}/healthz`)).status).toBe(200);
    expect(logged).toEqual([]);
  });
});

describe('a request to the page', () => {
  it.each(Object.entries(requests))('%s', async (_, request) => {
    const { port } = trial.conversation.sandbox;
    const answer = await say(port, request(port));
    expect(answer).toMatch(/^(?:HTTP\/1\.1 (?:200|400|403|404|405|413|426|431|505) |$)/);
    expect(answer).not.toMatch(/^\s+at |node_modules/m);
    expect((await fetch(page.address)).status).toBe(200);
    await trial.expectUnharmed();
  });
});

/** A window of the page, which sends what no window would. */
async function windowOf(): Promise<WebSocket> {
  const { port, origin } = trial.conversation.sandbox;
  const shell = await (await fetch(page.address)).text();
  const secret = /name="secret" content="([^"]+)"/.exec(shell)?.[1] ?? canary;
  const protocols = ['sandbox', `secret.${secret}`];
  const socket = new WebSocket(`ws://127.0.0.1:${port}/socket`, protocols, { headers: { origin } });
  await once(socket, 'open');
  return socket;
}

/** How the sandbox takes a frame: what it says, or the code it closes the line with. */
async function take(frame: string | Buffer): Promise<string | number> {
  const socket = await windowOf();
  try {
    return await new Promise((resolve) => {
      socket.once('close', resolve);
      socket.on('message', (data: Buffer) => {
        const said = String(data);
        if (said.includes('"id":7')) resolve(said);
      });
      socket.send(JSON.stringify({ id: 1, request: { do: 'sit', person: 'member' } }));
      socket.send(frame);
    });
  } finally {
    socket.terminate();
  }
}

const call = (request: object) => JSON.stringify({ id: 7, request });
const frames: Readonly<Record<string, string | Buffer>> = {
  'of nothing': '',
  'of half an object': '{"id":7',
  'of a list': '[]',
  'of null': 'null',
  'of bytes': Buffer.from([0, 1, 255]),
  'nested without end': `${'['.repeat(50_000)}`,
  'of a prototype': '{"__proto__":{"id":7}}',
  'without an id': '{"request":{"do":"sit","person":"member"}}',
  'with a negative id': '{"id":-7,"request":{"do":"sit","person":"member"}}',
  'that does what there is not': call({ do: 'destroy' }),
  'that sits down as nobody': call({ do: 'sit', person: 'nobody' }),
  'that sits down as __proto__': call({ do: 'sit', person: '__proto__' }),
  'that sits down as a number': call({ do: 'sit', person: 7 }),
  'that opens no channel': call({ do: 'open', channelId: '0' }),
  'that says too much': call({
    do: 'say',
    channelId: '0',
    text: 'a'.repeat(7_000),
    replyTo: null,
    files: [],
  }),
  'that removes no message': call({ do: 'remove', messageId: '0' }),
  'that presses no message': call({ do: 'press', messageId: '0', customId: 'x' }),
  'that sends in no form': call({ do: 'submit', formId: '0', values: {} }),
  'that attaches no base64': call({
    do: 'say',
    channelId: '0',
    text: 'x',
    replyTo: null,
    files: [{ filename: 'x', contentType: 'x', base64: '%%%' }],
  }),
  'that runs an option of a list': call({
    do: 'run',
    channelId: '0',
    name: 'ask',
    options: { question: [] },
  }),
};

describe('a frame to the page’s socket', () => {
  it.each(Object.entries(frames))('%s', async (_, frame) => {
    const taken = await take(frame);
    if (typeof taken === 'number') expect(taken).toBe(1007);
    else expectKindWords(taken, 'null');
    await trial.expectUnharmed();
  });

  it.each(share(typed(5_900), 'run', 4))('that runs /ask with $name', async ({ text: question }) => {
    const run = { do: 'run', channelId: trial.general, name: 'ask', options: { question } };
    const taken = await take(call(run));
    expect(typeof taken).toBe('string');
    expect(String(taken)).toMatch(/"kind":"(?:replied|refused)"/);
    await trial.expectUnharmed();
  });
});
