import type { Draft } from '../announcement/draft.ts';
import type { Review } from './review.ts';

/** One version of an announcement that a server has, without its text. */
export interface Edition {
  readonly server: string;
  /** Unique within the server. */
  readonly slug: string;
  /** 1, 2, …: which version of it this is. */
  readonly number: number;
  /** What the server calls it. */
  readonly name: string;
  /** Platform id of whoever put it into use. */
  readonly addedBy: string;
  /** Milliseconds since 1970 UTC. */
  readonly addedAt: number;
}

/** A version with everything in it. */
export interface Volume extends Edition {
  readonly text: string;
  readonly definition: Draft['definition'];
}

/** A text that a moderator is looking through. Nothing in it is used yet. */
export interface Manuscript {
  /** Ten characters, unique across servers. */
  readonly id: string;
  readonly server: string;
  readonly name: string;
  /** Slug of the announcement it is to replace, or null. */
  readonly replaces: string | null;
  /** Platform id of whoever brought it. */
  readonly author: string;
  /** Milliseconds since 1970 UTC. */
  readonly createdAt: number;
  /** Counts up with every change. */
  readonly revision: number;
  readonly review: Review;
}

/** Where servers' own announcements are kept, all versions of them, and the texts under review. */
export interface LibraryStore {
  /** The versions in use in a server, by when the first of each came. */
  inUse(server: string): Promise<readonly Edition[]>;
  /** All versions of one announcement, the newest first, those no longer in use too. */
  editions(server: string, slug: string): Promise<readonly Edition[]>;
  volume(server: string, slug: string, number: number): Promise<Volume | null>;
  /**
   * Puts a version into use in place of the one before it, and takes its manuscript away, all or nothing. Its number
   * follows the latest of that slug. Resolves to that number, or to null where the manuscript is gone or was changed.
   */
  use(
    volume: Omit<Volume, 'number'>,
    manuscript: Pick<Manuscript, 'id' | 'revision'>,
  ): Promise<number | null>;
  /** Resolves to false where nothing of that slug is in use. */
  rename(server: string, slug: string, name: string): Promise<boolean>;
  /** Takes it out of use; its versions are kept. Resolves to false where nothing of that slug is in use. */
  retire(server: string, slug: string): Promise<boolean>;

  addManuscript(manuscript: Manuscript): Promise<void>;
  manuscript(id: string): Promise<Manuscript | null>;
  /** A server's, the newest first. */
  manuscripts(server: string): Promise<readonly Manuscript[]>;
  /** Resolves to false, with nothing changed, where it is no longer at `next.revision - 1`. */
  replaceManuscript(next: Manuscript): Promise<boolean>;
  removeManuscript(id: string): Promise<boolean>;
}
