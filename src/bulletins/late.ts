import type { Bulletin } from './bulletin.ts';

/** A bulletin this late, in milliseconds, says so; one that is only seconds late is on time. */
const markedAfter = 60_000;
/** One later than this is held: what was right an hour ago may be wrong now. */
const heldAfter = 3_600_000;

/** When a bulletin was to go out: at the time set, or else when it was approved. Null before that. */
export function promised({ due, approval }: Pick<Bulletin, 'due' | 'approval'>): number | null {
  return due ?? approval?.at ?? null;
}

/** Whether a bulletin that has not gone out must say so when it does. */
export function isLate(bulletin: Pick<Bulletin, 'due' | 'approval'>, now: number): boolean {
  const at = promised(bulletin);
  return at !== null && now - at > markedAfter;
}

/** Whether a bulletin is too late to go out without a moderator's word, given since then or not. */
export function isTooLate(bulletin: Pick<Bulletin, 'due' | 'approval' | 'releasedAt'>, now: number): boolean {
  return overdue(bulletin, now) > heldAfter;
}

/** Milliseconds since a bulletin should have gone out, or a moderator said that it shall all the same; at least 0. */
export function overdue(bulletin: Pick<Bulletin, 'due' | 'approval' | 'releasedAt'>, now: number): number {
  const at = promised(bulletin);
  return at === null ? 0 : Math.max(0, now - Math.max(at, bulletin.releasedAt ?? 0));
}
