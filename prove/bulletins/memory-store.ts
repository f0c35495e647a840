import type { Bulletin, BulletinState, LogEntry } from '../../src/bulletins/bulletin.ts';
import type { BulletinStore } from '../../src/bulletins/bulletin-store.ts';

/** Bulletins kept in memory, by the same rules as in the database: it passes the same tests. */
export function memoryStore(): BulletinStore {
  const bulletins = new Map<string, Bulletin>();
  const logs = new Map<string, LogEntry[]>();
  const newestFirst = (found: readonly Bulletin[]) =>
    found.toSorted((a, b) => b.createdAt - a.createdAt || (a.id < b.id ? -1 : 1));

  return {
    async add(bulletin, entry) {
      if (bulletins.has(bulletin.id)) throw new Error(`There is a bulletin ${bulletin.id} already.`);
      bulletins.set(bulletin.id, bulletin);
      logs.set(bulletin.id, [entry]);
    },
    find: async (id) => bulletins.get(id) ?? null,
    list: async (server, states, limit) =>
      newestFirst(
        [...bulletins.values()].filter((one) => one.server === server && states.includes(one.state)),
      ).slice(0, limit),
    amendments: async (id) =>
      newestFirst([...bulletins.values()].filter(({ amends }) => amends?.bulletin === id)),
    async due(at, limit) {
      const due: Bulletin[] = [];
      for (const bulletin of bulletins.values()) {
        if (bulletin.wakeAt === null || bulletin.wakeAt > at) continue;
        const [first] = due;
        // The simulation mostly asks for the first alone.
        if (limit > 1 || first === undefined) due.push(bulletin);
        else if (longerOverdue(bulletin, first) < 0) due[0] = bulletin;
      }
      return due.sort(longerOverdue).slice(0, limit);
    },
    async counts() {
      const counts = new Map<BulletinState, number>();
      for (const { state } of bulletins.values()) counts.set(state, (counts.get(state) ?? 0) + 1);
      return counts;
    },
    async replace(next, entries) {
      if (bulletins.get(next.id)?.revision !== next.revision - 1) return false;
      bulletins.set(next.id, next);
      logs.get(next.id)?.push(...entries);
      return true;
    },
    log: async (id) => [...(logs.get(id) ?? [])],
  };
}

function longerOverdue(a: Bulletin, b: Bulletin): number {
  return (a.wakeAt ?? 0) - (b.wakeAt ?? 0) || (a.id < b.id ? -1 : 1);
}
