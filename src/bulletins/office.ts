import type { ServerSettings } from '../settings/server-settings.ts';
import { type Amendment, type Bulletin, type Draft, fingerprint, type LogEntry } from './bulletin.ts';
import type { BulletinStore } from './bulletin-store.ts';
import { isTooLate } from './late.ts';
import { type ModeratorAction, moderates, objection, type Person, type Refusal } from './rights.ts';
import { after } from './transitions.ts';

/** What came of a moderator's wish. */
export type Outcome =
  | { readonly kind: 'done'; readonly bulletin: Bulletin }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /** It is not any more what they saw: somebody else changed it first. */
  | { readonly kind: 'changed'; readonly bulletin: Bulletin }
  | { readonly kind: 'missing' };

/** Who acts, under which rules. */
export interface Actor {
  readonly person: Person;
  readonly settings: Pick<ServerSettings, 'moderatorRole' | 'approvalRequired'>;
}

export interface OfficeParts {
  readonly store: BulletinStore;
  readonly now: () => number;
  /** Ten characters nobody has been given before. */
  readonly newId: () => string;
}

/** What moderators do with bulletins. Rights are decided anew at every step. */
export interface Office {
  write(server: string, draft: Draft, actor: Actor): Promise<Outcome>;
  /** Replaces what a bulletin says, seen at that revision. It needs approval again, and whoever edits is its author. */
  edit(id: string, revision: number, draft: Draft, actor: Actor): Promise<Outcome>;
  /** Hands it to a second person, or schedules it where the server asks for none. */
  submit(id: string, revision: number, actor: Actor): Promise<Outcome>;
  /** Agrees to what has this fingerprint (at least 32 digits of it), and to nothing else. */
  approve(id: string, seen: string, actor: Actor): Promise<Outcome>;
  cancel(id: string, revision: number, actor: Actor): Promise<Outcome>;
  release(id: string, revision: number, actor: Actor): Promise<Outcome>;
  confirm(id: string, revision: number, actor: Actor): Promise<Outcome>;
  /** Begins a correction of a published bulletin: a draft of its own, approved like any. */
  correct(id: string, draft: Draft, actor: Actor): Promise<Outcome>;
  /** Puts a notice in a published bulletin's place at once; wrong words must not wait for a second person. */
  retract(id: string, notice: string, reason: string, actor: Actor): Promise<Outcome>;
}

export function createOffice({ store, now, newId }: OfficeParts): Office {
  /** One step of one person, unless the bulletin is not what they saw. */
  async function act(
    id: string,
    action: ModeratorAction | ((bulletin: Bulletin) => ModeratorAction),
    { person, settings }: Actor,
    seen: (bulletin: Bulletin) => boolean,
    change: (bulletin: Bulletin) => Partial<Bulletin>,
  ): Promise<Outcome> {
    const bulletin = await store.find(id);
    if (bulletin === null) return { kind: 'missing' };
    const step = typeof action === 'function' ? action(bulletin) : action;
    const refusal = objection(step, person, bulletin, settings);
    if (refusal?.kind === 'not-moderator') return { kind: 'refused', refusal };
    if (!seen(bulletin)) return { kind: 'changed', bulletin };
    if (refusal !== null) return { kind: 'refused', refusal };
    const to = after(bulletin.state, step) ?? bulletin.state;
    const next = { ...bulletin, ...change(bulletin), state: to, revision: bulletin.revision + 1 };
    if (to === 'scheduled' && isTooLate(next, now())) return { kind: 'refused', refusal: { kind: 'past' } };
    if (await store.replace(next, [entry(next, bulletin, person, step)]))
      return { kind: 'done', bulletin: next };
    const current = await store.find(id);
    return current === null ? { kind: 'missing' } : { kind: 'changed', bulletin: current };
  }

  function entry(
    next: Bulletin,
    before: Bulletin | null,
    person: Person,
    action: string,
    note: string | null = null,
  ): LogEntry {
    const { id, state } = next;
    return { bulletin: id, at: now(), by: person.id, from: before?.state ?? null, to: state, action, note };
  }

  async function add(
    server: string,
    draft: Draft,
    amends: Amendment | null,
    { person, settings }: Actor,
  ): Promise<Outcome> {
    if (!moderates(person, settings)) return { kind: 'refused', refusal: { kind: 'not-moderator' } };
    const bulletin = blank(newId(), server, draft, amends, person, now());
    await store.add(bulletin, entry(bulletin, null, person, amends?.kind ?? 'write'));
    return { kind: 'done', bulletin };
  }

  /** The published bulletin that an amendment would change, or why it cannot. */
  async function standing(id: string, { person, settings }: Actor) {
    const found = await store.find(id);
    const bulletin = found?.amends ? await store.find(found.amends.bulletin) : found;
    if (bulletin === null) return { kind: 'missing' } as const;
    const refused = (refusal: Refusal) => ({ kind: 'refused', refusal }) as const;
    if (!moderates(person, settings)) return refused({ kind: 'not-moderator' });
    if (bulletin.state !== 'published' || bulletin.message === null) {
      return refused({ kind: 'wrong-state', state: bulletin.state });
    }
    const amendments = await store.amendments(bulletin.id);
    const over = amendments.some(
      ({ amends, state }) => amends?.kind === 'retraction' && state !== 'failed' && state !== 'cancelled',
    );
    if (over) return refused({ kind: 'already-retracted' });
    return { kind: 'standing', bulletin, message: bulletin.message } as const;
  }

  const at = (revision: number) => (bulletin: Bulletin) => bulletin.revision === revision;
  const scheduled = (bulletin: Bulletin, by: string): Partial<Bulletin> => ({
    approval: { by, at: now(), fingerprint: fingerprint(bulletin) },
    wakeAt: bulletin.due ?? now(),
  });

  return {
    write: (server, draft, actor) => add(server, draft, null, actor),

    edit: (id, revision, draft, actor) =>
      act(id, 'edit', actor, at(revision), () => ({
        ...draft,
        author: actor.person.id,
        approval: null,
        problem: null,
        duties: [],
        wakeAt: null,
      })),

    submit: (id, revision, actor) =>
      act(id, actor.settings.approvalRequired ? 'submit' : 'schedule', actor, at(revision), (bulletin) =>
        actor.settings.approvalRequired ? {} : scheduled(bulletin, actor.person.id),
      ),

    approve: (id, seen, actor) =>
      act(
        id,
        'approve',
        actor,
        (bulletin) => seen.length >= 32 && fingerprint(bulletin).startsWith(seen),
        (bulletin) => scheduled(bulletin, actor.person.id),
      ),

    cancel: (id, revision, actor) =>
      act(id, 'cancel', actor, at(revision), () => ({ duties: [], wakeAt: null })),

    release: (id, revision, actor) =>
      act(id, 'release', actor, at(revision), () => ({
        releasedAt: now(),
        problem: null,
        duties: [],
        wakeAt: now(),
      })),

    confirm: (id, revision, actor) =>
      act(id, 'confirm', actor, at(revision), () => ({
        publishedAt: now(),
        problem: null,
        duties: [],
        wakeAt: null,
      })),

    async correct(id, draft, actor) {
      const found = await standing(id, actor);
      if (found.kind !== 'standing') return found;
      const { channel, server } = found.bulletin;
      const amends = { kind: 'correction', bulletin: found.bulletin.id, message: found.message } as const;
      return add(server, { ...draft, channel, due: null, crosspost: false }, amends, actor);
    },

    async retract(id, notice, reason, actor) {
      const found = await standing(id, actor);
      if (found.kind !== 'standing') return found;
      const { bulletin: original, message } = found;
      const amends = { kind: 'retraction', bulletin: original.id, message } as const;
      const draft = { ...original, text: notice, blocks: [], roles: [], crosspost: false, due: null };
      const fresh = blank(newId(), original.server, draft, amends, actor.person, now());
      const bulletin: Bulletin = { ...fresh, ...scheduled(fresh, actor.person.id), state: 'scheduled' };
      await store.add(bulletin, entry(bulletin, null, actor.person, 'retraction', reason));
      return { kind: 'done', bulletin };
    },
  };
}

function blank(
  id: string,
  server: string,
  { channel, title, blocks, roles, crosspost, due, text }: Draft,
  amends: Amendment | null,
  author: Person,
  now: number,
): Bulletin {
  return {
    ...{ id, server, author: author.id, amends, channel, title, blocks, roles, crosspost, due, text },
    state: 'draft',
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
    createdAt: now,
  };
}
