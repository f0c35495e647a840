import { PermissionFlagsBits as Bit, MessageFlags } from 'discord.js';
import { expect, test } from 'vitest';
import { Refusal } from '../../src/sandbox/visitor/outcome.ts';
import { defaultPlan, person } from '../../src/sandbox/world/default-plan.ts';
import type { WorldPlan } from '../../src/sandbox/world/plan.ts';
import { call } from './raw-call.ts';
import { botOnSandbox, sandboxForTest } from './test-bot.ts';

test('the bot writes where it may, and is told why it may not elsewhere', async () => {
  const sandbox = await sandboxForTest({
    plan: {
      ...defaultPlan,
      people: [...defaultPlan.people, person('shy', 'Shy', { takesDirectMessages: false })],
    },
  });
  const post = (channelId: string) =>
    call(sandbox, 'POST', `/channels/${channelId}/messages`, { content: 'news' });
  expect(await post(sandbox.channelId('general'))).toMatchObject({ status: 200 });
  expect(await post(sandbox.channelId('announcements'))).toMatchObject({ status: 200 });
  expect(await post(sandbox.channelId('rules'))).toMatchObject({ status: 403, body: { code: 50013 } });
  expect(await post(sandbox.channelId('private'))).toMatchObject({ status: 403, body: { code: 50001 } });
  expect(await post('123456789012345678')).toMatchObject({ status: 404, body: { code: 10003 } });
  expect(await post(sandbox.as('shy').openDirectMessage())).toMatchObject({
    status: 403,
    body: { code: 50007 },
  });
});

test('only its own messages can be changed by the bot, and deleted without the permission', async () => {
  const sandbox = await sandboxForTest();
  const member = sandbox.as('member');
  const { id } = member.say(sandbox.channelId('general'), 'mine');
  const path = `/channels/${sandbox.channelId('general')}/messages/${id}`;
  expect(await call(sandbox, 'PATCH', path, { content: 'yours' })).toMatchObject({ body: { code: 50005 } });
  expect(await call(sandbox, 'DELETE', path)).toMatchObject({ status: 403, body: { code: 50013 } });
  sandbox.as('moderator').remove(id);
  expect(await call(sandbox, 'GET', path)).toMatchObject({ status: 404, body: { code: 10008 } });
});

test('only messages of announcement channels are published, and once', async () => {
  const { sandbox, client } = await botOnSandbox();
  const channel = await client.channels.fetch(sandbox.channelId('announcements'));
  if (!channel?.isSendable()) throw new Error('not sendable');
  const message = await channel.send('news');
  await message.crosspost();
  expect(sandbox.allMessages[0]?.flags).toBe(MessageFlags.Crossposted);
  await expect(message.crosspost()).rejects.toMatchObject({ code: 40033 });
  const general = await call(sandbox, 'POST', `/channels/${sandbox.channelId('general')}/messages`, {
    content: 'x',
  });
  const { id } = general.body as { id: string };
  expect(
    await call(sandbox, 'POST', `/channels/${sandbox.channelId('general')}/messages/${id}/crosspost`),
  ).toMatchObject({
    body: { code: 50024 },
  });
});

test('people see and write only what the server lets them', async () => {
  const sandbox = await sandboxForTest();
  const names = (who: string) =>
    sandbox
      .as(who)
      .channels()
      .map(({ key, writable }) => `${key}${writable ? '' : ' (read)'}`);
  expect(names('member')).toEqual(['general', 'rules (read)', 'announcements (read)', 'bot', 'private']);
  expect(names('moderator')).toEqual(['general', 'rules', 'announcements', 'moderators', 'bot', 'private']);
  expect(names('second-moderator')).toEqual(['general', 'rules', 'announcements', 'moderators', 'bot']);
  expect(() => sandbox.as('member').say(sandbox.channelId('rules'), 'no')).toThrow(Refusal);
  expect(() => sandbox.as('member').messages(sandbox.channelId('moderators'))).toThrow(Refusal);

  sandbox.timeOut('member', Date.now() + 60_000);
  expect(() => sandbox.as('member').say(sandbox.channelId('general'), 'no')).toThrow(Refusal);
  sandbox.timeOut('member', null);
  sandbox.setRoles('member', ['moderators']);
  sandbox.as('member').say(sandbox.channelId('rules'), 'Be kind');
});

const commands = [
  { name: 'open', description: 'For all' },
  { name: 'guarded', description: 'For moderators', default_member_permissions: String(Bit.ManageMessages) },
  { name: 'closed', description: 'For administrators', default_member_permissions: '0' },
  { name: 'here', description: 'In servers', contexts: [0] },
  { name: 'anywhere', description: 'With me', integration_types: [0, 1], contexts: [0, 1, 2] },
];

test('commands are offered by permission, place and installation', async () => {
  const sandbox = await sandboxForTest();
  await call(sandbox, 'PUT', `/applications/${sandbox.applicationId}/commands`, commands);
  const offered = (who: string, channelId: string) =>
    sandbox
      .as(who)
      .commands(channelId)
      .map(({ name }) => name);
  const general = sandbox.channelId('general');
  expect(offered('member', general)).toEqual(['open', 'here', 'anywhere']);
  expect(offered('moderator', general)).toEqual(['open', 'guarded', 'here', 'anywhere']);
  expect(offered('owner', general)).toEqual(['open', 'guarded', 'closed', 'here', 'anywhere']);
  expect(offered('member', sandbox.as('member').openDirectMessage())).toEqual([
    'open',
    'guarded',
    'closed',
    'anywhere',
  ]);
  expect(offered('member', sandbox.channelId('private'))).toEqual(['anywhere']);
  expect(offered('moderator', sandbox.channelId('private'))).toEqual([]);

  sandbox.setCommandAccess('guarded', 'member', true);
  sandbox.setCommandAccess('open', 'member', false);
  expect(offered('member', general)).toEqual(['guarded', 'here', 'anywhere']);
  const outcome = await sandbox.as('member').runCommand(general, 'open');
  expect(outcome).toEqual({ kind: 'refused', problems: ['There is no command /open for you here'] });
});

test('guild commands stay in their guild', async () => {
  const sandbox = await sandboxForTest();
  const path = `/applications/${sandbox.applicationId}/guilds/${sandbox.guildId()}/commands`;
  expect(await call(sandbox, 'PUT', path, [{ name: 'local', description: 'Here' }])).toMatchObject({
    status: 200,
  });
  const member = sandbox.as('member');
  expect(member.commands(sandbox.channelId('general'))).toMatchObject([
    { name: 'local', guild_id: sandbox.guildId() },
  ]);
  expect(member.commands(member.openDirectMessage())).toEqual([]);
});

test('between people, an app that one of them installed answers both and follows up five times at most', async () => {
  const sent: string[] = [];
  const { sandbox, errors } = await botOnSandbox({
    commands,
    onInteraction: async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      const { context, authorizingIntegrationOwners, user } = interaction;
      await interaction.reply(
        `${context} ${authorizingIntegrationOwners[1] === user.id} ${authorizingIntegrationOwners[0]}`,
      );
      for (let n = 1; n <= 6; n += 1) {
        await interaction.followUp(`more ${n}`);
        sent.push(`more ${n}`);
      }
    },
  });
  const channelId = sandbox.channelId('private');
  expect(await sandbox.as('member').runCommand(channelId, 'anywhere')).toMatchObject({
    message: { content: '2 true undefined' },
  });
  await expect.poll(() => errors).toMatchObject([{ code: 40094 }]);
  expect(sent).toHaveLength(5);
  expect(sandbox.as('moderator').messages(channelId)).toHaveLength(6);
});

test('in a server without the bot, an installed app speaks as far as the server lets it', async () => {
  const [square] = defaultPlan.guilds;
  if (!square) throw new Error('no guild');
  const elsewhere = {
    ...square,
    key: 'elsewhere',
    botRoles: null,
    roles: square.roles.map((role) =>
      role.key === 'everyone' ? { ...role, permissions: role.permissions & ~Bit.UseExternalApps } : role,
    ),
  };
  const plan: WorldPlan = { ...defaultPlan, guilds: [square, elsewhere] };
  const { sandbox, client } = await botOnSandbox({
    commands,
    sandbox: { plan },
    onInteraction: (interaction) => interaction.isChatInputCommand() && interaction.reply('hello'),
  });
  expect(client.guilds.cache.size).toBe(1);
  const channelId = sandbox.channelId('general', 'elsewhere');
  const member = sandbox.as('member');
  expect(member.commands(channelId).map(({ name }) => name)).toEqual(['anywhere']);
  expect(await member.runCommand(channelId, 'anywhere')).toMatchObject({
    kind: 'replied',
    message: { ephemeral: true },
  });
  expect(sandbox.as('moderator').commands(channelId)).toEqual([]);
});
