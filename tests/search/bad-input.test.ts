import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { loadAnnouncement } from '../../src/announcement/load.ts';
import { createSearch } from '../../src/search/create-search.ts';
import { loadLexicon } from '../../src/search/lexicon.ts';

const folder = 'data/announcements/china-venezuela';
const loaded = loadAnnouncement(folder);
if (loaded.kind === 'faulty') throw new Error('The shipped announcement must load.');
const search = createSearch(loaded.value, loadLexicon('data/lexicon'));
const article = readFileSync(`${folder}/source.txt`, 'utf8');

test.each([
  ['nothing', ''],
  ['white space', ' \t\n '],
  ['punctuation', '?!… —'],
  ['emoji', '👀🔥🇻🇪'],
  ['control characters', '\u0000\u0007\u001b[\u200b\u202e'],
])('%s is no question, and is told so kindly', (_, question) => {
  expect(search.ask(question)).toEqual({ kind: 'small-talk', talk: 'empty' });
});

test.each([
  ['one letter', 'a'],
  ['words without meaning', 'and the of to it was'],
  ['another script', 'Что сказал президент о погоде?'],
  ['a lone half of a surrogate pair', '\ud83d what now'],
  ['six thousand letters of one word', 'x'.repeat(6000)],
  ['six thousand characters of chat', 'moon base lol '.repeat(430)],
  ['markup', '<@123> `x` {"a":1} */ -- %s'],
  ['the words objects are made of', 'constructor __proto__ toString hasOwnProperty'],
])('%s gets an answer or a refusal, never a crash', (_, question) => {
  expect(['quote', 'elsewhere', 'not-said', 'small-talk']).toContain(search.ask(question).kind);
});

test('the whole article is taken as a question like any other', () => {
  expect(search.ask(article).kind).not.toBe('small-talk');
});

test('the best and the near statements never repeat one another', () => {
  const outcome = search.ask('special economic zones');
  if (outcome.kind !== 'quote') throw new Error(`Expected a quote, not ${outcome.kind}.`);
  const ids = [outcome.best, ...outcome.others].map(({ statement }) => statement.id);
  expect(new Set(ids).size).toBe(ids.length);
});

test.each(['hi', 'hello there', 'hola', '你好'])('"%s" is a greeting', (said) => {
  expect(search.ask(said)).toEqual({ kind: 'small-talk', talk: 'greeting' });
});

test.each(['thanks!', 'thank you', 'gracias', '谢谢'])('"%s" is thanks', (said) => {
  expect(search.ask(said)).toEqual({ kind: 'small-talk', talk: 'thanks' });
});
