import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Sandbox } from '../src/sandbox/sandbox.ts';
import { startSandbox } from '../src/sandbox/start-sandbox.ts';
import { patient } from './sandbox/patient.ts';

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));
const root = fileURLToPath(new URL('..', import.meta.url));

let folder: string;
let sandbox: Sandbox;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'verbatim-'));
  sandbox = await startSandbox(patient);
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await sandbox.close();
});

/** The program as a process, with these settings and no others. */
function start(args: readonly string[], env: Record<string, string> = {}, input = '') {
  const settings = { PATH: process.env.PATH ?? '', DISCORD_TOKEN: '', DISCORD_API_URL: '', ...env };
  const child = spawn(process.execPath, ['--import', 'tsx', main, ...args], {
    cwd: root,
    env: settings,
    timeout: 60_000,
  });
  child.stdin.end(input);
  const code = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const ended = Promise.all([code, text(child.stdout), text(child.stderr)]).then(([exit, out, err]) => ({
    exit,
    out,
    err,
  }));
  return { child, ended };
}

/** The same, once its bot is online and that of an earlier test has left. */
async function startOnline(args: readonly string[], env: Record<string, string>) {
  await expect.poll(() => sandbox.online).toBe(false);
  const started = start(args, env);
  await sandbox.botOnline(60_000);
  return started;
}

const onDiscord = () => ({
  DISCORD_TOKEN: sandbox.botToken,
  DISCORD_API_URL: sandbox.apiUrl,
  DATA_DIR: join(folder, 'kept'),
});

describe('the program', { timeout: 120_000 }, () => {
  it('says how to use it', async () => {
    const [help, wrong, port] = await Promise.all([
      start(['--help']).ended,
      start(['--nonsense']).ended,
      start(['--port', '99999']).ended,
    ]);
    expect(help).toMatchObject({ exit: 0, out: expect.stringContaining('--discord') });
    expect(wrong).toMatchObject({ exit: 2, err: expect.stringContaining('Usage') });
    expect(port).toMatchObject({ exit: 2, err: expect.stringContaining('--port N') });
  });

  it('insists on a token with --discord, and names every wrong setting, without a stack', async () => {
    const [missing, wrong] = await Promise.all([
      start(['--discord'], { LOG_LEVEL: 'loud' }).ended,
      start([], { DISCORD_API_URL: 'http://example.org', LOG_LEVEL: 'loud' }).ended,
    ]);
    expect(missing).toMatchObject({
      exit: 2,
      err: expect.stringMatching(/^DISCORD_TOKEN is not set.*\nLOG_LEVEL/),
    });
    expect(wrong.exit).toBe(2);
    expect(wrong.err).toMatch(/DISCORD_API_URL[\s\S]*LOG_LEVEL/);
    expect(`${missing.err}${wrong.err}`).not.toMatch(/ at .*:\d+/);
  });

  it('lists every fault of the data and serves none of it', async () => {
    const announcement = join(folder, 'bad');
    await mkdir(announcement);
    writeFileSync(join(announcement, 'source.txt'), 'Something else was said.');
    writeFileSync(
      join(announcement, 'announcement.yaml'),
      `label: Nothing\nlanguage: en\nsource: { file: source.txt, sha256: ${'a'.repeat(64)} }\nstatements:\n  - { id: a, kind: narration, words: Not there }\n`,
    );
    const { exit, out, err } = await start([], { ANNOUNCEMENTS: folder }).ended;
    expect(exit).toBe(2);
    expect(out).toBe('');
    expect(err).toMatch(/SHA-256[\s\S]*statement "a"/);
  });

  it('answers piped lines without a token, and ends with 0', async () => {
    const { exit, out, err } = await start([], {}, 'what did xi say about teh moon station??\n').ended;
    expect(exit).toBe(0);
    expect(err).toBe('');
    expect(out).toContain('International Lunar Research Station');
    expect(out).toContain('Xi Jinping, Chinese President');
    expect(out).toContain('paragraph 12');
  });

  it('ends quietly when its reader has seen enough', async () => {
    const { child, ended } = start([], {}, 'ironclad friendship\n'.repeat(5));
    const code = new Promise((resolve) => child.once('exit', resolve));
    child.stdout.once('data', () => child.stdout.destroy());
    await ended.catch(() => 'its output was cut off');
    expect(await code).toBe(0);
  });

  it('answers on Discord with a token, says where it sends that, and ends with 0 when told to', async () => {
    const { child, ended } = await startOnline([], onDiscord());
    const member = sandbox.as('member');
    const answer = await member.answerTo(
      member.say(member.openDirectMessage(), 'ironclad friendship'),
      30_000,
    );
    expect(answer.content).toContain('ironclad friendship');
    child.kill('SIGTERM');
    const { exit, err } = await ended;
    expect(exit).toBe(0);
    expect(err).toContain('DISCORD_API_URL is set');
    expect(err).not.toContain(sandbox.botToken);
  });

  it('keeps what it must in its data directory, and says what to do when that cannot be read', async () => {
    const dataDir = join(folder, 'encrypted');
    const keyed = {
      ...onDiscord(),
      DATA_DIR: dataDir,
      DATABASE_KEY: 'a key of more than sixteen characters',
    };
    const { child, ended } = await startOnline([], keyed);
    child.kill('SIGTERM');
    expect((await ended).exit).toBe(0);
    const file = await readFile(join(dataDir, 'verbatim.db'), 'latin1');
    expect(file).not.toContain('SQLite format');
    const { exit, err } = await start([], { ...keyed, DATABASE_KEY: 'another key, just as long' }).ended;
    expect(exit).toBe(2);
    expect(err).toMatch(/^The database .*verbatim\.db cannot be read\. Either DATABASE_KEY is not the key/m);
    expect(err).not.toMatch(/^ +at /m);
  });

  it('ends with an error when Discord throws it out', async () => {
    const { ended } = await startOnline(['--discord'], onDiscord());
    sandbox.faults.closeGateway(4004);
    const { exit, err } = await ended;
    expect(exit).toBe(1);
    expect(err).toMatch(/check DISCORD_TOKEN/);
  });
});
