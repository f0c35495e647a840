import { readWhen, withOffset } from '../../../bulletins/when.ts';
import { bulletins } from '../../../desk/wording/bulletins.ts';
import { timestamp } from '../../bulletins/post-body.ts';

/** A due time as typed: milliseconds since 1970, null for at once, or what to ask back. */
export type ReadTime =
  | { readonly kind: 'due'; readonly due: number | null }
  | { readonly kind: 'ask'; readonly question: string };

export function readTime(typed: string, now: number, zone: string): ReadTime {
  const when = readWhen(typed, { now, zone });
  const ask = (question: string): ReadTime => ({ kind: 'ask', question });
  switch (when.kind) {
    case 'now':
      return { kind: 'due', due: null };
    case 'at':
      return { kind: 'due', due: when.at };
    case 'gap':
      return ask(bulletins.when.gap(zone, withOffset(when.before, zone), withOffset(when.after, zone)));
    case 'overlap':
      return ask(bulletins.when.overlap(zone, withOffset(when.first, zone), withOffset(when.second, zone)));
    case 'past':
      return ask(bulletins.when.past(timestamp(when.at)));
    case 'no-time':
      return ask(bulletins.when.noTime);
    case 'ambiguous-date':
      return ask(bulletins.when.ambiguousDate);
    case 'named-zone':
      return ask(bulletins.when.namedZone(zone));
    case 'unreadable':
      return ask(bulletins.when.unreadable);
  }
}

/** An instant on the wall clock of a zone, for people: "Tuesday 24 November 2026 at 15:00 (Europe/Vienna)". */
export function onTheWall(at: number, zone: string): string {
  const told = new Intl.DateTimeFormat('en-GB', { timeZone: zone, dateStyle: 'full', timeStyle: 'short' });
  return `${told.format(at)} (${zone})`;
}

/** A due time as it can be typed again. */
export function typedTime(due: number | null, zone: string): string {
  return due === null ? 'now' : withOffset(due, zone);
}
