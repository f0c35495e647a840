import type { Bulletin, Problem } from './bulletin.ts';

/** Said below the approved text, outside it. */
export type Mark =
  | { readonly kind: 'late'; readonly due: number }
  | { readonly kind: 'corrected'; readonly at: number }
  | { readonly kind: 'retracted'; readonly at: number };

/** A message as it should stand in the channel. */
export interface Post {
  /** Id of the bulletin whose message it is; a correction carries the corrected one's. */
  readonly bulletin: string;
  readonly channel: string;
  readonly text: string;
  /** Roles that are notified; nobody else is. */
  readonly roles: readonly string[];
  readonly mark: Mark | null;
}

/** A message as the platform says that it stands in the channel. */
export interface Posted {
  readonly message: string;
  readonly text: string;
}

/** It certainly did not happen, and may be tried again after so many milliseconds. */
export interface Later {
  readonly kind: 'later';
  readonly delay: number;
}

/** It certainly did not happen and will not. */
interface Refused {
  readonly kind: 'refused';
  readonly problem: Problem;
}

/** Nobody can tell whether it happened. */
interface Unclear {
  readonly kind: 'unclear';
}

export type Sending = { readonly kind: 'sent'; readonly posted: Posted } | Refused | Later | Unclear;

export type Finding =
  | { readonly kind: 'found'; readonly posted: Posted }
  /** Everything since then was read, and it is not among it. */
  | { readonly kind: 'absent' }
  /** It cannot be read, now or later. */
  | Refused
  | Later;

/** What came of something that may be done twice. */
export type Doing = { readonly kind: 'done' } | Refused | Later;

/** How things stand where a bulletin is to go. */
export type Inspection =
  | {
      readonly kind: 'seen';
      /** What the bot may not do there and would have to, in the platform's words. */
      readonly missing: readonly string[];
      /** Of the people asked about, those who may not post official words there. */
      readonly without: readonly string[];
    }
  | { readonly kind: 'channel-gone' }
  | Later;

/** What the publisher needs of a chat platform. No call is repeated behind its back; each says what is certain. */
export interface Platform {
  /** Sends a message. Repeated with the same nonce within minutes it must not make a second one. */
  send(post: Post, nonce: string): Promise<Sending>;
  /** Puts a post in the place of a message of ours. Doing it twice is doing it once. */
  edit(message: string, post: Post): Promise<Sending>;
  /** Looks in a channel for the message of a bulletin that may have been sent since an instant. */
  find(channel: string, bulletin: string, since: number): Promise<Finding>;
  /** Hands a message to following servers. Doing it twice is doing it once. */
  crosspost(channel: string, message: string): Promise<Doing>;
  /** How things stand where a bulletin is to go, and which of these people may not post official words there. */
  inspect(bulletin: Bulletin, people: readonly string[]): Promise<Inspection>;
  /** Tells a person of a bulletin's problem, privately. */
  tell(person: string, bulletin: string, problem: Problem): Promise<Doing>;
}
