import { describe, expect, test } from 'vitest';
import { loadLexicon } from '../../../src/search/lexicon.ts';
import { smallTalk } from '../../../src/search/question/small-talk.ts';
import { tokenize } from '../../../src/search/text/tokenize.ts';

const lexicon = loadLexicon('data/lexicon');
const talk = (text: string) =>
  smallTalk(
    tokenize(text, (run) => [...run]),
    lexicon,
  );

describe('a message that asks nothing', () => {
  test.each([
    ['morning all ☕', 'greeting'],
    ['Good night all, see you tomorrow!', 'greeting'],
    ['happy birthday @mods 🎂', 'greeting'],
    ['hi everyone, how are you', 'greeting'],
    ['thanks guys', 'thanks'],
    ['ok thanks, good night everyone', 'thanks'],
    ['hola a todos', 'greeting'],
    ['大家早上好', 'greeting'],
    ['?!', 'empty'],
  ])('%s is %s', (text, kind) => {
    expect(talk(text)).toBe(kind);
  });

  test.each([
    'hi, who signed it',
    'thanks but when does it open',
    'everyone',
    'tomorrow all',
    'good morning trains',
    'what is the test',
    'who are you all to raise the fees tomorrow morning',
  ])('%s is more than that', (text) => {
    expect(talk(text)).toBeNull();
  });
});
