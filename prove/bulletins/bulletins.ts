import { simulateWorld, type Tally } from './simulate.ts';

/** Bulletins to a world. Small ones, so that every run meets many different beginnings. */
const worldSize = 200;

/**
 * Simulates the publishing of so many bulletins and prints what became of them.
 * Resolves to whether every one stands in its channel exactly once, as approved, with nobody notified by mistake.
 */
export async function proveBulletins(
  { count, seed }: { readonly count: number; readonly seed: number },
  print: (line: string) => void,
): Promise<boolean> {
  const started = performance.now();
  const total: Record<keyof Tally, number> = {
    published: 0,
    lost: 0,
    twice: 0,
    altered: 0,
    unintendedPings: 0,
    gaps: 0,
    crashes: 0,
    released: 0,
  };
  for (let world = 0; world * worldSize < count; world++) {
    const size = Math.min(worldSize, count - world * worldSize);
    const tally = await simulateWorld((seed + world) >>> 0, size);
    for (const [name, number] of Object.entries(tally)) total[name as keyof Tally] += number;
  }
  const seconds = ((performance.now() - started) / 1_000).toFixed(1);
  print(`published ${total.published}`);
  print(`lost ${total.lost}`);
  print(`twice ${total.twice}`);
  print(`unintended pings ${total.unintendedPings}`);
  print(`words other than approved ${total.altered}`);
  print(`gaps in the history ${total.gaps}`);
  print(
    `through ${total.crashes} crashes; ${total.released} held for being late and released by a moderator`,
  );
  print(`seed ${seed}, ${seconds} s`);
  const { published, lost, twice, unintendedPings, altered, gaps } = total;
  return published === count && lost + twice + unintendedPings + altered + gaps === 0;
}
