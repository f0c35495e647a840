import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { register } from '../../src/cli/register.ts';
import { ConfigError, loadConfig } from '../../src/config.ts';
import type { RestFault } from '../../src/sandbox/faults/faults.ts';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { startSandbox } from '../../src/sandbox/start-sandbox.ts';
import { patient } from '../sandbox/patient.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox(patient);
});
afterAll(() => sandbox.close());

async function run(token: string | null, { apiUrl }: Pick<Sandbox, 'apiUrl'> = sandbox) {
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
  const config = { ...loadConfig({}), discordToken: token, discordApiUrl: apiUrl };
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

  const forEver = Number.POSITIVE_INFINITY;
  const faults: readonly (readonly [string, RestFault, number, number])[] = [
    ['429 that names no wait, for ever', limit(null), forEver, 1],
    ['429 again and again', limit(0.05), forEver, 1],
    ['429 for two hours', limit(7_200), forEver, 1],
    ['429 twice', limit(0.05), 2, 0],
    ['503 for ever', { kind: 'status', status: 503 }, forEver, 1],
    ['502 once', { kind: 'status', status: 502 }, 1, 0],
    ['504, carried out', { kind: 'apply-then-status', status: 504 }, 1, 0],
    ['a reset line, carried out', { kind: 'apply-then-reset' }, 1, 0],
    ['50001 missing access', refusal(403, 50_001), forEver, 1],
    ['50035 invalid form', refusal(400, 50_035), 1, 1],
    ['a page of the network in front', { kind: 'html' }, forEver, 1],
  ];
  const calls = [
    ['GET', '/applications/@me'],
    ['GET', '/applications/:application/commands'],
    ['PUT', '/applications/:application/commands'],
  ] as const;
  it.each(calls.flatMap(([method, route]) => faults.map((fault) => [method, route, ...fault] as const)))(
    'ends in good time when %s %s meets %s',
    async (method, route, _name, fault, times, code) => {
      const fresh = await startSandbox(patient);
      fresh.faults.onRest({ method, route, times }, fault);
      const done = await run(fresh.botToken, fresh);
      expect(done.code).toBe(code);
      expect(done.err).toMatch(code === 0 ? /^$/ : /^Discord did not take the commands: .+\n$/);
      expect(done.err).not.toContain(fresh.botToken);
      expect(fresh.calls.length).toBeLessThan(10);
      await fresh.close();
    },
  );
});

function limit(header: number | null): RestFault {
  return { kind: 'rate-limit', header, body: header ?? 1, scope: 'user' };
}

function refusal(status: number, code: number): RestFault {
  return { kind: 'error', status, code, message: 'No' };
}
