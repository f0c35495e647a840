import { LRUCache } from 'lru-cache';

/** Rows that stay remembered, over all servers. */
const mostRows = 20_000;

/**
 * The same reading, repeated only where something was committed since. A server's settings, lessons and announcements are
 * asked for with every question and hardly ever change. `revision` is asked each time, so that a change counts at once,
 * whoever made it, and nothing that was erased stays in memory beyond the next question.
 */
export function remembering<Value extends object>(
  read: (server: string) => Promise<Value>,
  revision: () => string,
): (server: string) => Promise<Value> {
  const known = new LRUCache<string, Value>({
    maxSize: mostRows,
    sizeCalculation: (value) => 1 + (Array.isArray(value) ? value.length : 0),
  });
  let since = '';
  return async (server) => {
    const now = revision();
    if (now !== since) known.clear();
    since = now;
    const found = known.get(server);
    if (found !== undefined) return found;
    const value = await read(server);
    // Whatever was committed during the reading, the next one notices.
    if (since === now) known.set(server, value);
    return value;
  };
}
