import { expect, test } from 'vitest';
import { type AskedWord, createAsks } from '../../src/search/asks.ts';

const read = (ask: string): AskedWord[] =>
  ask.split(' ').map((word, at) => ({ at, keys: [[word, 1]], weight: 1 }));
const statements = [['where ferry sails', 'which harbour ferry leaves'], ['who paid lantern'], []];
const notSaid = [['ferry ticket price'], ['lantern colour']];
const asks = createAsks(statements, notSaid, read);
const likeness = (words: readonly AskedWord[]) => asks.likeness({ words });

test('the statement that is asked for with the same words is the closest', () => {
  const { ofStatements, denial } = likeness(read('which harbour ferry leaves'));
  expect([...ofStatements.keys()]).toEqual([0]);
  expect(ofStatements.get(0)?.closest).toBeCloseTo(1);
  expect(denial).toMatchObject({ about: 0 });
  expect(denial.closest).toBeLessThan(0.5);
});

test('the thing not said with the closest way of asking is named, and those who vote share one vote', () => {
  const { ofStatements, denial } = likeness(read('ferry lantern colour'));
  expect(denial.about).toBe(1);
  const votes = [...ofStatements.values()].reduce((sum, one) => sum + one.votes, denial.votes);
  expect(votes).toBeCloseTo(1);
});

test('the thing not said is named whose ways of asking cover the question, not one that has only the words around it', () => {
  const known = createAsks(
    [],
    [['did mayor talk of taxes'], ['oil price of this whole year', 'mayor did count many more barrels']],
    read,
  );
  const { denial } = known.likeness({ words: read('did mayor talk of barrels oil price') });
  expect(denial.about).toBe(1);
});

test('the position of every word that is met is told with how strongly', () => {
  const asked: AskedWord[] = [
    { at: 2, keys: [['ferry', 1]], weight: 1 },
    {
      at: 5,
      keys: [
        ['docks', 1],
        ['harbour', 0.7],
      ],
      weight: 1,
    },
  ];
  expect(likeness(asked).ofStatements.get(0)?.met).toEqual(
    new Map([
      [2, 1],
      [5, 0.7],
    ]),
  );
});

test('a question leaves nothing behind for the next', () => {
  const first = likeness(read('who paid ferry'));
  likeness(read('lantern colour price which harbour'));
  expect(likeness(read('who paid ferry'))).toEqual(first);
  expect(likeness(read('velvet'))).toEqual({
    ofStatements: new Map(),
    denial: { about: -1, closest: 0, covered: 0, votes: 0 },
  });
});

test('where nobody wrote down how people ask, the words of a question are not even made', () => {
  const asked = {
    get words(): readonly AskedWord[] {
      throw new Error('They were looked at.');
    },
  };
  expect(createAsks([[], []], [], read).likeness(asked).ofStatements.size).toBe(0);
});
