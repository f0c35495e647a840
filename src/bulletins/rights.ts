import type { ServerSettings } from '../settings/server-settings.ts';
import type { Bulletin, BulletinState } from './bulletin.ts';
import { type Action, after } from './transitions.ts';

/** Somebody who wants to do something, as far as it matters in the channel concerned. */
export interface Person {
  /** Platform id. */
  readonly id: string;
  /** Whether the platform lets them manage other people's messages in the bulletin's channel. */
  readonly managesMessages: boolean;
  /** Platform ids of their roles. */
  readonly roles: readonly string[];
}

/** What moderators do. The rest of the transitions are the publisher's. */
export type ModeratorAction = Extract<
  Action,
  'edit' | 'submit' | 'schedule' | 'approve' | 'cancel' | 'release' | 'confirm'
>;

/** Why somebody may not do something. */
export type Refusal =
  | { readonly kind: 'not-moderator' }
  /** An author cannot be the second person. */
  | { readonly kind: 'own' }
  | { readonly kind: 'wrong-state'; readonly state: BulletinState }
  /** It says nothing yet, or cannot be posted as it is. */
  | { readonly kind: 'unfinished' }
  /** It already stands in the channel, where only a correction or a retraction reaches it. */
  | { readonly kind: 'already-out' }
  /** The time it was to go out has passed. */
  | { readonly kind: 'past' }
  | { readonly kind: 'already-retracted' };

/** Whether somebody may handle official words: by the platform's permission in that channel, or the server's role. */
export function moderates(person: Person, { moderatorRole }: Pick<ServerSettings, 'moderatorRole'>): boolean {
  return person.managesMessages || (moderatorRole !== null && person.roles.includes(moderatorRole));
}

/** Why a person may not take this step with a bulletin as it is now; null when they may. */
export function objection(
  action: ModeratorAction,
  person: Person,
  bulletin: Bulletin,
  settings: Pick<ServerSettings, 'moderatorRole' | 'approvalRequired'>,
): Refusal | null {
  if (!moderates(person, settings)) return { kind: 'not-moderator' };
  if (after(bulletin.state, action) === null) return { kind: 'wrong-state', state: bulletin.state };
  // Without a message nobody can say what stands in the channel; with one, nothing but amending it changes that.
  if ((action === 'confirm') !== (bulletin.message !== null)) {
    return bulletin.message === null
      ? { kind: 'wrong-state', state: bulletin.state }
      : { kind: 'already-out' };
  }
  if ((action === 'submit' || action === 'schedule') && bulletin.text === '') return { kind: 'unfinished' };
  if (action === 'approve' && person.id === bulletin.author) return { kind: 'own' };
  return null;
}
