import { describe, expect, it, vi } from 'vitest';
import type { Announcement } from '../../src/announcement/announcement.ts';
import type { Shelved } from '../../src/desk/create-desk.ts';
import { createLibrary } from '../../src/library/library.ts';
import { createServerDesks } from '../../src/library/server-desks.ts';
import { harbour, marina } from '../discord/announcements.ts';
import { freshFile, storeAt } from '../store/fresh-store.ts';

const change = { by: '7', at: new Date(0) };

/** Ready for the desk without a search of its own: what is asked here is which announcements there are. */
function unsearched(announcement: Announcement): Shelved {
  return {
    announcement,
    search: { ask: vi.fn(), suggest: () => [], person: () => null, ready: () => {} },
    check: vi.fn() as never,
  };
}

async function setUp() {
  const store = await storeAt(await freshFile());
  let ids = 0;
  const library = createLibrary({
    store: store.library,
    now: () => 1_000,
    newId: () => {
      ids += 1;
      return `id${ids}`;
    },
    shipped: ['harbour', 'marina'],
  });
  const shelve = vi.fn(unsearched);
  const desks = createServerDesks({
    shipped: [harbour, marina].map(unsearched),
    shelve,
    library: store.library,
    lessons: store.lessons,
    settings: store.settings,
  });
  async function put(server: string, name: string, text: string, replaces?: string) {
    const article = { text, readable: text, warnings: [] };
    const moderator = { server, person: '42' };
    const begun = await library.begin(
      { article, name, ...(replaces === undefined ? {} : { replaces }) },
      moderator,
    );
    if (begun.kind !== 'begun') throw new Error(begun.kind);
    const { id } = begun.manuscript;
    const stepped = await library.step(server, id, { kind: 'accept-above', confidence: 0 });
    if (stepped.kind !== 'done') throw new Error(stepped.kind);
    const used = await library.use(stepped.manuscript, moderator);
    if (used.kind !== 'in-use') throw new Error(used.kind);
    return { edition: used.edition, manuscript: stepped.manuscript };
  }
  return { store, library, desks, shelve, put };
}

/** Ready for the desk; every question is answered with the announcement's first statement. */
function answering(announcement: Announcement): Shelved {
  const [statement] = announcement.statements;
  const [span] = statement?.place.spans ?? [];
  if (statement === undefined || span === undefined) throw new Error('The announcement says nothing.');
  const best = { statement, span, confidence: 1, because: [] };
  const ask = vi.fn(() => ({ kind: 'quote' as const, best, others: [] }));
  return { ...unsearched(announcement), search: { ...unsearched(announcement).search, ask } };
}

describe('the desk of a server', () => {
  it('has the shipped announcements and its own, and nobody else’s', async () => {
    const { desks, put } = await setUp();
    await put('one', 'Tea & cake', 'Tea is served at four.');
    const slugs = async (server: string | null) =>
      (await desks(server)).announcements.map(({ slug }) => slug);
    expect(await slugs('one')).toEqual(['harbour', 'marina', 'tea-cake']);
    expect(await slugs('two')).toEqual(['harbour', 'marina']);
    expect(await slugs(null)).toEqual(['harbour', 'marina']);
  });

  it('stays the same until something changes, and is another at once when it does', async () => {
    const { desks, put, store, library } = await setUp();
    await put('one', 'Tea', 'Tea is served at four.');
    const desk = await desks('one');
    expect(await desks('one')).toBe(desk);
    await store.settings.change('one', { defaultAnnouncement: 'tea' }, change);
    expect((await desks('one')).announcement()?.name).toBe('Tea');
    await library.rename('one', 'tea', 'Cake');
    expect((await desks('one')).announcement()?.name).toBe('Cake');
    await put('one', 'Cake', 'Cake is served at five.', 'tea');
    expect((await desks('one')).announcement()).toMatchObject({ edition: 2, slug: 'tea' });
    await library.retire('one', 'tea');
    expect((await desks('one')).announcement()?.slug).toBe('harbour');
  });

  it('makes an announcement searchable when it is first asked about, once', async () => {
    const { desks, put, shelve } = await setUp();
    await put('one', 'Tea', 'Tea is served at four.');
    const desk = await desks('one');
    expect(shelve).not.toHaveBeenCalled();
    desk.suggest('tea', 5, 'tea');
    desk.suggest('tea', 5, 'tea');
    await desks('one');
    expect(shelve).toHaveBeenCalledTimes(1);
  });
});

describe('a library', () => {
  it('gives everything a name of its own, a removed one’s numbers going on', async () => {
    const { put, library } = await setUp();
    expect((await put('one', 'Harbour', 'Ships come in.')).edition.slug).toBe('harbour-2');
    expect((await put('one', '公告', 'Ships go out.')).edition.slug).toBe('公告');
    expect((await put('one', '***', 'Ships sink.')).edition.slug).toBe('announcement');
    await library.retire('one', 'announcement');
    expect((await put('one', '!!!', 'Ships rise.')).edition).toMatchObject({
      slug: 'announcement',
      number: 2,
    });
  });

  it('puts a text into use once, as it was seen', async () => {
    const { put, library, store } = await setUp();
    const { manuscript } = await put('one', 'Tea', 'Tea is served at four.');
    expect((await library.use(manuscript, { server: 'one', person: '1' })).kind).toBe('gone');
    const article = { text: 'Tea is served.', readable: 'Tea is served.', warnings: [] };
    const begun = await library.begin({ article, name: 'More' }, { server: 'one', person: '1' });
    if (begun.kind !== 'begun') throw new Error(begun.kind);
    expect((await library.use(begun.manuscript, { server: 'one', person: '1' })).kind).toBe(
      'nothing-accepted',
    );
    const { id } = begun.manuscript;
    const stepped = await library.step('one', id, { kind: 'judge', at: 0, verdict: 'accepted' });
    if (stepped.kind !== 'done') throw new Error(stepped.kind);
    await library.step('one', id, { kind: 'judge', at: 0, verdict: 'dropped' });
    expect((await library.use(stepped.manuscript, { server: 'one', person: '1' })).kind).toBe('gone');
    expect(await library.manuscript('two', id)).toBeNull();
    expect(await library.discard('two', id)).toBe(false);
    expect((await store.library.inUse('one')).map(({ slug }) => slug)).toEqual(['tea']);
  });

  it('keeps decisions that several people take at once', async () => {
    const { library } = await setUp();
    const text = Array.from({ length: 8 }, (_, index) => `Street ${index + 1} is paved.`).join('\n\n');
    const article = { text, readable: text, warnings: [] };
    const begun = await library.begin({ article, name: 'Streets' }, { server: 'one', person: '1' });
    if (begun.kind !== 'begun') throw new Error(begun.kind);
    const { id, review } = begun.manuscript;
    await Promise.all(
      review.proposals
        .slice(0, 4)
        .map((_, at) => library.step('one', id, { kind: 'judge', at, verdict: 'accepted' })),
    );
    const manuscript = await library.manuscript('one', id);
    expect(manuscript?.review.proposals.filter(({ verdict }) => verdict === 'accepted')).toHaveLength(4);
  });

  it('remembers an answer until something is taught, for its server alone', async () => {
    const store = await storeAt(await freshFile());
    const shipped = answering(harbour);
    const own = answering(harbour);
    const { library, lessons, settings } = store;
    const desks = createServerDesks({ shipped: [shipped], shelve: () => own, library, lessons, settings });
    const ask = async (server: string) => (await desks(server)).ask({ question: 'when does it open' });
    await ask('here');
    await ask('there');
    expect(shipped.search.ask).toHaveBeenCalledTimes(1);
    const lesson = { id: 'abc', server: 'here', announcement: harbour.slug, question: 'when does it open' };
    const answer = { kind: 'not-said', about: 'the opening' } as const;
    await lessons.add({ ...lesson, answer, by: '42', at: 1, reverted: null });
    await ask('here');
    await ask('here');
    expect(own.search.ask).toHaveBeenCalledTimes(1);
    await ask('there');
    expect(shipped.search.ask).toHaveBeenCalledTimes(1);
    await lessons.revert('here', 'abc', '42', 2);
    await ask('here');
    expect(own.search.ask).toHaveBeenCalledTimes(1);
  });
});
