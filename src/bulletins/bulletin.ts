import { createHash } from 'node:crypto';

/** Where a bulletin stands on its way from a moderator's draft to the channel. */
export type BulletinState =
  | 'draft'
  | 'awaiting'
  | 'scheduled'
  | 'publishing'
  | 'published'
  | 'cancelled'
  /** It did not go out, and the reason is known. */
  | 'failed'
  /** It waits for a moderator's decision: too late, or nobody can tell whether it went out. */
  | 'held';

/** A verified statement, named so that it can be looked up again. Its words are never stored, let alone edited. */
export interface QuoteReference {
  /** Slug of the announcement. */
  readonly announcement: string;
  /** The announcement's version the quote was taken from. */
  readonly version: string;
  readonly statement: string;
}

/** A piece of a bulletin, in reading order: the moderators' own words, or somebody's exact ones. */
export type Block =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'quote'; readonly quote: QuoteReference };

/** A correction puts its text in the place of an earlier bulletin's, a retraction a notice. */
export interface Amendment {
  readonly kind: 'correction' | 'retraction';
  /** Id of the published bulletin. */
  readonly bulletin: string;
  /** Platform id of its message. */
  readonly message: string;
}

/** Why a bulletin failed or is held. */
export type Problem =
  | { readonly kind: 'late' }
  | { readonly kind: 'unclear' }
  | { readonly kind: 'altered' }
  | { readonly kind: 'unapproved' }
  | { readonly kind: 'deleted' }
  | { readonly kind: 'overtaken' }
  | { readonly kind: 'channel-gone' }
  | { readonly kind: 'missing-permissions'; readonly permissions: readonly string[] }
  | { readonly kind: 'rights-lost'; readonly person: string }
  | { readonly kind: 'rejected'; readonly detail: string };

/** What moderators write and decide; everything else follows from it. */
export interface Draft {
  /** Platform id of the channel it goes to. */
  readonly channel: string;
  readonly title: string;
  readonly blocks: readonly Block[];
  /** Platform ids of the roles to notify; nobody else is. */
  readonly roles: readonly string[];
  /** Whether servers that follow the channel get it too. */
  readonly crosspost: boolean;
  /** When it goes out, in milliseconds since 1970 UTC; null for as soon as it may. */
  readonly due: number | null;
  /** What stands in the channel in the end, exactly as the platform stores it; empty while that cannot be made. */
  readonly text: string;
}

/** Official words on their way into one channel. All instants are milliseconds since 1970 UTC. */
export interface Bulletin extends Draft {
  /** Ten characters, unique across servers. */
  readonly id: string;
  readonly server: string;
  /** Platform id of whoever wrote it. */
  readonly author: string;
  readonly state: BulletinState;
  /** What it amends, or null for a message of its own. */
  readonly amends: Amendment | null;
  /** Who agreed to what: a fingerprint that any edit changes. */
  readonly approval: { readonly by: string; readonly at: number; readonly fingerprint: string } | null;
  /** When a moderator let a held one go out after all, or null. */
  readonly releasedAt: number | null;
  /** When it may first have been sent; never unset, because from then on the channel is read before sending. */
  readonly attemptedAt: number | null;
  /** How often it was taken up for publishing. */
  readonly attempts: number;
  /** Platform id of the message, once known. */
  readonly message: string | null;
  readonly publishedAt: number | null;
  readonly problem: Problem | null;
  /** What is left to do once its state is settled. */
  readonly duties: readonly Duty[];
  /** When it needs attention next: due, tried again, or taken over from a process that died. Null: never by itself. */
  readonly wakeAt: number | null;
  /** Counts up with every change: of two people changing it at once, one has an old number. */
  readonly revision: number;
  readonly createdAt: number;
}

/** `crosspost`: hand it to following servers. `tell`: let the author know of the problem. */
type Duty = 'crosspost' | 'tell';

/** One line of a bulletin's history. */
export interface LogEntry {
  readonly bulletin: string;
  readonly at: number;
  /** Platform id of the person, or null for the bot itself. */
  readonly by: string | null;
  readonly from: BulletinState | null;
  readonly to: BulletinState;
  /** What was done. */
  readonly action: string;
  /** The problem's kind, a reason given, or null. */
  readonly note: string | null;
}

/** SHA-256, lower-case hexadecimal, of everything an approval covers. */
export function fingerprint(bulletin: Draft & { readonly amends: Amendment | null }): string {
  const { channel, text, roles, crosspost, due, amends } = bulletin;
  const covered = [
    channel,
    text,
    [...roles].sort(),
    crosspost,
    due,
    amends?.kind ?? null,
    amends?.message ?? null,
  ];
  return createHash('sha256').update(JSON.stringify(covered)).digest('hex');
}

/** The key by which the platform knows a repeated send: the same at every attempt, different for every bulletin. */
export function nonce({ id }: Pick<Bulletin, 'id'>): string {
  return `bulletin-${id}`;
}
