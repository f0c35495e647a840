import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ConfigError, loadConfig } from '../src/config.ts';

const token = `${'A'.repeat(24)}.${'b'.repeat(6)}.${'c'.repeat(30)}`;

describe('loadConfig', () => {
  it('needs nothing: without settings there is a local chat over the shipped announcements', () => {
    const config = loadConfig({});
    expect(config.discordToken).toBeNull();
    expect(config.announcements).toMatch(/data.announcements$/);
  });

  it('logs what happens on Discord, and only trouble in the local chat', () => {
    expect(loadConfig({}).logLevel).toBe('warn');
    expect(loadConfig({ DISCORD_TOKEN: token }).logLevel).toBe('info');
    expect(loadConfig({ LOG_LEVEL: 'debug' }).logLevel).toBe('debug');
  });

  it('takes an empty setting as not set, as copied from .env.example', () => {
    expect(loadConfig({ DISCORD_TOKEN: '', LOG_LEVEL: ' ', DISCORD_API_URL: '' })).toEqual(loadConfig({}));
  });

  it('names every wrong setting at once, and never repeats the token', () => {
    const env = {
      DISCORD_TOKEN: 'Bot oops-secret',
      DISCORD_API_URL: 'http://example.org',
      LOG_LEVEL: 'loud',
    };
    const problems = failure(env).problems;
    expect(problems).toHaveLength(3);
    expect(problems.join()).toMatch(/DISCORD_TOKEN.*DISCORD_API_URL.*LOG_LEVEL/s);
    expect(problems.join()).not.toContain('oops-secret');
  });

  it('names a missing token together with the rest where one is needed', () => {
    const load = () => loadConfig({ LOG_LEVEL: 'loud' }, { needsToken: true });
    expect(load).toThrow(/^DISCORD_TOKEN is not set.*\nLOG_LEVEL/);
    expect(loadConfig({ DISCORD_TOKEN: token }, { needsToken: true }).discordToken).toBe(token);
  });

  it.each([
    ['https://proxy.example/api', true],
    ['http://127.0.0.1:8080/api', true],
    ['http://127.9.9.9/api', true],
    ['http://localhost:1/api', true],
    ['http://[::1]:1/api', true],
    ['http://discord.example/api', false],
    ['http://127.0.0.1.evil.example/api', false],
    ['https://user:pass@proxy.example/api', false],
    ['ftp://127.0.0.1/', false],
    ['not an address', false],
  ])('sends the token to %s: %s', (address, allowed) => {
    const env = { DISCORD_TOKEN: token, DISCORD_API_URL: address };
    if (allowed) expect(loadConfig(env).discordApiUrl).toBe(address);
    else expect(failure(env).problems).toHaveLength(1);
  });

  it('takes relative paths from where the person called npm', () => {
    expect(loadConfig({ INIT_CWD: '/somewhere' }).cwd).toBe('/somewhere');
    expect(loadConfig({ INIT_CWD: '/somewhere', DATA_DIR: 'kept' }).dataDir).toBe('/somewhere/kept');
    expect(loadConfig({ INIT_CWD: '/somewhere', ANNOUNCEMENTS: 'said' }).announcements).toBe(
      '/somewhere/said',
    );
  });

  it('keeps its data beside the program where no folder is named, and refuses a key that protects nothing', () => {
    expect(loadConfig({ INIT_CWD: '/somewhere' }).dataDir).toBe(resolve('.verbatim'));
    expect(failure({ DATABASE_KEY: 'hunter2' }).problems).toEqual([
      expect.stringMatching(/^DATABASE_KEY is too short(?!.*hunter2)/),
    ]);
  });

  it('serves how it is only where a port is named, and on this machine alone where no address is', () => {
    expect(loadConfig({}).health).toBeNull();
    expect(loadConfig({ HEALTH_HOST: '0.0.0.0', HEALTH_PORT: ' ' }).health).toBeNull();
    expect(loadConfig({ HEALTH_PORT: '9464' }).health).toEqual({ host: '127.0.0.1', port: 9464 });
    expect(loadConfig({ HEALTH_PORT: '0', HEALTH_HOST: '0.0.0.0' }).health).toEqual({
      host: '0.0.0.0',
      port: 0,
    });
    for (const wrong of ['-1', '65536', 'http', '80.5'])
      expect(failure({ HEALTH_PORT: wrong }).problems).toEqual([expect.stringMatching(/^HEALTH_PORT must/)]);
  });
});

function failure(env: NodeJS.ProcessEnv): ConfigError {
  try {
    loadConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error;
  }
  throw new Error('The settings were accepted.');
}
