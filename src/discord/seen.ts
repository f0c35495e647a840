/**
 * A bounded memory of ids: Discord may deliver an event more than once. Returns true the first time an id is
 * seen; the oldest ids are forgotten first.
 */
export function createSeen(most = 5_000): (id: string) => boolean {
  const ids = new Set<string>();
  return (id) => {
    if (ids.has(id)) return false;
    ids.add(id);
    for (const oldest of ids) {
      if (ids.size <= most) break;
      ids.delete(oldest);
    }
    return true;
  };
}
