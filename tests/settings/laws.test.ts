import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ConfigError, loadConfig } from '../../src/config.ts';
import { answersSeenBy, isTimeZone, readSettings } from '../../src/settings/server-settings.ts';

const names = [
  'moderatorRole',
  'timeZone',
  'approvalRequired',
  'defaultAnnouncement',
  'answers',
  'answersIn',
];

it('whatever is stored, settings are read from it, each one sound', () => {
  const stored = fc.dictionary(
    fc.oneof(fc.constantFrom(...names), fc.string({ maxLength: 8 })),
    fc.oneof(fc.jsonValue(), fc.constantFrom('Europe/Vienna', 'private', 'public', true, null)),
  );
  fc.assert(
    fc.property(stored, fc.string(), (values, channel) => {
      const settings = readSettings(values);
      expect(Object.keys(settings).sort()).toEqual([...names].sort());
      expect(isTimeZone(settings.timeZone)).toBe(true);
      expect(['public', 'private']).toContain(answersSeenBy(settings, channel));
      expect(readSettings({ ...settings })).toEqual(settings);
    }),
    { numRuns: 500 },
  );
});

it('whatever is set in the environment, it is read or every fault is named', () => {
  const given = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.constantFrom('a.b.c', 'https://example.org', 'info', '8080', '0', '65536', ' ', 'x'.repeat(16)),
  );
  const setting = fc.constantFrom(
    'DISCORD_TOKEN',
    'DISCORD_API_URL',
    'LOG_LEVEL',
    'DATA_DIR',
    'DATABASE_KEY',
    'HEALTH_PORT',
    'HEALTH_HOST',
    'INIT_CWD',
    'NO_COLOR',
  );
  fc.assert(
    fc.property(fc.dictionary(setting, given), (env) => {
      try {
        const { health, databaseKey, discordApiUrl } = loadConfig(env);
        if (health !== null) expect(health.port >= 0 && health.port <= 65_535).toBe(true);
        if (databaseKey !== null) expect(databaseKey.length).toBeGreaterThanOrEqual(16);
        if (discordApiUrl !== null) expect(URL.canParse(discordApiUrl)).toBe(true);
      } catch (error) {
        if (!(error instanceof ConfigError)) throw error;
        expect(error.problems.length).toBeGreaterThan(0);
      }
    }),
    { numRuns: 500 },
  );
});
