import type { Client } from 'discord.js';
import { expect, test } from 'vitest';
import type { FaultAim, RestFault } from '../../src/sandbox/faults/faults.ts';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { botOnSandbox, sandboxForTest } from './test-bot.ts';

const toChannel: FaultAim = { method: 'POST', route: '/channels/:channel/messages' };

async function post(sandbox: Sandbox, client: Client<true>, options: object = {}): Promise<unknown> {
  const channel = await client.channels.fetch(sandbox.channelId('general'));
  if (!channel?.isSendable()) throw new Error('not sendable');
  return channel.send({ content: 'news', ...options });
}

const posts = (sandbox: Sandbox) =>
  sandbox.calls.filter(({ method, path }) => method === 'POST' && path.endsWith('/messages'));
const contents = (sandbox: Sandbox) => sandbox.allMessages.map(({ content }) => content);
const patient = { rest: { retries: 3 } };
const once = { rest: { retries: 0 } };

test.for<[string, RestFault]>([
  ['answered with 500', { kind: 'apply-then-status', status: 500 }],
  ['cut off', { kind: 'apply-then-reset' }],
])(
  'a message that was made and then %s is made twice by the retry, but once with a nonce',
  async ([, fault]) => {
    const { sandbox, client } = await botOnSandbox({ client: patient });
    sandbox.faults.onRest(toChannel, fault);
    await post(sandbox, client);
    expect(contents(sandbox)).toEqual(['news', 'news']);

    sandbox.faults.onRest(toChannel, fault);
    await post(sandbox, client, { nonce: 'bulletin-1', enforceNonce: true });
    expect(contents(sandbox)).toEqual(['news', 'news', 'news']);
    expect(posts(sandbox)).toHaveLength(4);
  },
);

test('a nonce of a message deleted since is answered with Unknown Message', async () => {
  const { sandbox, client } = await botOnSandbox();
  const nonced = { nonce: '7', enforceNonce: true };
  const message = (await post(sandbox, client, nonced)) as { delete(): Promise<unknown> };
  await message.delete();
  await expect(post(sandbox, client, nonced)).rejects.toMatchObject({ code: 10008 });
});

test('after a closed connection nobody knows, and nothing is sent again', async () => {
  const { sandbox, client } = await botOnSandbox({ client: patient });
  sandbox.faults.onRest(toChannel, { kind: 'apply-then-close' });
  await expect(post(sandbox, client)).rejects.toMatchObject({ code: 'UND_ERR_SOCKET' });
  expect(contents(sandbox)).toEqual(['news']);
  expect(posts(sandbox)).toHaveLength(1);
});

test('an answer that never comes is given up on', async () => {
  const { sandbox, client } = await botOnSandbox({ client: { rest: { retries: 0, timeout: 500 } } });
  sandbox.faults.onRest(toChannel, { kind: 'hang' });
  await expect(post(sandbox, client)).rejects.toMatchObject({ name: 'AbortError' });
  sandbox.faults.onRest(toChannel, { kind: 'apply-then-hang' });
  await expect(post(sandbox, client)).rejects.toMatchObject({ name: 'AbortError' });
  expect(contents(sandbox)).toEqual(['news']);
});

test('an outage lasts as long as it is said to', async () => {
  const { sandbox, client } = await botOnSandbox({ client: patient });
  const end = sandbox.faults.onRest(
    { ...toChannel, times: Number.POSITIVE_INFINITY },
    { kind: 'status', status: 503 },
  );
  await expect(post(sandbox, client)).rejects.toMatchObject({ status: 503 });
  expect(posts(sandbox).map(({ status }) => status)).toEqual([503, 503, 503, 503]);
  end();
  await post(sandbox, client);
  expect(contents(sandbox)).toEqual(['news']);
});

test.for<[string, Extract<RestFault, { kind: 'rate-limit' }>]>([
  ['with a header', { kind: 'rate-limit', header: 0.02, body: 0.02, scope: 'user' }],
  ['that is global', { kind: 'rate-limit', header: 0.02, body: 0.02, scope: 'global' }],
  [
    'that is shared, its body telling another time',
    { kind: 'rate-limit', header: 0.02, body: 1163, scope: 'shared' },
  ],
  ['without a header', { kind: 'rate-limit', header: null, body: 0.02, scope: 'user' }],
])('a rate limit %s is waited for', async ([, fault]) => {
  const { sandbox, client } = await botOnSandbox({ client: once });
  sandbox.faults.onRest({ ...toChannel, times: 2 }, fault);
  await post(sandbox, client);
  expect(posts(sandbox).map(({ status }) => status)).toEqual([429, 429, 200]);
});

test('a rate limit says what Discord says', async () => {
  const sandbox = await sandboxForTest();
  const url = `${sandbox.apiUrl}/v10/users/@me`;
  sandbox.faults.onRest(
    { method: 'GET', route: '/users/@me' },
    { kind: 'rate-limit', header: 1, body: 1.5, scope: 'global' },
  );
  const response = await fetch(url, { headers: { authorization: `Bot ${sandbox.botToken}` } });
  expect(response.status).toBe(429);
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'retry-after': '1',
    'x-ratelimit-scope': 'global',
    'x-ratelimit-global': 'true',
  });
  expect(await response.json()).toEqual({
    message: 'You are being rate limited.',
    retry_after: 1.5,
    global: true,
  });
});

test('one 401 and the client says nothing any more', async () => {
  const { sandbox, client } = await botOnSandbox();
  sandbox.faults.onRest(toChannel, { kind: 'error', status: 401, code: 0, message: '401: Unauthorized' });
  await expect(post(sandbox, client)).rejects.toMatchObject({ status: 401 });
  await expect(post(sandbox, client)).rejects.toThrow(/token/);
  expect(posts(sandbox)).toHaveLength(1);
});

test('errors come as Discord gives them, and a wall in front of it as HTML', async () => {
  const { sandbox, client } = await botOnSandbox();
  sandbox.faults.onRest(toChannel, {
    kind: 'error',
    status: 403,
    code: 50013,
    message: 'Missing Permissions',
  });
  await expect(post(sandbox, client)).rejects.toMatchObject({ status: 403, code: 50013 });
  sandbox.faults.onRest(toChannel, { kind: 'html' });
  await expect(post(sandbox, client)).rejects.toMatchObject({ status: 403, code: undefined });
});

test('a fault meets only the calls it is aimed at, and lets pass as many as it is told', async () => {
  const { sandbox, client } = await botOnSandbox({ client: once });
  sandbox.faults.onRest({ ...toChannel, skip: 1 }, { kind: 'status', status: 502 });
  sandbox.faults.onRest({ method: 'DELETE', route: '/channels/*' }, { kind: 'status', status: 502 });
  await post(sandbox, client);
  await expect(post(sandbox, client)).rejects.toMatchObject({ status: 502 });
  await post(sandbox, client);
  sandbox.faults.clear();
  expect(contents(sandbox)).toEqual(['news', 'news']);
});

test('a reply that was made and then answered with 500 is shown, and the retry is told so', async () => {
  const { sandbox, errors } = await botOnSandbox({
    commands: [{ name: 'ask', description: 'Ask' }],
    client: patient,
    onInteraction: (interaction) => interaction.isChatInputCommand() && interaction.reply('said once'),
  });
  sandbox.faults.onRest(
    { method: 'POST', route: '/interactions/*' },
    { kind: 'apply-then-status', status: 500 },
  );
  const outcome = await sandbox.as('member').runCommand(sandbox.channelId('general'), 'ask');
  expect(outcome).toMatchObject({ kind: 'replied', message: { content: 'said once' } });
  await expect.poll(() => errors).toMatchObject([{ code: 40060 }]);
  expect(contents(sandbox)).toEqual(['said once']);
});
