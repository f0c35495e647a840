import { describe, expect, it, vi } from 'vitest';
import { openShelf } from '../../src/app.ts';
import { loadConfig } from '../../src/config.ts';
import { createDesk } from '../../src/desk/create-desk.ts';
import { createAnswerMemory } from '../../src/desk/remember-answers.ts';
import { remembered } from '../../src/desk/remembered-answer.ts';

const opened = openShelf(loadConfig({}));
if (opened.kind === 'faulty') throw new Error('The shipped announcement is faulty.');
const { shelved } = opened.value;

function setUp() {
  const plain = createDesk(shelved);
  const search = vi.fn(plain.ask);
  const memory = createAnswerMemory();
  return { plain, search, memory, desk: memory({ ...plain, ask: search }) };
}

// A way of asking that the announcement itself gives.
const said = shelved[0]?.announcement.statements.flatMap(({ asks }) => asks)[0] ?? '';

describe('answers that are remembered', () => {
  it('are the same as those that were searched for, reasons included', () => {
    const { plain, desk } = setUp();
    const questions = [
      said,
      'what did xi say about teh moon station??',
      'Did Xi say the visit was a success?',
    ];
    for (const question of questions) {
      const expected = plain.ask({ question });
      desk.ask({ question });
      expect(desk.ask({ question })).toEqual(expected);
    }
  });

  it('are searched for once', () => {
    const { search, desk } = setUp();
    const kinds = [1, 2, 3].map(() => desk.ask({ question: said }).outcome.kind);
    expect(kinds).toEqual(['quote', 'quote', 'quote']);
    expect(search).toHaveBeenCalledTimes(1);
  });

  it('hold for one way of writing, one speaker and one desk alone', () => {
    const { plain, search, memory, desk } = setUp();
    desk.ask({ question: said });
    desk.ask({ question: said.toUpperCase() });
    desk.ask({ question: said, speaker: 'Xi' });
    const other = vi.fn(plain.ask);
    memory({ ...plain, ask: other }).ask({ question: said });
    expect(search).toHaveBeenCalledTimes(3);
    expect(other).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['what was not said', 'What did Xi say about bananas?'],
    ['what was not said, with something near', 'How many bananas will China buy from Venezuela?'],
    ['words found nowhere', 'Did anybody mention zeppelins or bananas?'],
    ['a name nobody has', 'What did Zorblax say about oil?'],
    ['what somebody else said', 'What did Zorblax say about the oil fields?'],
    ['a greeting', 'hello'],
  ])('are kept without a word of the asker: %s', (_, question) => {
    const { plain, search, desk } = setUp();
    const expected = plain.ask({ question });
    desk.ask({ question });
    const again = desk.ask({ question });
    expect(search).toHaveBeenCalledTimes(1);
    expect(again).toEqual(expected);
    const { outcome } = remembered(expected, { question }) ?? {};
    const ids = JSON.stringify(outcome, (key, value) => (key === 'statement' ? value.id : value));
    expect(ids).toBeDefined();
    expect(ids).not.toMatch(/banana|zeppelin|zorblax|mention|hello/i);
  });

  it('are none where a verdict holds the asker’s words', () => {
    const { search, desk } = setUp();
    const question = 'Did Xi say “we will buy ten thousand trains from Caracas”?';
    desk.ask({ question });
    desk.ask({ question });
    expect(search).toHaveBeenCalledTimes(2);
  });
});
