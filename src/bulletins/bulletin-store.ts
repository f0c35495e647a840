import type { Bulletin, BulletinState, LogEntry } from './bulletin.ts';

/** Where bulletins and their history are kept. What a call has resolved for survives a crash. */
export interface BulletinStore {
  /** Keeps a new one, with the first line of its history. */
  add(bulletin: Bulletin, entry: LogEntry): Promise<void>;
  find(id: string): Promise<Bulletin | null>;
  /** A server's bulletins in these states, the newest first, at most `limit`. */
  list(server: string, states: readonly BulletinState[], limit: number): Promise<readonly Bulletin[]>;
  /** Corrections and retractions of a bulletin, the newest first. */
  amendments(bulletin: string): Promise<readonly Bulletin[]>;
  /** Those that need attention at that instant, the longest overdue first. */
  due(at: number, limit: number): Promise<readonly Bulletin[]>;
  /** How many there are in each state, on all servers; states without any are left out. */
  counts(): Promise<ReadonlyMap<BulletinState, number>>;
  /**
   * Puts `next` in the place of the bulletin, with lines of its history, all or nothing, provided that it is still at
   * `next.revision - 1`. Resolves to false, with nothing changed, when somebody else was first.
   */
  replace(next: Bulletin, entries: readonly LogEntry[]): Promise<boolean>;
  /** A bulletin's history, the oldest line first. */
  log(id: string): Promise<readonly LogEntry[]>;
}
