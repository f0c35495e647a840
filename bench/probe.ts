import { setTimeout as sleep } from 'node:timers/promises';

/** Loaded into a process under measurement: answers each message of its parent with how it is. */

export interface Condition {
  /** After collecting what is no longer used (the process must be started with --expose-gc), MiB. */
  readonly heap: number;
  readonly resident: number;
  /** How many of each thing keep the process busy: "Timeout", "TCPSocketWrap", … */
  readonly resources: Readonly<Record<string, number>>;
}

process.on('message', () => {
  settled().then(
    (heap) => {
      const resources: Record<string, number> = {};
      for (const name of process.getActiveResourcesInfo()) resources[name] = (resources[name] ?? 0) + 1;
      const condition: Condition = { heap, resident: process.memoryUsage().rss / 2 ** 20, resources };
      process.send?.(condition);
    },
    (error: unknown) => {
      throw error;
    },
  );
});
process.channel?.unref();

/** The least of five looks: what is only in use for a moment, and what one collection leaves to the next, does not count. */
async function settled(): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let look = 0; look < 5; look++) {
    if (look > 0) await sleep(100);
    globalThis.gc?.();
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    least = Math.min(least, (heapUsed + arrayBuffers) / 2 ** 20);
  }
  return least;
}
