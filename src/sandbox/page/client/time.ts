/** Moments in the reader's own way of writing them. */

const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'long' });
const clock = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' });
const full = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'short' });
const relative = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' });

export const dayOf = (iso: string) => day.format(new Date(iso));
export const clockOf = (iso: string) => clock.format(new Date(iso));
export const fullOf = (iso: string) => full.format(new Date(iso));

const styles: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  t: { timeStyle: 'short' },
  T: { timeStyle: 'medium' },
  d: { dateStyle: 'short' },
  D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' },
  F: { dateStyle: 'full', timeStyle: 'short' },
  s: { dateStyle: 'short', timeStyle: 'short' },
  S: { dateStyle: 'short', timeStyle: 'medium' },
};

const units = [
  ['year', 365 * 86_400],
  ['month', 30 * 86_400],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
] as const;

/**
 * A timestamp as Discord writes it in a message.
 * @param style the letter after the colon of <t:…:R>.
 * @see https://docs.discord.com/developers/reference#message-formatting-timestamp-styles
 */
export function writtenTime(moment: Date, style: string, now = Date.now()): string {
  if (style !== 'R') return new Intl.DateTimeFormat(undefined, styles[style] ?? styles.f).format(moment);
  const seconds = (moment.getTime() - now) / 1000;
  const [unit, size] = units.find(([, each]) => Math.abs(seconds) >= each) ?? ['second', 1];
  return relative.format(Math.round(seconds / size), unit);
}
