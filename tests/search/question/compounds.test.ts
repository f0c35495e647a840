import { describe, expect, test } from 'vitest';
import { draftOfText } from '../../../src/announcement/plain-text.ts';
import { verify } from '../../../src/announcement/verify.ts';
import { loadLexicon } from '../../../src/search/lexicon.ts';
import { prepare } from '../../../src/search/prepare.ts';
import { readQuestion } from '../../../src/search/question/read-question.ts';

const lexicon = loadLexicon('data/lexicon');

/** The first word of a question that carries meaning, and what it meets as part of a compound. */
function met(text: string, question: string) {
  const verified = verify(draftOfText(text, 'text', 'text.txt'));
  if (verified.kind === 'faulty') throw new Error(verified.faults[0]?.problem);
  const { questionReader, ranking } = prepare(verified.value, lexicon);
  const [term] = readQuestion(question, questionReader).terms;
  return [...(term?.matches ?? [])]
    .filter(([, { how }]) => how === 'compound')
    .map(([id]) => ranking.index.vocabulary.term(id));
}

describe('a compound written as one word', () => {
  const german = 'Das Stadtbauamt hat die Hafen neu vermessen, und das Gericht war nicht dabei.';
  test.each([
    ['Bauamt?', ['stadtbauamt'], 'its end'],
    ['Stadtbauamtsleiter?', ['stadtbauamt'], 'its beginning'],
    ['Hafengebühren?', [], 'too short a part'],
    ['Gerichtsverfahren?', ['gericht'], 'a part that is said'],
    ['Gericht?', [], 'the word itself'],
  ])('%s meets %j: %s', (question, terms) => {
    expect(met(german, question)).toEqual(terms);
  });

  test('is a matter of languages that have them', () => {
    expect(met('The courthouse was closed because of the storm.', 'house?')).toEqual([]);
  });
});
