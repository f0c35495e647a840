import { describe, expect, test } from 'vitest';
import { loadLexicon } from '../../../src/search/lexicon.ts';
import { answerOpening } from '../../../src/search/question/answer-opening.ts';
import { readerOf } from '../reader.ts';

const reader = readerOf('en', loadLexicon('data/lexicon'));
const kindOf = (question: string) => answerOpening(reader.tokens(question), reader.words)?.kind ?? null;

describe('a question word asks', () => {
  test.each([
    ['who is it', 'who', 'at the beginning'],
    ['bro where were they sitting', 'where', 'after chat'],
    ['so maduro when did he arrive', 'when', 'before a verb that asks'],
    ['do you know who signed it', 'who', 'after a verb of knowing'],
    ['did they say when it opens', 'when', 'after a verb of saying'],
    ['is the voucher only good in shops and when does it run out', 'when', 'after a small word'],
    ['in talks, which side won', 'which', 'after a comma'],
    ['the crew of how many ships', 'how-many', 'where it is more than one word'],
  ])('in "%s": %s, %s', (question, kind, _where) => {
    expect(kindOf(question)).toBe(kind);
  });
});

describe('a word that could ask joins clauses', () => {
  test.each([
    'is there any backing for people who want to learn Mandarin',
    'does Beijing take the long view when dealing with Caracas',
    'did the leader promise to stand by them when foreign powers meddle',
    'what happens to owners who refuse',
  ])('in "%s"', (question) => {
    expect(kindOf(question)).toBeNull();
  });
});
