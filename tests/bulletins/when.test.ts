import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readWhen, withOffset } from '../../src/bulletins/when.ts';

const zone = 'Europe/Vienna';
const now = Date.parse('2026-11-24T14:00:00Z');

function read(text: string): string {
  const when = readWhen(text, { now, zone });
  return 'at' in when ? `${when.kind} ${withOffset(when.at, zone)}` : when.kind;
}

describe('reading when a bulletin goes out', () => {
  it.each([
    ['', 'now'],
    ['now', 'now'],
    ['tomorrow 9am', 'at 2026-11-25T09:00+01:00'],
    ['tomorrow at 9.30', 'at 2026-11-25T09:30+01:00'],
    ['9am', 'at 2026-11-25T09:00+01:00'],
    ['tonight at 8', 'at 2026-11-24T20:00+01:00'],
    ['noon', 'at 2026-11-25T12:00+01:00'],
    ['on Friday at 5pm please', 'at 2026-11-27T17:00+01:00'],
    ['next monday noon', 'at 2026-11-30T12:00+01:00'],
    ['24 dec 20:00', 'at 2026-12-24T20:00+01:00'],
    ['2026-11-25 09:00', 'at 2026-11-25T09:00+01:00'],
    ['25.11.2026 09:00', 'at 2026-11-25T09:00+01:00'],
    ['25/12/2026 9am', 'at 2026-12-25T09:00+01:00'],
    ['in 90 minutes', 'at 2026-11-24T16:30+01:00'],
    ['in a week', 'at 2026-12-01T15:00+01:00'],
    ['1 July 2027 18:00', 'at 2027-07-01T18:00+02:00'],
    ['2026-11-25T09:00:00Z', 'at 2026-11-25T10:00+01:00'],
    ['2026-11-25 09:00 +02:00', 'at 2026-11-25T08:00+01:00'],
  ])('takes "%s" as %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    ['tomorrow', 'no-time'],
    ['tomorrow morning', 'no-time'],
    ['2026-11-25', 'no-time'],
    ['03/04/2027 9am', 'ambiguous-date'],
    ['3-4-2027 9am', 'ambiguous-date'],
    ['tomorrow 9am CET', 'named-zone'],
    ['tomorrow 9am EST', 'named-zone'],
    ['tomorrow 9am in Vienna', 'unreadable'],
    ['25 November 9:00-10:00', 'unreadable'],
    ['9am or 10am', 'unreadable'],
    ['2026-02-30 10:00', 'unreadable'],
    ['2027-13-01 10:00', 'unreadable'],
    ['2026-11-25T25:00Z', 'unreadable'],
    ['when it is ready', 'unreadable'],
    ['yesterday 9am', 'past 2026-11-23T09:00+01:00'],
    ['2020-01-01 10:00', 'past 2020-01-01T10:00+01:00'],
  ])('asks again about "%s": %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  // Dates of the changes in 2027: IANA time zone database.
  it.each([
    ['Europe/Vienna', '2027-03-28 02:30', '2027-03-28T01:30+01:00', '2027-03-28T03:30+02:00'],
    ['America/New_York', '2027-03-14 02:30', '2027-03-14T01:30-05:00', '2027-03-14T03:30-04:00'],
    ['Australia/Lord_Howe', '2027-10-03 02:15', '2027-10-03T01:45+10:30', '2027-10-03T02:45+11:00'],
    ['America/Santiago', '2027-09-05 00:30', '2027-09-04T23:30-04:00', '2027-09-05T01:30-03:00'],
    ['Africa/Cairo', '2027-04-30 00:30', '2027-04-29T23:30+02:00', '2027-04-30T01:30+03:00'],
    ['Pacific/Auckland', '2027-09-26 02:30', '2027-09-26T01:30+12:00', '2027-09-26T03:30+13:00'],
  ])('asks about a time the clocks of %s jump over (%s)', (there, text, before, after) => {
    const when = readWhen(text, { now, zone: there });
    if (when.kind !== 'gap') throw new Error(`It is ${when.kind}.`);
    expect([withOffset(when.before, there), withOffset(when.after, there)]).toEqual([before, after]);
  });

  it.each([
    ['Europe/Vienna', '2027-10-31 02:30', '+02:00', '+01:00'],
    ['America/New_York', '2027-11-07 01:30', '-04:00', '-05:00'],
    ['Australia/Lord_Howe', '2027-04-04 01:45', '+11:00', '+10:30'],
    ['America/Santiago', '2027-04-03 23:30', '-03:00', '-04:00'],
    ['Africa/Cairo', '2027-10-28 23:30', '+03:00', '+02:00'],
    ['Pacific/Auckland', '2027-04-04 02:30', '+13:00', '+12:00'],
  ])(
    'asks about a time the clocks of %s show twice (%s), and takes either when it is written out',
    (there, text, one, other) => {
      const when = readWhen(text, { now, zone: there });
      if (when.kind !== 'overlap') throw new Error(`It is ${when.kind}.`);
      const written = [withOffset(when.first, there), withOffset(when.second, there)];
      expect(written).toEqual([`${text.replace(' ', 'T')}${one}`, `${text.replace(' ', 'T')}${other}`]);
      expect(written.map((exact) => readWhen(exact, { now, zone: there }))).toEqual([
        { kind: 'at', at: when.first },
        { kind: 'at', at: when.second },
      ]);
    },
  );

  it('takes hours from now as they pass, over a change of the clocks', () => {
    const beforeTheChange = Date.parse('2027-03-28T00:00:00Z');
    const when = readWhen('in 2 hours', { now: beforeTheChange, zone });
    expect(when).toEqual({ kind: 'at', at: beforeTheChange + 7_200_000 });
  });

  it('takes tomorrow as the day on the wall there, not in UTC', () => {
    const evening = Date.parse('2026-11-24T23:30:00Z');
    const when = readWhen('tomorrow 9am', { now: evening, zone });
    expect('at' in when && withOffset(when.at, zone)).toBe('2026-11-26T09:00+01:00');
  });

  it('gives back every minute it is told with its offset', () => {
    const minutes = fc.integer({ min: 1, max: 60 * 24 * 365 * 3 });
    const zones = fc.constantFrom('Europe/Vienna', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata');
    fc.assert(
      fc.property(minutes, zones, (ahead, there) => {
        const at = now + ahead * 60_000;
        expect(readWhen(withOffset(at, there), { now, zone: there })).toEqual({ kind: 'at', at });
      }),
    );
  });

  it('names no instant that has passed, and asks about times that the clocks make doubtful', () => {
    const part = (from: number, to: number) =>
      fc.integer({ min: from, max: to }).map((one) => String(one).padStart(2, '0'));
    const written = fc
      .tuple(
        part(1969, 2040),
        part(0, 14),
        part(0, 33),
        part(0, 26),
        part(0, 62),
        fc.constantFrom('', 'Z', '+05:30', '-99:99'),
      )
      .map(
        ([year, month, day, hour, minute, offset]) => `${year}-${month}-${day} ${hour}:${minute}${offset}`,
      );
    const zones = fc.constantFrom('Europe/Vienna', 'America/New_York', 'Australia/Lord_Howe', 'UTC');
    fc.assert(
      fc.property(written, zones, (text, there) => {
        const when = readWhen(text, { now, zone: there });
        if (when.kind === 'at') expect(when.at).toBeGreaterThan(now);
        if (when.kind === 'past') expect(when.at).toBeLessThanOrEqual(now);
        if (when.kind === 'gap') expect(when.before).toBeLessThan(when.after);
        if (when.kind === 'overlap') expect(when.first).toBeLessThan(when.second);
        // A day and month that are there are kept as they were typed.
        if (when.kind === 'at' && !/[Z+]|-\d\d:/.test(text.slice(10))) {
          expect(withOffset(when.at, there).slice(0, 16)).toBe(text.replace(' ', 'T'));
        }
      }),
      { numRuns: 500 },
    );
  });

  it('answers whatever is typed', () => {
    const words = fc.constantFrom(
      'tomorrow',
      '9am',
      '31',
      '/',
      '-',
      'feb',
      '0000',
      '9999',
      'in',
      'hours',
      ':',
      '99',
    );
    const typed = fc.oneof(
      fc.string(),
      fc.array(words, { maxLength: 6 }).map((some) => some.join(' ')),
    );
    fc.assert(
      fc.property(typed, (text) => {
        expect(readWhen(text, { now, zone })).toHaveProperty('kind');
      }),
      { numRuns: 500 },
    );
  });
});
