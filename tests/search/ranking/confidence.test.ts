import { describe, expect, test } from 'vitest';
import { draftOfText } from '../../../src/announcement/plain-text.ts';
import { verify } from '../../../src/announcement/verify.ts';
import { loadLexicon } from '../../../src/search/lexicon.ts';
import { prepare } from '../../../src/search/prepare.ts';
import { readQuestion } from '../../../src/search/question/read-question.ts';
import { confidenceFeatures } from '../../../src/search/ranking/confidence.ts';
import { rank } from '../../../src/search/ranking/rank.ts';

const text = 'The bridge will open in May. The ferry to the bridge will stop. The toll is due on the ferry.';
const verified = verify(draftOfText(text, 'text', 'text.txt'));
if (verified.kind === 'faulty') throw new Error(verified.faults[0]?.problem);
const parts = prepare(verified.value, loadLexicon('data/lexicon'));

function complete(question: string) {
  const ranking = rank(readQuestion(question, parts.questionReader), parts.ranking);
  return confidenceFeatures(ranking, ranking)?.complete;
}

describe('the first statement leaves nothing open', () => {
  test.each([
    ['when does the bridge open', 1, 'it has every word, and a time'],
    ['when does the toll open', 0, 'a word is missing'],
    ['how many bridges open', 0, 'no number is said'],
    ['the ferry', 0, 'another statement has as much'],
    ['what about it', 0, 'nothing is asked for'],
  ])('of "%s": %i, since %s', (question, expected, _why) => {
    expect(complete(question) ?? 0).toBe(expected);
  });
});
