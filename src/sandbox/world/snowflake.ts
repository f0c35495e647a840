/** Discord's ids: milliseconds since 2015, then ten bits of who made it, then twelve of a counter. */

const discordEpoch = 1_420_070_400_000n;
const makers = 1n << 10n;
const perMillisecond = 1n << 12n;
let made = 0n;

/**
 * @param now milliseconds since 1970.
 * @returns makes ids that rise, one after the other, also when the clock stands still or goes back. No other maker of
 * this process makes the same ones, up to 1,024 makers.
 */
export function snowflakes(now: () => number): () => string {
  const maker = made++ % makers;
  let last = { time: 0n, count: 0n };
  return () => {
    const time = BigInt(now()) - discordEpoch;
    const { time: before, count } = last;
    const full = count + 1n === perMillisecond;
    last =
      time > before
        ? { time, count: 0n }
        : full
          ? { time: before + 1n, count: 0n }
          : { time: before, count: count + 1n };
    return String((last.time << 22n) | (maker << 12n) | last.count);
  };
}
