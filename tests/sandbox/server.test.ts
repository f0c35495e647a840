import { request } from 'node:http';
import { AttachmentBuilder } from 'discord.js';
import { expect, test } from 'vitest';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { call } from './raw-call.ts';
import { botOnSandbox, sandboxForTest } from './test-bot.ts';

/** A bare request with headers that fetch would not let through. */
function status(
  sandbox: Sandbox,
  path: string,
  headers: Record<string, string>,
): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port: sandbox.port, path, headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    sent.on('error', reject);
    sent.end();
  });
}

test('an unknown route is answered loudly and remembered without its ids', async () => {
  const sandbox = await sandboxForTest();
  const answer = await call(sandbox, 'GET', `/guilds/${sandbox.guildId()}/emojis`);
  expect(answer).toEqual({
    status: 404,
    body: { message: 'The sandbox does not have the route GET /guilds/:id/emojis', code: 0 },
  });
  expect(sandbox.unknownRoutes).toEqual(['GET /guilds/:id/emojis']);
});

test('only this machine under its own name is served', async () => {
  const sandbox = await sandboxForTest();
  const path = '/api/v10/gateway/bot';
  const authorization = `Bot ${sandbox.botToken}`;
  const host = `127.0.0.1:${sandbox.port}`;
  expect(await status(sandbox, path, { authorization, host })).toBe(200);
  expect(await status(sandbox, path, { authorization, host: `localhost:${sandbox.port}` })).toBe(200);
  expect(await status(sandbox, path, { authorization, host: `evil.example:${sandbox.port}` })).toBe(403);
  expect(await status(sandbox, path, { authorization, host, origin: 'http://evil.example' })).toBe(403);
  expect(await status(sandbox, path, { authorization, host, origin: sandbox.origin })).toBe(200);
  expect(await status(sandbox, path, { host })).toBe(401);
  expect(await status(sandbox, '/elsewhere', { host })).toBe(404);
});

test('a guest answers beside Discord', async () => {
  const sandbox = await sandboxForTest();
  sandbox.mount('/', {
    request: (_, response) => response.end('page'),
    upgrade: (_, socket) => socket.destroy(),
  });
  expect(await (await fetch(`${sandbox.origin}/any`)).text()).toBe('page');
  expect(await call(sandbox, 'GET', '/users/@me')).toMatchObject({
    status: 200,
    body: { id: sandbox.botUserId },
  });
});

test('a body that is no JSON or too large is refused', async () => {
  const sandbox = await sandboxForTest();
  const post = (body: string | Uint8Array<ArrayBuffer>, type = 'application/json') =>
    fetch(`${sandbox.apiUrl}/v10/channels/${sandbox.channelId('general')}/messages`, {
      method: 'POST',
      headers: { authorization: `Bot ${sandbox.botToken}`, 'content-type': type },
      body,
    });
  expect(await (await post('{')).json()).toMatchObject({ code: 50109 });
  expect(await (await post('nothing', 'multipart/form-data; boundary=x')).json()).toMatchObject({
    code: 50109,
  });
  expect((await post(new Uint8Array(26 * 1024 * 1024))).status).toBe(413);
});

test('files come with a message, and can be fetched', async () => {
  const { sandbox, client } = await botOnSandbox();
  const channel = await client.channels.fetch(sandbox.channelId('general'));
  if (!channel?.isSendable()) throw new Error('not sendable');
  const file = new AttachmentBuilder(Buffer.from('was said'), {
    name: 'article one.txt',
    description: 'The article',
  });
  const message = await channel.send({ content: 'here', files: [file] });
  const attachment = message.attachments.first();
  expect(attachment).toMatchObject({ name: 'article_one.txt', size: 8, description: 'The article' });
  expect(await (await fetch(attachment?.url ?? '')).text()).toBe('was said');
  expect(sandbox.calls.at(-1)?.files).toMatchObject([{ filename: 'article one.txt', size: 8 }]);
  await message.edit({ attachments: [] });
  expect(sandbox.allMessages[0]?.attachments).toEqual([]);
});

test('calls are recorded, fit for printing too', async () => {
  const { sandbox } = await botOnSandbox({
    commands: [{ name: 'ask', description: 'Ask' }],
    onInteraction: async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.deferReply();
      await interaction.editReply('said');
    },
  });
  await sandbox.as('member').runCommand(sandbox.channelId('general'), 'ask');
  const shown = sandbox.calls
    .slice(-2)
    .map(({ method, shownPath, status, body }) => [method, shownPath, status, body]);
  expect(shown).toMatchObject([
    [
      'POST',
      expect.stringMatching(/^\/interactions\/\d+\/<token>\/callback$/),
      expect.any(Number),
      { type: 5 },
    ],
    ['PATCH', `/webhooks/${sandbox.applicationId}/<token>/messages/@original`, 200, { content: 'said' }],
  ]);
});

test('the API can be asked who and what there is', async () => {
  const { sandbox, client, errors } = await botOnSandbox();
  const guild = await client.guilds.fetch(sandbox.guildId());
  expect([...(await guild.channels.fetch()).values()].map((channel) => channel?.name)).toEqual([
    'general',
    'rules',
    'announcements',
    'moderators',
  ]);
  expect(guild.rulesChannelId).toBe(sandbox.channelId('rules'));
  expect((await guild.members.fetch(sandbox.personId('moderator'))).permissions.has('ManageMessages')).toBe(
    true,
  );
  expect((await guild.members.fetchMe()).id).toBe(sandbox.botUserId);
  expect((await guild.roles.fetch()).size).toBe(4);
  expect((await guild.roles.fetchMemberCounts()).get(sandbox.roleId('moderators'))).toBe(2);
  expect((await client.users.fetch(sandbox.personId('member'))).displayName).toBe('Robin');
  expect((await client.application?.fetch())?.name).toBe('Verbatim');
  const direct = await client.users.createDM(sandbox.personId('member'));
  expect(direct.id).toBe(sandbox.as('member').openDirectMessage());
  await expect(client.users.fetch('123456789012345678')).rejects.toMatchObject({ code: 10013 });
  await expect(guild.members.fetch('123456789012345678')).rejects.toMatchObject({ code: 10007 });
  expect(sandbox.unknownRoutes).toEqual([]);
  expect(errors).toEqual([]);
});

test('a deleted channel is gone for the bot and for people', async () => {
  const { sandbox, client } = await botOnSandbox();
  const channelId = sandbox.channelId('announcements');
  sandbox.deleteChannel(channelId);
  await expect.poll(() => client.channels.cache.has(channelId)).toBe(false);
  expect(await call(sandbox, 'POST', `/channels/${channelId}/messages`, { content: 'x' })).toMatchObject({
    body: { code: 10003 },
  });
  expect(
    sandbox
      .as('member')
      .channels()
      .some(({ id }) => id === channelId),
  ).toBe(false);
});

test('typing is seen by those who see the channel', async () => {
  const { sandbox, client } = await botOnSandbox();
  const seen: string[] = [];
  for (const who of ['member', 'moderator']) {
    sandbox.as(who).watch((change) => change.kind === 'typing' && seen.push(who));
  }
  const channel = await client.channels.fetch(sandbox.channelId('moderators'));
  if (channel?.isSendable()) await channel.sendTyping();
  expect(seen).toEqual(['moderator']);
});

test('a token lives as long as Discord lets it', async () => {
  let now = Date.now();
  const { sandbox, errors } = await botOnSandbox({
    commands: [{ name: 'ask', description: 'Ask' }],
    sandbox: { now: () => now },
    onInteraction: async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await expect(interaction.editReply('early')).rejects.toThrow();
      const early = await call(
        sandbox,
        'PATCH',
        `/webhooks/${interaction.applicationId}/${interaction.token}/messages/@original`,
        { content: 'early' },
      );
      expect(early).toMatchObject({ status: 404, body: { code: 10015 } });
      await interaction.reply('in time');
      now += 14 * 60_000;
      await interaction.editReply('still in time');
      now += 2 * 60_000;
      await interaction.editReply('too late');
    },
  });
  await sandbox.as('member').runCommand(sandbox.channelId('general'), 'ask');
  await expect.poll(() => errors).toMatchObject([{ code: 50027 }]);
  expect(sandbox.allMessages[0]?.content).toBe('still in time');
});
