/** Discord's ids: milliseconds since 2015 in the upper bits, a counter below. */

const discordEpoch = 1_420_070_400_000n;

/**
 * @param now milliseconds since 1970.
 * @returns makes ids that rise, one after the other, also when the clock stands still or goes back.
 */
export function snowflakes(now: () => number): () => string {
  let last = 0n;
  return () => {
    const fresh = (BigInt(now()) - discordEpoch) << 22n;
    last = fresh > last ? fresh : last + 1n;
    return String(last);
  };
}
