/** Loaded into a process under measurement: answers each message of its parent with how it is. */

export interface Condition {
  /** After collecting what is no longer used, where the process was started with --expose-gc. MiB. */
  readonly heap: number;
  readonly resident: number;
  /** How many of each thing keep the process busy: "Timeout", "TCPSocketWrap", … */
  readonly resources: Readonly<Record<string, number>>;
}

process.on('message', () => {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers, rss } = process.memoryUsage();
  const resources: Record<string, number> = {};
  for (const name of process.getActiveResourcesInfo()) resources[name] = (resources[name] ?? 0) + 1;
  const condition: Condition = {
    heap: (heapUsed + arrayBuffers) / 2 ** 20,
    resident: rss / 2 ** 20,
    resources,
  };
  process.send?.(condition);
});
process.channel?.unref();
