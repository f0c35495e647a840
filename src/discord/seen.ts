import { LRUCache } from 'lru-cache';

/**
 * A bounded memory of ids: Discord may deliver an event more than once. Returns true the first time an id is
 * seen; the oldest ids are forgotten first.
 */
export function createSeen(most = 5_000): (id: string) => boolean {
  const ids = new LRUCache<string, true>({ max: most });
  return (id) => {
    if (ids.has(id)) return false;
    ids.set(id, true);
    return true;
  };
}
