import { describe, expect, test } from 'vitest';
import { draftOfText } from '../../../src/announcement/plain-text.ts';
import { verify } from '../../../src/announcement/verify.ts';
import { loadLexicon } from '../../../src/search/lexicon.ts';
import { prepare } from '../../../src/search/prepare.ts';
import { readQuestion } from '../../../src/search/question/read-question.ts';

const text = 'The southern wildfire closed a long-range radio. Sunup comes at four for national football.';
const verified = verify(draftOfText(text, 'text', 'text.txt'));
if (verified.kind === 'faulty') throw new Error(verified.faults[0]?.problem);
const { questionReader } = prepare(verified.value, loadLexicon('data/lexicon'));

/** The terms of the text that a word of a question meets in a way. */
function met(question: string, word: string, how: string): string[] {
  const { terms } = readQuestion(question, questionReader);
  const matches = terms.find((term) => term.word === word)?.matches ?? [];
  return [...matches]
    .filter(([, one]) => one.how === how)
    .map(([id]) => questionReader.index.vocabulary.term(id));
}

describe('two words that the text writes as one', () => {
  test.each([
    ['the wild fire there', 'wild', 'wildfir'],
    ['the wild fire there', 'fire', 'wildfir'],
    ['of long range', 'range', 'longrang'],
    ['when is sun up', 'sun', 'sunup'],
    ['any foot ball', 'ball', 'footbal'],
  ])('"%s": %s meets %s', (question, word, term) => {
    expect(met(question, word, 'joined')).toEqual([term]);
  });
});

test('a word that looks like an ending is not met by the word before it', () => {
  expect(met('southern icing', 'icing', 'joined')).toEqual([]);
});

describe('the family of a word', () => {
  test.each([
    ['which nation', 'nation', ['nation']],
    ['nationality?', 'nationality', ['nation']],
    ['natives?', 'natives', []],
  ])('in "%s": %s meets %j', (question, word, terms) => {
    expect(met(question, word, 'family').concat(met(question, word, 'same'))).toEqual(terms);
  });
});
