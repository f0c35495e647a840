import { describe, expect, it } from 'vitest';
import { en } from '../../../src/desk/wording/en.ts';
import type { Asked, Match } from '../../../src/search/outcome.ts';
import { announcementOf, yamlOf } from '../../announcement/written.ts';

const announcement = announcementOf(
  yamlOf(`  - { id: toll, kind: indirect, words: the toll would be two crowns, speaker: lund }
  - { id: may, kind: narration, words: The bridge will open in May., also: [{ paragraph: 1, words: The bridge will open in May }] }
  - { id: nobody, kind: direct, words: and nobody will wait again. }`),
);

function match(id: string): Match {
  const statement = announcement.statements.find((one) => one.id === id);
  const span = statement?.place.spans[0];
  if (statement === undefined || span === undefined) throw new Error(`No statement is called ${id}.`);
  return { statement, span, confidence: 0.5, because: [] };
}

const person = (name: string): Asked => {
  const found = announcement.people.find((one) => one.name === name);
  return found === undefined ? { kind: 'unknown', name } : { kind: 'person', person: found };
};

describe('the words about an answer', () => {
  it.each([
    ['toll', 'Ada Lund, the mayor of Skerry', "Reported in the article's words", 'paragraph 2'],
    ['may', 'The article itself', "The article's own words", 'paragraph 3; also in paragraph 1'],
    ['nobody', 'The article does not say who', 'Quoted directly', 'paragraph 2'],
  ])('say whose, how and where: %s', (id, whose, how, where) => {
    const { statement } = match(id);
    expect([en.whose(statement), en.how(statement), en.where(statement)]).toEqual([whose, how, where]);
  });

  it('leave an answer to speak for itself', () => {
    expect(en.outcome({ kind: 'quote', best: match('toll'), others: [] }, announcement)).toBeNull();
  });

  it.each([
    [
      'Jon Falk',
      'toll',
      'Jon Falk is not quoted or reported in this announcement. Ada Lund said something near it.',
    ],
    ['Ada Lund', 'may', 'Ada Lund is not reported on this. The article itself has this.'],
    ['Otto', 'toll', 'The announcement does not name “Otto”. Ada Lund said something near it.'],
    ['Otto', 'may', 'The announcement does not name “Otto”. The article itself says something near it.'],
  ])('correct a question about %s that %s answers', (name, id, words) => {
    const outcome = { kind: 'elsewhere', asked: person(name), nearest: [match(id)] } as const;
    expect(en.outcome(outcome, announcement)).toBe(words);
  });

  it.each([
    ['loans', [], 'As far as I can tell, the announcement does not say. I find nothing in it about “loans”.'],
    [null, [match('toll')], 'As far as I can tell, the announcement does not say.'],
  ])('refuse what was not said: %s', (about, nearest, words) => {
    expect(en.outcome({ kind: 'not-said', about, nearest }, announcement)).toBe(words);
  });

  it('greet, thank and ask for a question', () => {
    for (const talk of ['greeting', 'thanks', 'empty'] as const) {
      expect(en.outcome({ kind: 'small-talk', talk }, announcement)).toMatch(/\.$/);
    }
  });
});
