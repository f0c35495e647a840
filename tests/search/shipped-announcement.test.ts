import { describe, expect, test } from 'vitest';
import { loadAnnouncement } from '../../src/announcement/load.ts';
import { wordsAt } from '../../src/announcement/statement.ts';
import { createSearch } from '../../src/search/create-search.ts';
import { loadLexicon } from '../../src/search/lexicon.ts';

const loaded = loadAnnouncement('data/announcements/china-venezuela');
if (loaded.kind === 'faulty') throw new Error('The shipped announcement must load.');
const search = createSearch(loaded.value, loadLexicon('data/lexicon'));

describe('what was said is found', () => {
  test.each([
    [
      'what did xi say about teh moon station??',
      'Xi Jinping',
      'International Lunar Research Station',
      'moon is lunar',
    ],
    [
      'g77 and the un',
      'Xi Jinping',
      'The Group of 77 (G77)',
      'short forms printed in the text, in lower case',
    ],
    ['confusius institues in venezula?', 'Xi Jinping', 'Confucius institutes', 'three misspelt words'],
    ['what did Sun Yanfang say it means?', 'Sun Yanfeng', 'political trust', 'a misspelt name is still his'],
    ['习近平对经济特区说了什么?', 'Xi Jinping', 'special economic zones', 'a name and a word in Chinese'],
    [
      '¿Qué dijo Xi sobre la soberanía?',
      'Xi Jinping',
      'national sovereignty',
      'Spanish words for English ones',
    ],
    ['will china buy more venezuelan stuff', 'Xi Jinping', 'import more high-quality', 'buying is importing'],
    ['who is song junying', null, 'director of the Department', 'a role answers who somebody is'],
    ['where did the two presidents meet', null, 'Great Hall of the People', 'a place answers where'],
  ])('%s → %s: %s, since %s', (question, speaker, words, _reason) => {
    const outcome = search.ask(question);
    if (outcome.kind !== 'quote') throw new Error(`Expected a quote, not ${outcome.kind}.`);
    const { statement, span } = outcome.best;
    expect(statement.speaker?.name ?? null).toBe(speaker);
    expect(wordsAt(statement.source, span)).toContain(words);
  });
});

describe('what was not said is refused', () => {
  test.each([
    ['how much money is china lending?', 'lending occurs nowhere'],
    ['how many barrels of oil will they ship', 'barrels and oil occur nowhere'],
    ['how many confucius institutes are there', 'no number is said'],
    ['best pizza topping, go', 'nothing of it occurs'],
    ['so is venezuela joining BRICS then', 'BRICS occurs nowhere'],
    ['when is the lunar station finished', 'no time is said'],
  ])('%s: %s', (question, _reason) => {
    expect(search.ask(question).kind).toBe('not-said');
  });
});

describe('whose words', () => {
  test('are not put into the mouth of somebody else', () => {
    const outcome = search.ask('what did Maduro say about special economic zones?');
    if (outcome.kind !== 'elsewhere') throw new Error(`Expected elsewhere, not ${outcome.kind}.`);
    expect(outcome.asked).toMatchObject({ kind: 'person', person: { name: 'Nicolas Maduro' } });
    expect(outcome.nearest[0].statement.speaker?.name).not.toBe('Nicolas Maduro');
  });

  test('may be chosen beside the question', () => {
    const outcome = search.ask('special economic zones', { speaker: 'the analyst Song' });
    if (outcome.kind !== 'quote') throw new Error(`Expected a quote, not ${outcome.kind}.`);
    expect(outcome.best.statement.speaker?.name).toBe('Song Junying');
  });

  test('of somebody unknown are not there', () => {
    const outcome = search.ask('special economic zones', { speaker: 'Bolívar' });
    expect(outcome).toMatchObject({ kind: 'elsewhere', asked: { kind: 'unknown', name: 'Bolívar' } });
  });

  test.each([
    ['Xi', 'Xi Jinping'],
    ['the chinese president', 'Xi Jinping'],
    ['Yanfang', 'Sun Yanfeng'],
    ['习主席', 'Xi Jinping'],
  ])('%s is %s', (typed, name) => {
    expect(search.person(typed)?.name).toBe(name);
  });

  test('nobody is meant by an ordinary word', () => {
    expect(search.person('potato')).toBeNull();
  });
});

describe('while somebody types', () => {
  test('begun words find statements, topics and speakers', () => {
    const kinds = search.suggest('s', 25).map(({ kind }) => kind);
    expect(kinds).toContain('speaker');
    expect(search.suggest('luna', 5).some((one) => one.kind === 'statement')).toBe(true);
  });

  test('nothing typed offers some of everything, and never more than asked for', () => {
    const offered = search.suggest('', 9);
    expect(offered).toHaveLength(9);
    expect(new Set(offered.map(({ kind }) => kind))).toEqual(new Set(['topic', 'speaker', 'statement']));
  });
});

test('every match tells which words met which, and what is missing', () => {
  const outcome = search.ask('moon station cheese');
  const [match] =
    outcome.kind === 'quote' ? [outcome.best] : outcome.kind === 'not-said' ? outcome.nearest : [];
  expect(match?.because).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ asked: 'moon', how: 'synonym' }),
      expect.objectContaining({ asked: 'station', met: 'station', how: 'same' }),
      expect.objectContaining({ asked: 'cheese', how: 'said nowhere' }),
    ]),
  );
});
