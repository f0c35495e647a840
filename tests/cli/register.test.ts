import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { register } from '../../src/cli/register.ts';
import { ConfigError, loadConfig } from '../../src/config.ts';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { startSandbox } from '../../src/sandbox/start-sandbox.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

async function run(token: string | null) {
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
  const config = { ...loadConfig({}), discordToken: token, discordApiUrl: sandbox.apiUrl };
  const code = await register.run([], { stdin, stdout, stderr, config });
  stdout.end();
  stderr.end();
  return { code, out: await text(stdout), err: await text(stderr) };
}

describe('register', () => {
  it('tells Discord of the commands once, and says so', async () => {
    expect(await run(sandbox.botToken)).toEqual({
      code: 0,
      out: expect.stringMatching(/^Registered \d+/),
      err: '',
    });
    expect(await run(sandbox.botToken)).toEqual({ code: 0, out: expect.stringMatching(/^All \d+/), err: '' });
    expect(sandbox.unknownRoutes).toEqual([]);
  });

  it('says what to do when the token is refused or missing', async () => {
    const wrong = await run(`${'A'.repeat(24)}.${'b'.repeat(6)}.${'c'.repeat(30)}`);
    expect(wrong).toEqual({ code: 1, out: '', err: expect.stringMatching(/DISCORD_TOKEN/) });
    await expect(run(null)).rejects.toThrow(ConfigError);
  });

  it('gives up where a refusal names no wait, instead of asking for ever', async () => {
    const fault = { kind: 'rate-limit', header: null, body: 1, scope: 'user' } as const;
    const end = sandbox.faults.onRest({ method: 'GET', route: '/applications/*', times: 1_000 }, fault);
    expect(await run(sandbox.botToken)).toMatchObject({
      code: 1,
      err: expect.stringMatching(/did not take/),
    });
    end();
  });
});
