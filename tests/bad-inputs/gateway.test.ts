import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { startSandbox } from '../../src/sandbox/start-sandbox.ts';
import { messageOf } from '../discord/conversation.ts';
import { patient } from '../sandbox/patient.ts';

// The library meets these events before the bot does, and throws: only the whole program shows that it lives on.
const main = fileURLToPath(new URL('../../src/main.ts', import.meta.url));

let sandbox: Sandbox;
let folder: string;
let program: ChildProcess;
let told = '';
beforeAll(async () => {
  sandbox = await startSandbox(patient);
  folder = mkdtempSync(join(tmpdir(), 'verbatim-odd-'));
  const env = {
    PATH: process.env.PATH ?? '',
    DISCORD_TOKEN: sandbox.botToken,
    DISCORD_API_URL: sandbox.apiUrl,
    DATA_DIR: folder,
    LOG_LEVEL: 'debug',
  };
  program = spawn(process.execPath, ['--import', 'tsx', main], { env, timeout: 300_000 });
  const hear = (chunk: Buffer) => {
    told += String(chunk);
  };
  program.stdout?.on('data', hear);
  program.stderr?.on('data', hear);
  await sandbox.botOnline(60_000);
  await vi.waitFor(() => expect(told).toContain('commands'), { timeout: 60_000 });
}, 130_000);
afterAll(async () => {
  const ended = new Promise((resolve) => program.once('exit', resolve));
  program.kill('SIGTERM');
  expect(await ended).toBe(0);
  await sandbox.close();
  rmSync(folder, { recursive: true });
});

/** The next question, asked by one person after another: what was too fast is told so, and would not show. */
let turn = 0;
const people = ['member', 'moderator', 'second-moderator', 'owner'];
afterEach(async () => {
  turn += 1;
  const person = sandbox.as(people[turn % people.length] ?? 'member');
  const question = 'what about the moon station?';
  const outcome = await person.runCommand(sandbox.channelId('general'), 'ask', { question, private: true });
  expect(messageOf(outcome).content).toMatch(/International Lunar Research Station|That was a lot at once/);
  expect(program.exitCode).toBeNull();
  expect(told).not.toContain(sandbox.botToken);
  expect(told).not.toContain('"level":60');
});

const parts = [
  'id',
  'token',
  'type',
  'version',
  'application_id',
  'channel_id',
  'channel',
  'guild_id',
  'guild',
  'member',
  'user',
  'data',
  'locale',
  'guild_locale',
  'app_permissions',
  'authorizing_integration_owners',
  'context',
  'entitlements',
] as const;
const oddities: readonly (readonly [string, unknown])[] = [
  ['is missing', undefined],
  ['is null', null],
  ['is a number', 7],
  ['is an object', { odd: [] }],
];

describe.each(parts)('an interaction of which %s', (part) => {
  it.each(oddities)('%s', (_, odd) => {
    sandbox.faults.alterDispatch('INTERACTION_CREATE', (data) => ({ ...data, [part]: odd }));
    const asked = sandbox.as('member').runCommand(sandbox.channelId('general'), 'ask', { question: 'moon' });
    asked.catch(() => 'nobody waits for it');
  });
});

describe.each([
  'id',
  'type',
  'author',
  'content',
  'mentions',
  'channel_id',
  'member',
  'attachments',
  'embeds',
  'timestamp',
  'flags',
  'message_reference',
])('a message of which %s', (part) => {
  it.each(oddities)('%s', (_, odd) => {
    sandbox.faults.alterDispatch('MESSAGE_CREATE', (data) => ({ ...data, [part]: odd }));
    sandbox.as('owner').say(sandbox.channelId('general'), 'hello there');
  });
});

const guild = () => sandbox.guildId();
const events: Readonly<Record<string, () => readonly [string, unknown]>> = {
  'an event there never was': () => ['NEWS_OF_TOMORROW', { odd: true }],
  'an event without a name': () => ['', {}],
  'an event of an object’s name': () => ['__proto__', {}],
  'a server that is null': () => ['GUILD_CREATE', null],
  'a server of nothing': () => ['GUILD_CREATE', {}],
  'a server with an id alone': () => ['GUILD_CREATE', { id: '1' }],
  'a server that is away': () => ['GUILD_CREATE', { id: '1170000000000000001', unavailable: true }],
  'a server that is changed to nothing': () => ['GUILD_UPDATE', { id: guild() }],
  'a server that leaves, which never came': () => ['GUILD_DELETE', { id: '1' }],
  'a server that is away for a while, which never came': () => [
    'GUILD_DELETE',
    { id: '1', unavailable: true },
  ],
  'a channel of no kind': () => ['CHANNEL_CREATE', { id: '1', type: 999, guild_id: guild() }],
  'a channel of no server': () => ['CHANNEL_UPDATE', { id: '1', type: 0, guild_id: '1' }],
  'a channel that is null': () => ['CHANNEL_DELETE', null],
  'a role of nothing': () => ['GUILD_ROLE_CREATE', { guild_id: guild() }],
  'a role that goes, which never came': () => ['GUILD_ROLE_DELETE', { guild_id: guild(), role_id: '1' }],
  'a member without a person': () => ['GUILD_MEMBER_UPDATE', { guild_id: guild(), roles: null }],
  'members in pieces': () => ['GUILD_MEMBERS_CHUNK', { guild_id: guild(), members: null }],
  'a message of nothing': () => ['MESSAGE_CREATE', {}],
  'a message that is a list': () => ['MESSAGE_CREATE', []],
  'a message that is changed, which never came': () => ['MESSAGE_UPDATE', { id: '1', channel_id: '1' }],
  'messages that go': () => ['MESSAGE_DELETE_BULK', { ids: null, channel_id: '1' }],
  'an interaction of nothing': () => ['INTERACTION_CREATE', {}],
  'an interaction that is null': () => ['INTERACTION_CREATE', null],
  'an interaction of a kind to come': () => ['INTERACTION_CREATE', { id: '1', type: 99, data: {} }],
  'a person of nothing': () => ['USER_UPDATE', {}],
  'a presence of nobody': () => ['PRESENCE_UPDATE', { guild_id: guild() }],
  'a thread of nothing': () => ['THREAD_CREATE', {}],
  'typing of nobody': () => ['TYPING_START', {}],
};

describe('an event', () => {
  it.each(Object.entries(events))('may be %s', (_, event) => {
    sandbox.faults.sendDispatch(...event());
  });
});
