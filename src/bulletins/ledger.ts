import type { Bulletin, LogEntry } from './bulletin.ts';
import type { BulletinStore } from './bulletin-store.ts';
import { type Action, after } from './transitions.ts';

/** Changes of bulletins by the bot itself, each with its line of history, each made only by whoever is first. */
export interface Ledger {
  /** Takes a step. Resolves to null, with nothing changed, where it is not possible or somebody else was first. */
  move(before: Bulletin, action: Action, changes: Partial<Bulletin>): Promise<Bulletin | null>;
  /** Changes what is left to do, not the state. Resolves to null where somebody else was first. */
  note(before: Bulletin, action: string, changes: Partial<Bulletin>): Promise<Bulletin | null>;
}

export function createLedger(store: BulletinStore, now: () => number): Ledger {
  async function change(before: Bulletin, changed: Bulletin, action: string): Promise<Bulletin | null> {
    const next = { ...changed, revision: before.revision + 1 };
    const entry: LogEntry = {
      bulletin: next.id,
      at: now(),
      by: null,
      from: before.state,
      to: next.state,
      action,
      note: next.problem === before.problem ? null : (next.problem?.kind ?? null),
    };
    return (await store.replace(next, [entry])) ? next : null;
  }

  return {
    async move(before, action, changes) {
      const state = after(before.state, action);
      return state === null ? null : change(before, { ...before, ...changes, state }, action);
    },
    note: (before, action, changes) => change(before, { ...before, ...changes }, action),
  };
}
