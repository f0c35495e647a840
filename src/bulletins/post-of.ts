import type { Bulletin } from './bulletin.ts';
import { isLate, promised } from './late.ts';
import type { Mark, Post } from './platform.ts';

/** What a bulletin says in its channel, with its marks. */
export function postOf(bulletin: Bulletin, now: number): Post {
  return {
    bulletin: bulletin.amends?.bulletin ?? bulletin.id,
    channel: bulletin.channel,
    text: bulletin.text,
    roles: bulletin.amends?.kind === 'retraction' ? [] : bulletin.roles,
    mark: markOf(bulletin, now),
  };
}

function markOf(bulletin: Bulletin, now: number): Mark | null {
  if (bulletin.amends?.kind === 'correction') return { kind: 'corrected', at: now };
  if (bulletin.amends?.kind === 'retraction') return { kind: 'retracted', at: now };
  const due = promised(bulletin);
  return due !== null && isLate(bulletin, now) ? { kind: 'late', due } : null;
}
