import type { Announcement } from '../announcement/announcement.ts';
import type { Fault } from '../announcement/fault.ts';
import { verify } from '../announcement/verify.ts';
import type { Article } from '../extraction/read-article.ts';
import { compareEditions, type Difference } from './compare-editions.ts';
import type { Edition, LibraryStore, Manuscript, Volume } from './library-store.ts';
import { announcementOf } from './open-volume.ts';
import { propose } from './propose.ts';
import { draftOfReview, type Step, take } from './review.ts';
import { slugFor } from './slug.ts';

/** So many fit one list to choose from, and one machine. */
const mostAnnouncements = 24;
const mostManuscripts = 10;
/** The longest text that is taken has a few thousand. */
const mostSentences = 5_000;

/** Somebody who does something in a server. */
interface Moderator {
  readonly server: string;
  /** Platform id. */
  readonly person: string;
}

/** What is brought to be asked about. */
export interface Brought {
  readonly article: Pick<Article, 'text' | 'readable' | 'warnings'>;
  /** What the server will call it; empty: what its first words say. */
  readonly name: string;
  /** Slug of the announcement in use that it replaces. */
  readonly replaces?: string;
  /** Where it was published. */
  readonly link?: string;
}

type Begun =
  | { readonly kind: 'begun'; readonly manuscript: Manuscript; readonly leftOut: number }
  /** There is no sentence in it. */
  | { readonly kind: 'nothing' }
  /** It falls into more pieces than anybody would look through. */
  | { readonly kind: 'too-many-sentences' }
  | { readonly kind: 'too-many-manuscripts' }
  | { readonly kind: 'too-many-announcements' };

export type Stepped =
  | { readonly kind: 'done'; readonly manuscript: Manuscript }
  | { readonly kind: 'refused'; readonly manuscript: Manuscript; readonly faults: readonly Fault[] }
  | { readonly kind: 'gone' };

/** What would be in use, before anybody says so. */
export type Prospect =
  | {
      readonly kind: 'ready';
      readonly announcement: Announcement;
      /** What it would replace, and how the two differ; null for a new one. */
      readonly replaced: { readonly before: Announcement; readonly difference: Difference } | null;
    }
  | { readonly kind: 'nothing-accepted' }
  | { readonly kind: 'faulty'; readonly faults: readonly Fault[] };

type Used =
  | { readonly kind: 'in-use'; readonly edition: Edition }
  /** Somebody changed or used it meanwhile. */
  | { readonly kind: 'gone' }
  | { readonly kind: 'too-many-announcements' }
  | Exclude<Prospect, { readonly kind: 'ready' }>;

/** What moderators do with their server's announcements. */
export interface Library {
  begin(brought: Brought, moderator: Moderator): Promise<Begun>;
  /** The text under review of that id in this server, or null. */
  manuscript(server: string, id: string): Promise<Manuscript | null>;
  manuscripts(server: string): Promise<readonly Manuscript[]>;
  step(server: string, id: string, step: Step): Promise<Stepped>;
  discard(server: string, id: string): Promise<boolean>;
  prospect(manuscript: Manuscript): Promise<Prospect>;
  /** Puts what was accepted into use, provided that the manuscript is as it was seen. */
  use(manuscript: Manuscript, moderator: Moderator): Promise<Used>;
  inUse(server: string): Promise<readonly Edition[]>;
  editions(server: string, slug: string): Promise<readonly Edition[]>;
  /** The version in use of that slug, with everything in it. */
  volume(server: string, slug: string): Promise<Volume | null>;
  rename(server: string, slug: string, name: string): Promise<boolean>;
  retire(server: string, slug: string): Promise<boolean>;
}

export interface LibraryParts {
  readonly store: LibraryStore;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Ten characters nobody else gets. */
  readonly newId: () => string;
  /** Slugs of the announcements that every server has. */
  readonly shipped: readonly string[];
}

/** Two people reviewing one text at once: each decision is taken again on what the other left. */
const tries = 5;

export function createLibrary({ store, now, newId, shipped }: LibraryParts): Library {
  const inServer = async (server: string, id: string) => {
    const manuscript = await store.manuscript(id);
    return manuscript?.server === server ? manuscript : null;
  };

  const volumeInUse = async (server: string, slug: string) => {
    const edition = (await store.inUse(server)).find((one) => one.slug === slug);
    return edition === undefined ? null : store.volume(server, slug, edition.number);
  };

  const library: Library = {
    async begin({ article, name, replaces, link }, { server, person }) {
      const inUse = await store.inUse(server);
      const replaced = inUse.find(({ slug }) => slug === replaces);
      if (replaced === undefined && inUse.length >= mostAnnouncements)
        return { kind: 'too-many-announcements' };
      if ((await store.manuscripts(server)).length >= mostManuscripts)
        return { kind: 'too-many-manuscripts' };
      if (hasTooManySentences(article.readable)) return { kind: 'too-many-sentences' };
      const proposed = propose(article, link);
      if (proposed === null) return { kind: 'nothing' };
      const { review, leftOut } = proposed;
      const manuscript: Manuscript = {
        id: newId(),
        server,
        name: name.trim() || replaced?.name || review.label,
        replaces: replaced?.slug ?? null,
        author: person,
        createdAt: now(),
        revision: 0,
        review,
      };
      await store.addManuscript(manuscript);
      return { kind: 'begun', manuscript, leftOut };
    },

    manuscript: inServer,

    manuscripts: (server) => store.manuscripts(server),

    async step(server, id, step) {
      for (let attempt = 0; attempt < tries; attempt += 1) {
        const manuscript = await inServer(server, id);
        if (manuscript === null) return { kind: 'gone' };
        const taken = take(manuscript.review, step);
        if (taken.kind === 'no-such-proposal') return { kind: 'gone' };
        if (taken.kind === 'refused') return { kind: 'refused', manuscript, faults: taken.faults };
        const next = { ...manuscript, revision: manuscript.revision + 1, review: taken.review };
        if (await store.replaceManuscript(next)) return { kind: 'done', manuscript: next };
      }
      throw new Error(`Manuscript ${id} was changed by somebody else at each of ${tries} tries.`);
    },

    async discard(server, id) {
      return (await inServer(server, id)) !== null && store.removeManuscript(id);
    },

    async prospect({ server, replaces, review }) {
      const draft = draftOfReview(review, replaces ?? 'review');
      if (draft.definition.statements.length === 0) return { kind: 'nothing-accepted' };
      const verified = verify(draft);
      if (verified.kind === 'faulty') return verified;
      const volume = replaces === null ? null : await volumeInUse(server, replaces);
      const before = volume === null ? null : announcementOf(volume);
      return {
        kind: 'ready',
        announcement: verified.value,
        replaced:
          before === null
            ? null
            : { before, difference: compareEditions(before.statements, verified.value.statements) },
      };
    },

    async use(manuscript, { server, person }) {
      const prospect = await library.prospect(manuscript);
      if (prospect.kind !== 'ready') return prospect;
      const { name, replaces, review } = manuscript;
      const inUse = await store.inUse(server);
      const replaced = inUse.find(({ slug }) => slug === replaces);
      if (replaced === undefined && inUse.length >= mostAnnouncements)
        return { kind: 'too-many-announcements' };
      const slug =
        replaced?.slug ?? slugFor(name, new Set([...shipped, ...inUse.map((edition) => edition.slug)]));
      const { definition, text } = draftOfReview(review, slug);
      const volume = { server, slug, name, addedBy: person, addedAt: now(), definition, text };
      const number = await store.use(volume, manuscript);
      if (number === null) return { kind: 'gone' };
      return {
        kind: 'in-use',
        edition: { server, slug, name, addedBy: person, addedAt: volume.addedAt, number },
      };
    },

    inUse: (server) => store.inUse(server),
    editions: (server, slug) => store.editions(server, slug),
    volume: volumeInUse,
    rename: (server, slug, name) => store.rename(server, slug, name),
    retire: (server, slug) => store.retire(server, slug),
  };
  return library;
}

/** Counted without reading it: a text of nothing but line ends would keep everybody waiting for seconds. */
function hasTooManySentences(text: string): boolean {
  const pieces = text.split(/[\n.!?。！？]+/u);
  return pieces.filter((piece) => /[\p{L}\p{N}]/u.test(piece)).length > mostSentences;
}
