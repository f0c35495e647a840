import { describe, expect, it } from 'vitest';
import { createDesk } from '../../src/desk/create-desk.ts';
import { madeReady, shelve } from '../../src/desk/shelve.ts';
import { vocabulary } from '../checking/checks.ts';
import { harbour } from '../discord/announcements.ts';

/** An announcement on the shelf, and what was taken to make it ready so far. */
function shelved() {
  const taken: string[] = [];
  const taking = <Made>(name: string, make: () => Made) => {
    return () => {
      taken.push(name);
      return make();
    };
  };
  const [statement, ...others] = harbour.statements;
  if (statement === undefined) throw new Error('no statement');
  const asks = ['what do berths cost'];
  asks[Symbol.iterator] = taking('ways of asking', () => ['what do berths cost'].values());
  const announcement = { ...harbour, statements: [{ ...statement, asks }, ...others] };
  const { lexicon, meaning } = vocabulary;
  const parts = { lexicon: taking('lexicon', lexicon), meaning: taking('meaning', meaning) };
  return { one: shelve(announcement, parts), taken };
}

describe('an announcement on the shelf', () => {
  it('is prepared for nothing before it is used', () => {
    expect(shelved().taken).toEqual([]);
  });

  it('is prepared for questions alone where only questions are asked', () => {
    const { one, taken } = shelved();
    const desk = createDesk([one]);
    for (const question of ['how much are the fees?', 'who spoke?']) desk.ask({ question });
    expect(taken).toEqual(['lexicon', 'ways of asking']);
  });

  it('is prepared for checking alone where nobody is named', () => {
    const { one, taken } = shelved();
    const desk = createDesk([one]);
    for (const quote of ['we will not raise the fees', 'the fees']) desk.check({ quote });
    expect(taken).toEqual(['meaning']);
  });

  it('reads no ways of asking to know who is named', () => {
    const { one, taken } = shelved();
    createDesk([one]).check({ quote: 'we will not raise the fees', speaker: 'Lund' });
    expect(taken).toEqual(['meaning', 'lexicon']);
  });

  it('made ready, leaves nothing to be made for whoever asks or checks first', () => {
    const { one, taken } = shelved();
    const desk = createDesk([madeReady(one)]);
    expect(taken.sort()).toEqual(['lexicon', 'meaning', 'ways of asking']);
    desk.ask({ question: 'how much are the fees?' });
    desk.check({ quote: 'we will not raise the fees', speaker: 'Lund' });
    expect(taken).toHaveLength(3);
  });
});
