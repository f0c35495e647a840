import type { Bulletin, Draft, LogEntry } from '../../src/bulletins/bulletin.ts';

export const noon = Date.UTC(2026, 10, 24, 12);

export const aDraft: Draft = {
  channel: '100000000000000001',
  title: 'Maintenance',
  blocks: [{ kind: 'text', text: 'The server restarts tonight.' }],
  roles: [],
  crosspost: false,
  due: null,
  text: '## Maintenance\nThe server restarts tonight.',
};

/** A bulletin with everything a test does not care about filled in. */
export function aBulletin(changes: Partial<Bulletin> = {}): Bulletin {
  return {
    ...aDraft,
    id: 'aaaaaaaaaa',
    server: 'guild',
    author: 'anna',
    state: 'draft',
    amends: null,
    approval: null,
    releasedAt: null,
    attemptedAt: null,
    attempts: 0,
    message: null,
    publishedAt: null,
    problem: null,
    duties: [],
    wakeAt: null,
    revision: 1,
    createdAt: noon,
    ...changes,
  };
}

export function anEntry(bulletin: Bulletin, changes: Partial<LogEntry> = {}): LogEntry {
  return {
    bulletin: bulletin.id,
    at: noon,
    by: bulletin.author,
    from: null,
    to: bulletin.state,
    action: 'write',
    note: null,
    ...changes,
  };
}
