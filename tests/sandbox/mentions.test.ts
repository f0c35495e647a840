import { expect, test } from 'vitest';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { call } from './raw-call.ts';
import { botOnSandbox, sandboxForTest } from './test-bot.ts';

interface Pinged {
  readonly who: readonly string[];
  readonly mentions: readonly string[];
  readonly everyone: boolean | undefined;
}

/** Who hears of the newest message, by key. */
function pinged(sandbox: Sandbox): Pinged {
  const message = sandbox.allMessages.at(-1);
  const keyOf = (id: string) => sandbox.people.find((key) => sandbox.personId(key) === id) ?? id;
  return {
    who: (message?.notified ?? []).map(keyOf).sort(),
    mentions: (message?.mentions ?? []).map(({ id }) => keyOf(id)),
    everyone: message?.mention_everyone,
  };
}

async function post(
  sandbox: Sandbox,
  content: string,
  more: object = {},
  channel = 'announcements',
): Promise<Pinged> {
  const path = `/channels/${sandbox.channelId(channel)}/messages`;
  expect(await call(sandbox, 'POST', path, { content, ...more })).toMatchObject({ status: 200 });
  return pinged(sandbox);
}

test('without a word on mentions a message pings whom it names, a webhook only people', async () => {
  const { sandbox } = await botOnSandbox({
    commands: [{ name: 'ask', description: 'Ask' }],
    onInteraction: (interaction) => interaction.isChatInputCommand() && interaction.reply(text),
  });
  const text = `<@${sandbox.personId('member')}> <@&${sandbox.roleId('moderators')}> @everyone`;
  expect(await post(sandbox, text)).toEqual({
    who: ['member', 'moderator', 'owner', 'second-moderator'],
    mentions: ['member'],
    everyone: true,
  });
  await sandbox.as('moderator').runCommand(sandbox.channelId('announcements'), 'ask');
  expect(pinged(sandbox)).toEqual({ who: ['member'], mentions: ['member'], everyone: false });
});

test('an empty list pings nobody, wherever the mention stands', async () => {
  const sandbox = await sandboxForTest();
  const all = `<@${sandbox.personId('member')}> <@!${sandbox.personId('owner')}> <@&${sandbox.roleId('news')}> @everyone @here`;
  const nobody = { who: [], mentions: [], everyone: false };
  expect(await post(sandbox, all, { allowed_mentions: { parse: [] } })).toEqual(nobody);
  expect(await post(sandbox, '', { embeds: [{ description: all }] })).toEqual(nobody);
  const components = [{ type: 10, content: all }];
  expect(await post(sandbox, '', { flags: 1 << 15, components, allowed_mentions: { parse: [] } })).toEqual(
    nobody,
  );
  expect(await post(sandbox, '', { flags: 1 << 15, components })).toMatchObject({ everyone: true });
});

test('only those who are allowed are pinged', async () => {
  const sandbox = await sandboxForTest();
  const [member, owner] = [sandbox.personId('member'), sandbox.personId('owner')];
  const text = `<@${member}> <@${owner}> <@&${sandbox.roleId('news')}> @here`;
  const allowing = (allowed: object) => post(sandbox, text, { allowed_mentions: allowed });
  expect(await allowing({ users: [owner] })).toMatchObject({ who: ['owner'], everyone: false });
  expect(await allowing({ roles: [sandbox.roleId('news')] })).toMatchObject({
    who: ['member'],
    mentions: [],
  });
  expect(await allowing({ parse: ['users'] })).toMatchObject({ who: ['member', 'owner'] });
  expect(await allowing({ parse: ['everyone'] })).toMatchObject({ everyone: true });
  expect(await post(sandbox, 'nothing', { allowed_mentions: { users: [owner] } })).toMatchObject({ who: [] });
});

test('a mass ping needs the permission; a role everybody may mention does not', async () => {
  const sandbox = await sandboxForTest();
  const text = `@everyone <@&${sandbox.roleId('moderators')}>`;
  expect(await post(sandbox, text, {}, 'general')).toEqual({ who: [], mentions: [], everyone: false });
  expect(await post(sandbox, `<@&${sandbox.roleId('news')}>`, {}, 'general')).toMatchObject({
    who: ['member'],
  });
});

test('nobody is pinged who cannot see the channel', async () => {
  const sandbox = await sandboxForTest();
  const text = `<@${sandbox.personId('member')}> <@${sandbox.personId('moderator')}>`;
  expect(await post(sandbox, text, {}, 'moderators')).toMatchObject({ who: ['moderator'] });
});

test('a reply pings the one it answers unless it says not to; an edit counts too', async () => {
  const sandbox = await sandboxForTest();
  const { id } = sandbox.as('member').say(sandbox.channelId('general'), 'hello');
  const reply = { message_reference: { message_id: id } };
  expect(await post(sandbox, 'x', reply, 'general')).toMatchObject({ who: ['member'] });
  expect(await post(sandbox, 'x', { ...reply, allowed_mentions: { parse: [] } }, 'general')).toMatchObject({
    who: [],
  });
  const answer = sandbox.allMessages.at(-1);
  const path = `/channels/${sandbox.channelId('general')}/messages/${answer?.id}`;
  await call(sandbox, 'PATCH', path, { content: `<@${sandbox.personId('owner')}>` });
  expect(pinged(sandbox)).toMatchObject({ who: ['owner'] });
});

test('people ping as people do, and names become mentions', async () => {
  const sandbox = await sandboxForTest();
  const moderator = sandbox.as('moderator');
  moderator.say(sandbox.channelId('general'), 'see @everyone, @robin and me@robin.example');
  expect(pinged(sandbox)).toEqual({
    who: ['member', 'owner', 'second-moderator', sandbox.botUserId].sort(),
    mentions: ['member'],
    everyone: true,
  });
});
