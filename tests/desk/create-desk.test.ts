import { describe, expect, it } from 'vitest';
import type { Announcement } from '../../src/announcement/announcement.ts';
import { createDesk } from '../../src/desk/create-desk.ts';
import type { Search } from '../../src/search/search.ts';
import { announcementOf, article, yamlOf } from '../announcement/written.ts';

const people = `people:
  - { id: falk, name: Jon Falk, aliases: [Jonny] }
  - { id: lund, name: Ada Lund, role: the mayor of Skerry, aliases: [La alcaldía] }
topics:
  - { id: toll, name: The toll }
  - { id: opening, name: The opening }
  - { id: waiting, name: Waiting for the opening }
`;

const bridge = announcementOf(
  yamlOf(
    `  - { id: toll, kind: indirect, words: the toll would be two crowns, speaker: lund, topics: [toll] }
  - { id: wait, kind: direct, words: We waited ten years, speaker: lund, topics: [waiting] }
  - { id: may, kind: narration, words: The bridge will open in May., topics: [opening] }`,
    article,
    people,
  ),
);
const tunnel: Announcement = { ...bridge, slug: 'tunnel', version: 'ffff00001111' };

/** Finds a statement whose id is a word of the question, and a person one letter away from their first name. */
function simpleSearch(announcement: Announcement): Search {
  const { statements, people: known } = announcement;
  return {
    ask(question, options) {
      const statement = statements.find(({ id }) => question.includes(id));
      const span = statement?.place.spans[0];
      if (statement === undefined || span === undefined || options?.speaker !== undefined) {
        return { kind: 'not-said', about: options?.speaker ?? null, nearest: [] };
      }
      return { kind: 'quote', best: { statement, span, confidence: 1, because: [] }, others: [] };
    },
    suggest: (typed, limit) =>
      statements
        .filter(({ id }) => id.startsWith(typed))
        .slice(0, limit)
        .map((statement) => ({ kind: 'statement', statement })),
    person: (name) => known.find((person) => person.name.slice(0, 2) === name.slice(0, 2)) ?? null,
    ready: () => {},
  };
}

const desk = createDesk(
  [bridge, tunnel].map((announcement) => ({
    announcement,
    search: simpleSearch(announcement),
    check: {
      check: ({ quote }) => ({ kind: 'too-long', length: quote.length, limit: 1 }),
      quotesIn: (message) => message.split('|').map((quote) => ({ quote, speaker: null })),
    },
  })),
);

describe('a desk', () => {
  it('needs an announcement', () => {
    expect(() => createDesk([])).toThrow(RangeError);
  });

  it('knows its announcements by slug, and by the first digits of their version', () => {
    expect(desk.announcements.map(({ slug }) => slug)).toEqual(['bridge', 'tunnel']);
    expect(desk.announcement()?.slug).toBe('bridge');
    expect(desk.announcement('tunnel')?.slug).toBe('tunnel');
    expect(desk.announcement('ferry')).toBeNull();
    expect(desk.version('ffff0000')?.slug).toBe('tunnel');
    expect(desk.version(bridge.version)?.slug).toBe('bridge');
    expect(desk.version('')).toBeNull();
    expect(desk.version('ffff0001')).toBeNull();
  });

  it('asks the announcement that is meant, and passes on whose words are wanted', () => {
    expect(desk.ask({ question: 'the toll?' })).toMatchObject({
      question: 'the toll?',
      announcement: { slug: 'bridge' },
      outcome: { kind: 'quote', best: { statement: { id: 'toll' } } },
    });
    expect(desk.ask({ question: 'the toll?', announcement: 'tunnel' }).announcement.slug).toBe('tunnel');
    expect(desk.ask({ question: 'the toll?', speaker: 'Falk' }).outcome).toMatchObject({ about: 'Falk' });
    expect(() => desk.ask({ question: 'the toll?', announcement: 'ferry' })).toThrow('"ferry"');
  });

  it('suggests from the announcement that is meant', () => {
    expect(desk.suggest('to', 5, 'tunnel')).toMatchObject([{ statement: { id: 'toll' } }]);
    expect(desk.suggest('', 2)).toHaveLength(2);
  });
});

describe('browsing', () => {
  const ids = (choice: Parameters<typeof desk.browse>[0]) => {
    const selection = desk.browse(choice);
    return selection.kind === 'statements' ? selection.statements.map(({ id }) => id) : selection.kind;
  };

  it.each([
    ['everything', {}, ['toll', 'wait', 'may']],
    ['one person', { speaker: 'Ada' }, ['toll', 'wait']],
    ['somebody who says nothing', { speaker: 'Jon Falk' }, []],
    ['nobody known', { speaker: 'Otto' }, 'no-such-speaker'],
    ['a topic by its id', { topic: 'opening' }, ['may']],
    ['a topic by its name, whatever its case', { topic: 'THE OPENING' }, ['may']],
    ['topics by a part of their names', { topic: 'the open' }, ['wait', 'may']],
    ['a topic that there is not', { topic: 'trams' }, 'no-such-topic'],
    ['a topic of nothing but spaces', { topic: ' ' }, 'no-such-topic'],
    ['a person on a topic', { speaker: 'Ada', topic: 'toll' }, ['toll']],
    ['a person on a topic of others', { speaker: 'Ada', topic: 'opening' }, []],
  ])('%s', (_, choice, expected) => {
    expect(ids(choice)).toEqual(expected);
  });
});

describe('speakers to choose from', () => {
  const names = (typed: string) => desk.speakers(typed, 5).map(({ name }) => name);

  it.each([
    ['', ['Ada Lund']],
    ['lund', ['Ada Lund']],
    ['la alcaldia', ['Ada Lund']],
    ['Adda', ['Ada Lund']],
    ['Jonny', []],
    ['Otto', []],
  ])('typing %j offers %j, and nobody without words of their own', (typed, expected) => {
    expect(names(typed)).toEqual(expected);
  });
});
