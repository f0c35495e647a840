import { en, type ParsedResult } from 'chrono-node';
import { Temporal } from 'temporal-polyfill';

/** What a moderator meant by a time as typed; instants are milliseconds since 1970 UTC. */
export type When =
  | { readonly kind: 'now' }
  | { readonly kind: 'at'; readonly at: number }
  /** The clock jumps over it that day; the same time before and after the jump. */
  | { readonly kind: 'gap'; readonly before: number; readonly after: number }
  /** The clock shows it twice that day. */
  | { readonly kind: 'overlap'; readonly first: number; readonly second: number }
  | { readonly kind: 'past'; readonly at: number }
  /** A day without a time of day. */
  | { readonly kind: 'no-time' }
  /** 3/4 is the third of April to some and the fourth of March to others. */
  | { readonly kind: 'ambiguous-date' }
  /** It names a zone by letters, which mean different zones to different people. */
  | { readonly kind: 'named-zone' }
  | { readonly kind: 'unreadable' };

/**
 * Reads a time: "now", words ("tomorrow 9am", "in 2 hours"), a date and time, or ISO 8601 with an offset.
 * Without an offset it is a time on the wall clock of `zone` (an IANA name); `now` is in milliseconds.
 * chrono-node finds the fields and Temporal alone makes them an instant, since chrono guesses at zones and clock changes.
 */
export function readWhen(typed: string, { now, zone }: { now: number; zone: string }): When {
  const text = typed.trim();
  if (/^(?:now|at once|immediately)?$/i.test(text)) return { kind: 'now' };
  const exact = readExact(text);
  if (exact !== null) return future(exact, now);
  if (isAmbiguousDate(text)) return { kind: 'ambiguous-date' };
  if (hasNoSuchMonth(text)) return { kind: 'unreadable' };
  const offset =
    Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).offsetNanoseconds / 6e10;
  const results = en.GB.parse(text, { instant: new Date(now), timezone: offset }, { forwardDate: true });
  const [result] = results;
  if (result === undefined || results.length > 1 || result.end || !isAll(text, result)) {
    return { kind: 'unreadable' };
  }
  const tags = result.start.tags();
  // A number of hours or minutes from now is an instant, whatever the clocks do meanwhile.
  if (tags.has('result/relativeDateAndTime')) return future(result.start.date().getTime(), now);
  const daysFromNow = tags.has('result/relativeDate');
  if (!daysFromNow && result.start.isCertain('timezoneOffset')) return { kind: 'named-zone' };
  if (!daysFromNow && !result.start.isCertain('hour')) return { kind: 'no-time' };
  return onTheWall(wallClock(result), zone, now);
}

/** The wall clock's fields at an instant, for telling a time as it was typed: "2026-10-25T02:30+02:00". */
export function withOffset(at: number, zone: string): string {
  const there = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  return there.toString({ timeZoneName: 'never', smallestUnit: 'minute' });
}

function onTheWall(wall: Temporal.PlainDateTime, zone: string, now: number): When {
  const read = (disambiguation: 'reject' | 'earlier' | 'later') =>
    wall.toZonedDateTime(zone, { disambiguation });
  try {
    return future(read('reject').epochMilliseconds, now);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const [earlier, later] = [read('earlier'), read('later')];
    return earlier.toPlainDateTime().equals(wall)
      ? { kind: 'overlap', first: earlier.epochMilliseconds, second: later.epochMilliseconds }
      : { kind: 'gap', before: earlier.epochMilliseconds, after: later.epochMilliseconds };
  }
}

function wallClock({ start }: ParsedResult): Temporal.PlainDateTime {
  const field = (name: 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second') => start.get(name) ?? 0;
  return new Temporal.PlainDateTime(
    field('year'),
    field('month'),
    field('day'),
    field('hour'),
    field('minute'),
    start.isCertain('second') ? field('second') : 0,
  );
}

function future(at: number, now: number): When {
  return at > now ? { kind: 'at', at } : { kind: 'past', at };
}

/** An instant written out with its offset from UTC, or null. */
function readExact(text: string): number | null {
  if (!/^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d)? ?(?:Z|[+-]\d\d:?\d\d)$/i.test(text)) return null;
  try {
    return Temporal.Instant.from(text.replace(/ (?=[Z+-])/i, '').replace(' ', 'T')).epochMilliseconds;
  } catch {
    return null;
  }
}

function isAmbiguousDate(text: string): boolean {
  const [, one, other] = /(?<![\d:.-])(\d{1,2})[/-](\d{1,2})(?:[/-]\d{2,4})?(?!\d)/.exec(text) ?? [];
  return one !== undefined && one !== other && Number(one) <= 12 && Number(other) <= 12;
}

/** A date that begins with its year goes on with the month; chrono would take 2027-13-01 for the 13th of January. */
function hasNoSuchMonth(text: string): boolean {
  const [, month] = /(?<!\d)\d{4}[-/.](\d{1,2})[-/.]\d/.exec(text) ?? [];
  return month !== undefined && (Number(month) < 1 || Number(month) > 12);
}

/** Whether nothing was left unread but small words and punctuation. */
function isAll(text: string, { index, text: read }: ParsedResult): boolean {
  const rest = text.slice(0, index) + text.slice(index + read.length);
  return /^(?:\s|[,.;!?]|\b(?:at|on|by|please)\b)*$/i.test(rest);
}
