import { PassThrough, Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { runCli } from '../../src/cli/run-cli.ts';

async function cli(args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const stdout = new PassThrough();
  const stderr = new PassThrough();
  const code = await runCli(args, { stdin: Readable.from([]), stdout, stderr }, env);
  return { code, stdout: String(stdout.read() ?? ''), stderr: String(stderr.read() ?? '') };
}

describe('the command line', () => {
  it.each([
    [[], 2],
    [['help'], 0],
    [['--help'], 0],
    [['ask', '--help'], 0],
    [['verify', '--help'], 0],
    [['register', '--help'], 0],
  ])('tells how it is used: %j', async (args, code) => {
    const told = await cli(args);
    expect(told).toMatchObject({ code, stderr: '' });
    expect(told.stdout).toMatch(/^Usage: npm run .*\n$/s);
  });

  it.each(['answer', 'toString', '--ask'])('names the unknown subcommand %s', async (name) => {
    const { code, stdout, stderr } = await cli([name]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(`There is no subcommand "${name}".`);
    expect(stderr).toMatch(/ask .*\n {2}check .*\n {2}verify /);
  });

  it('names a wrong setting', async () => {
    const wrong = await cli(['ask', 'what about the moon'], { LOG_LEVEL: 'loud' });
    expect(wrong).toEqual({ code: 2, stdout: '', stderr: expect.stringContaining('LOG_LEVEL') });
  });
});
