import { expect, test } from 'vitest';
import { loadAnnouncement } from '../../src/announcement/load.ts';
import { wordsAt } from '../../src/announcement/statement.ts';
import { createSearch } from '../../src/search/create-search.ts';
import { loadLexicon } from '../../src/search/lexicon.ts';

const loaded = loadAnnouncement('data/announcements/china-venezuela');
if (loaded.kind === 'faulty') throw new Error('The shipped announcement must load.');
const search = createSearch(loaded.value, loadLexicon('data/lexicon'));

test.each([
  [
    'what did xi say about teh moon station??',
    'Xi Jinping',
    'International Lunar Research Station',
    'moon is lunar',
  ],
  ['g77 and the un', 'Xi Jinping', 'The Group of 77 (G77)', 'short forms printed in the text, in lower case'],
  ['confusius institues in venezula?', 'Xi Jinping', 'Confucius institutes', 'three misspelt words'],
  ['what did Sun Yanfang say it means?', 'Sun Yanfeng', 'political trust', 'a misspelt name is still his'],
])('%s → %s, since %s', (question, speaker, words) => {
  const outcome = search.ask(question);
  if (outcome.kind !== 'quote') throw new Error(`Expected a quote, not ${outcome.kind}.`);
  const { statement, span } = outcome.best;
  expect(statement.speaker?.name).toBe(speaker);
  expect(wordsAt(statement.source, span)).toContain(words);
});

test.each([
  ['how much money is china lending?', 'lending occurs nowhere'],
  ['how many barrels of oil will they ship', 'barrels and oil occur nowhere'],
  ['best pizza topping, go', 'nothing of it occurs'],
  ['so is venezuela joining BRICS then', 'BRICS occurs nowhere'],
])('%s is not said: %s', (question) => {
  expect(search.ask(question).kind).toBe('not-said');
});
