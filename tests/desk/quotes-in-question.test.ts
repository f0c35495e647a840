import { describe, expect, it } from 'vitest';
import { quotesInQuestion } from '../../src/desk/quotes-in-question.ts';
import { shelve } from '../../src/desk/shelve.ts';
import { vocabulary } from '../checking/checks.ts';
import { harbour } from '../discord/announcements.ts';

const shelf = shelve(harbour, vocabulary);
const verdicts = (question: string) =>
  quotesInQuestion(question, shelf).map(({ claim, finding }) => `${claim.speaker}: ${finding.kind}`);

describe('a question', () => {
  it.each([
    ['did the mayor say "we will not raise the fees"?', ['the mayor: verbatim']],
    ['did Lund really say that we will raise the fees?', ['Lund: altered']],
    ['did Okoro say we will not raise the fees', ['Okoro: misattributed']],
    ['is it true that Lund said “every ship pays double from now on”?', ['Lund: not-found']],
  ])('is answered by a verdict where it asks whether words were said: %s', (question, wanted) => {
    expect(verdicts(question)).toEqual(wanted);
  });

  it.each([
    'what did the mayor say about fees?',
    'did the mayor say anything about the ferry?',
    'what does "every one of them" mean?',
    'did Lund say how much the parking will cost next year?',
    'what did Lund mean by “every ship pays double from now on”?',
  ])('is left to the search otherwise: %s', (question) => {
    expect(verdicts(question)).toEqual([]);
  });

  it('is read at once where a quotation in it stays open', () => {
    expect(verdicts(`did she say “${'the ferry '.repeat(300)}`)).toEqual([]);
  });
});
