import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const program = `"${process.execPath}" node_modules/jiti/lib/jiti-cli.mjs src/cli/main.ts`;

/** The command line as another program meets it: its own process, bytes in, bytes out. */
function shell(command: string, input: string | Uint8Array = '', env: NodeJS.ProcessEnv = {}) {
  const { status, stdout, stderr } = spawnSync('sh', ['-c', command], {
    cwd: root,
    input,
    encoding: 'utf8',
    timeout: 25_000,
    env: { PATH: process.env.PATH, ...env },
  });
  return { status, stdout, stderr };
}

// What runs it keeps what it has translated, and tells of translating where DEBUG asks for everything.
beforeAll(() => {
  shell(`${program} help`);
}, 30_000);

describe('the command line, as a process', () => {
  it('writes one JSON object a line and nothing else, whatever the settings say of logging', () => {
    const lines = ['what about the moon', '', 'a'.repeat(6000), 'hello'];
    const input = Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n`), Buffer.from([0xff, 0x0a])]);
    const env = { INIT_CWD: join(root, 'data'), LOG_LEVEL: 'trace', DEBUG: '*' };
    const command = `${program} ask --json --announcement announcements/china-venezuela`;
    const { status, stdout, stderr } = shell(command, input, env);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const questions = stdout.split('\n').map((line) => (line === '' ? null : JSON.parse(line).question));
    expect(questions).toEqual([lines[0], undefined, lines[2], lines[3], '\ufffd', null]);
  });

  it('refuses a single question with exit code 1', () => {
    expect(shell(`${program} ask did they talk about loans`)).toMatchObject({ status: 1, stderr: '' });
  });

  it('ends quietly when its reader has seen enough', () => {
    const { stdout, stderr } = shell(`yes moon | head -2000 | ${program} ask --json | head -1`);
    expect({ lines: stdout.trimEnd().split('\n').length, stderr }).toEqual({ lines: 1, stderr: '' });
  });
});
