import { PermissionFlagsBits as Bit } from 'discord.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { startSandbox } from '../../src/sandbox/start-sandbox.ts';
import { patient } from './patient.ts';
import { call } from './raw-call.ts';
import { botOnSandbox, sandboxForTest } from './test-bot.ts';

test('the bot hears when it may no longer write somewhere', async () => {
  const { sandbox, client } = await botOnSandbox();
  const channel = await client.channels.fetch(sandbox.channelId('announcements'));
  if (!channel || channel.isDMBased()) throw new Error('not in a guild');
  const may = () => channel.permissionsFor(sandbox.botUserId)?.has('SendMessages');
  expect(may()).toBe(true);
  sandbox.setOverwrites(channel.id, [{ role: 'everyone', allow: 0n, deny: Bit.SendMessages }]);
  await expect.poll(may).toBe(false);
  const path = `/channels/${channel.id}/messages`;
  expect(await call(sandbox, 'POST', path, { content: 'x' })).toMatchObject({ body: { code: 50013 } });
  sandbox.setOverwrites(channel.id, [
    { role: 'everyone', allow: 0n, deny: Bit.SendMessages },
    { person: 'bot', allow: Bit.SendMessages, deny: 0n },
  ]);
  await expect.poll(may).toBe(true);
  sandbox.setOverwrites(channel.id, [
    { role: 'everyone', allow: 0n, deny: Bit.SendMessages },
    { role: 'bot', allow: Bit.SendMessages, deny: 0n },
  ]);
  sandbox.setRoles('bot', []);
  await expect.poll(may).toBe(false);
});

test('the bot can be shown out and let in again', async () => {
  const { sandbox, client } = await botOnSandbox();
  const guildId = sandbox.guildId();
  sandbox.removeBot();
  await expect.poll(() => client.guilds.cache.has(guildId)).toBe(false);
  expect(await call(sandbox, 'GET', `/guilds/${guildId}`)).toMatchObject({
    status: 403,
    body: { code: 50001 },
  });
  sandbox.inviteBot(['bot']);
  await expect
    .poll(() => client.guilds.cache.get(guildId)?.members.me?.permissions.has('SendMessages'))
    .toBe(true);
});

test('whoever still waits when the sandbox ends is told so', async () => {
  const sandbox = await startSandbox(patient);
  await call(sandbox, 'PUT', `/applications/${sandbox.applicationId}/commands`, [
    { name: 'ask', description: 'Ask' },
  ]);
  const member = sandbox.as('member');
  const outcome = member.runCommand(sandbox.channelId('general'), 'ask');
  const nothing = member.until(() => false);
  nothing.catch(() => undefined);
  await sandbox.close();
  expect(await outcome).toMatchObject({ kind: 'failed' });
  await expect(nothing).rejects.toThrow(/saw nothing/);
});

const paths = [
  'channels/C/messages',
  'channels/C/messages/M',
  'channels/C/messages?limit=x&before=y',
  'applications/A/commands',
  'applications/A/commands/M',
  'users/@me/channels',
  'interactions/M/token/callback',
  'webhooks/A/token',
  'guilds/G/members/M',
  'guilds/%ff/roles',
];

test('whatever is sent, the answer is never a fault of the sandbox', async () => {
  const sandbox = await sandboxForTest();
  const ids = { C: sandbox.channelId('general'), A: sandbox.applicationId, G: sandbox.guildId() };
  const words = [
    'content',
    'embeds',
    'components',
    'flags',
    'type',
    'name',
    'options',
    'attachments',
    'nonce',
    'data',
  ];
  const body = fc.oneof(
    fc.jsonValue({ maxDepth: 3 }),
    fc.dictionary(fc.constantFrom(...words), fc.jsonValue({ maxDepth: 3 }), { maxKeys: 5 }),
    fc.array(fc.dictionary(fc.constantFrom(...words), fc.jsonValue({ maxDepth: 2 })), { maxLength: 3 }),
  );
  const property = fc.asyncProperty(
    fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE'),
    fc.constantFrom(...paths),
    fc.record({ given: body }),
    async (method, path, { given }) => {
      const { id } = sandbox.as('member').say(ids.C, 'hello');
      const filled = `/${path.replace('C', ids.C).replace('A', ids.A).replace('G', ids.G).replace('M', id)}`;
      const { status } = await call(sandbox, method, filled, method === 'GET' ? undefined : given);
      expect(status < 500 || status === 501, `${method} ${filled} ${status}`).toBe(true);
    },
  );
  await fc.assert(property, { numRuns: 150 });
});
