import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { connect } from '../../src/store/connection.ts';
import { type Captured, lookIntoDatabase, newCapture, type Where, captured as watched } from './capture.ts';
import { leaksIn } from './leaks.ts';
import { crossings, tracesIn } from './traces.ts';

const token = `${'M'.repeat(24)}.canary.${'x'.repeat(38)}`;
const interactionToken = `sandbox.${'q'.repeat(64)}`;
const question = 'a canary that asks what was "said"';
const asker = '1170000000000000042';
const writer = '1170000000000000043';

/** What one would find had this text come to light there. */
function planted(where: Where, text: string): Captured {
  return {
    ...newCapture(),
    seen: [{ where, text: `before ${text} after` }],
    secrets: new Set([token, 'canary-database-key']),
    asked: new Set([question, 'a canary that was taught']),
    written: new Set(['about a canary that was taught']),
    people: new Set([asker, writer]),
    askers: new Set([asker, writer]),
    keptPeople: new Set([writer]),
  };
}

const everywhere: readonly Where[] = ['log', 'output', 'database', 'reply'];

describe('a secret that comes to light is found', () => {
  it.each(everywhere)('in a %s: the bot’s token, keys, interaction tokens and their addresses', (where) => {
    for (const secret of [
      token,
      'canary-database-key',
      interactionToken,
      `https://discord.com/api/webhooks/1170000000000000001/${'w'.repeat(68)}`,
      `POST /interactions/1170000000000000001/${'i'.repeat(60)}/callback`,
    ]) {
      expect(leaksIn(planted(where, secret))).not.toEqual([]);
    }
  });

  it('in a log or the database: a question, and who asked it', () => {
    for (const where of ['log', 'database'] as const) {
      expect(leaksIn(planted(where, JSON.stringify({ msg: question })))).toMatchObject([
        { what: 'a question', where },
      ]);
      expect(leaksIn(planted(where, `"user":"${asker}"`))).toMatchObject([{ what: 'a person', where }]);
    }
  });

  it('but not what a moderator wrote, who did, or what a reply repeats to the asker', () => {
    expect(leaksIn(planted('database', 'a canary that was taught'))).toEqual([]);
    expect(leaksIn(planted('database', writer))).toEqual([]);
    expect(leaksIn(planted('reply', `${question} <@${asker}>`))).toEqual([]);
    expect(leaksIn(planted('log', '/webhooks/1170000000000000001/[redacted]'))).toEqual([]);
  });
});

it('a secret of one test file is found in what another lets be seen', () => {
  const one = tracesIn('one.test.ts', planted('log', 'nothing'));
  const other = tracesIn('other.test.ts', {
    ...newCapture(),
    seen: [{ where: 'output', text: `{"t":"${token}"}` }],
  });
  expect(one.secrets).toEqual([token]);
  expect(crossings([one, other])).toEqual(['a secret of one.test.ts in the output of other.test.ts']);
  expect(crossings([one, { ...other, seen: [] }])).toEqual([]);
});

it('rows of a database are looked at', async () => {
  const { db } = await connect<Record<string, never>>({ kind: 'memory' });
  await sql`create table notes (words text)`.execute(db);
  await sql`insert into notes values (${'a canary in a row'})`.execute(db);
  await lookIntoDatabase(db as never, { kind: 'memory' });
  expect(watched.seen.map(({ text }) => text).join()).toContain('a canary in a row');
  await db.destroy();
});
