import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import WebSocket from 'ws';
import type { Delivery, Request } from '../../../src/sandbox/page/protocol.ts';
import { servePage } from '../../../src/sandbox/page/serve-page.ts';
import { sandboxForTest } from '../test-bot.ts';

async function servedPage() {
  const sandbox = await sandboxForTest();
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-page-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const name of ['page.js', 'page.css']) writeFileSync(join(folder, name), `/* ${name} */`);
  const page = servePage(sandbox, folder);
  if (!page) throw new Error('The page is not there');
  onTestFinished(() => page.close());
  const shell = await (await fetch(page.address)).text();
  const secret = /name="secret" content="([^"]+)"/.exec(shell)?.[1] ?? '';
  return { sandbox, page, shell, secret };
}

type Served = Awaited<ReturnType<typeof servedPage>>;

/** @returns the opened socket, or the HTTP status it was refused with. */
function connect(
  { sandbox }: Served,
  secret: string,
  headers: Record<string, string>,
  path = '/socket',
): Promise<WebSocket | number> {
  const socket = new WebSocket(`ws://127.0.0.1:${sandbox.port}${path}`, ['sandbox', `secret.${secret}`], {
    headers,
  });
  onTestFinished(() => socket.terminate());
  return new Promise((resolve) => {
    socket.once('open', () => resolve(socket));
    socket.once('unexpected-response', (_, response) => resolve(response.statusCode ?? 0));
    socket.once('error', () => resolve(0));
  });
}

async function seat(served: Served): Promise<(request: Request) => Promise<Delivery>> {
  const socket = await connect(served, served.secret, { origin: served.sandbox.origin });
  if (typeof socket === 'number') throw new Error(`refused with ${socket}`);
  let id = 0;
  return (asked) => {
    id += 1;
    const mine = id;
    return new Promise((resolve) => {
      const hear = (data: Buffer) => {
        const delivery = JSON.parse(data.toString()) as Delivery;
        if (delivery.kind === 'change' || delivery.id !== mine) return;
        socket.off('message', hear);
        resolve(delivery);
      };
      socket.on('message', hear);
      socket.send(JSON.stringify({ id: mine, request: asked }));
    });
  };
}

test('the page is served with a policy that lets nothing in from outside, and no script inline', async () => {
  const { page, shell } = await servedPage();
  const response = await fetch(page.address);
  const policy = response.headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self';");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toMatch(/unsafe|https:|\*/);
  expect(shell).not.toMatch(/<script(?![^>]* src=)/);
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  expect((await fetch(`${page.address}page.js`)).headers.get('content-type')).toContain('text/javascript');
  expect((await fetch(`${page.address}../main.ts`)).status).toBe(404);
  expect((await fetch(page.address, { method: 'POST' })).status).toBe(405);
});

test('a page that has not been built is not served', async () => {
  const sandbox = await sandboxForTest();
  expect(servePage(sandbox, join(tmpdir(), 'there-is-no-such-folder'))).toBeNull();
});

test('another name for this machine is refused the page', async () => {
  const { sandbox } = await servedPage();
  const status = await new Promise((resolve) => {
    const headers = { host: `evil.example:${sandbox.port}` };
    request({ host: '127.0.0.1', port: sandbox.port, headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    }).end();
  });
  expect(status).toBe(403);
});

test('only a window of this start may drive it: not another origin, none at all, or another secret', async () => {
  const served = await servedPage();
  const { origin, port } = served.sandbox;
  expect(await connect(served, served.secret, { origin })).toBeInstanceOf(WebSocket);
  expect(await connect(served, served.secret, { origin: `http://localhost:${port}` })).toBeInstanceOf(
    WebSocket,
  );
  expect(await connect(served, 'guessed', { origin })).toBe(403);
  expect(await connect(served, '', { origin })).toBe(403);
  expect(await connect(served, served.secret, {})).toBe(403);
  expect(await connect(served, served.secret, { origin }, '/other')).toBe(403);
  expect(await connect(served, served.secret, { origin: 'http://localhost:1' })).toBe(0);
  expect(await connect(served, served.secret, { origin, host: `evil.example:${port}` })).toBe(0);
});

test('each start has a secret of its own', async () => {
  const [one, two] = await Promise.all([servedPage(), servedPage()]);
  expect(one.secret).toMatch(/^[\w-]{32}$/);
  expect(one.secret).not.toBe(two.secret);
});

test('what no window would send closes the line', async () => {
  const served = await servedPage();
  for (const sent of ['{', '[]', '{"id":1,"request":{"do":"destroy"}}', Buffer.from([1, 2])]) {
    const socket = await connect(served, served.secret, { origin: served.sandbox.origin });
    if (typeof socket === 'number') throw new Error('refused');
    const closed = new Promise((resolve) => socket.once('close', resolve));
    socket.send(sent);
    expect(await closed).toBe(1007);
  }
});

test('what a client of Discord would not do is refused in words', async () => {
  const served = await servedPage();
  const ask = await seat(served);
  const channelId = served.sandbox.channelId('general');
  const say = { do: 'say', channelId, text: 'hello', replyTo: null, files: [] } as const;
  expect(await ask(say)).toMatchObject({ kind: 'refused', words: 'Nobody sits here yet' });
  expect(await ask({ do: 'sit', person: 'nobody' })).toMatchObject({ kind: 'refused' });
  expect(await ask({ do: 'sit', person: 'member' })).toMatchObject({
    kind: 'answer',
    value: { me: { name: 'Robin' }, bot: { online: false } },
  });
  expect(await ask({ ...say, channelId: served.sandbox.channelId('rules') })).toMatchObject({
    kind: 'refused',
    words: expect.stringContaining('permission'),
  });
  expect(await ask({ do: 'open', channelId: served.sandbox.channelId('moderators') })).toMatchObject({
    kind: 'refused',
  });
  expect(await ask({ do: 'submit', formId: '1', values: {} })).toMatchObject({
    value: { kind: 'refused' },
  });
  expect(await ask(say)).toMatchObject({ kind: 'answer', value: null });
});

test('who and what can be named in a channel is told to those in it', async () => {
  const { sandbox } = await servedPage();
  const around = sandbox.as('moderator').around(sandbox.channelId('moderators'));
  expect(around.people.map(({ name }) => name)).toEqual(['Ines', 'Tomo', 'Olga', 'Verbatim']);
  expect(around.roles.map(({ name }) => name)).toContain('News');
  expect(() => sandbox.as('member').around(sandbox.channelId('moderators'))).toThrow('no such channel');
});

test('a change of roles or channels is perceived', async () => {
  const { sandbox } = await servedPage();
  let told = 0;
  onTestFinished(
    sandbox.as('member').watch(({ kind }) => {
      if (kind === 'places-changed') told += 1;
    }),
  );
  sandbox.setRoles('member', ['moderators']);
  sandbox.deleteChannel(sandbox.channelId('rules'));
  expect(told).toBe(2);
});
