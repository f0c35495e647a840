import { describe, expect, test } from 'vitest';
import { draftOfText } from '../../../src/announcement/plain-text.ts';
import { verify } from '../../../src/announcement/verify.ts';
import { loadLexicon } from '../../../src/search/lexicon.ts';
import { prepare } from '../../../src/search/prepare.ts';
import { readQuestion } from '../../../src/search/question/read-question.ts';
import { byNecessity, tellingOf } from '../../../src/search/ranking/by-necessity.ts';
import { confidenceFeatures } from '../../../src/search/ranking/confidence.ts';
import { rank } from '../../../src/search/ranking/rank.ts';

const text =
  'The bridge will open in May and carry lorries to the harbour. The ferry stops on the same day. Nobody pays a toll.';
const verified = verify(draftOfText(text, 'text', 'text.txt'));
if (verified.kind === 'faulty') throw new Error(verified.faults[0]?.problem);
const parts = prepare(verified.value, loadLexicon('data/lexicon'));
const ranked = (question: string) => rank(readQuestion(question, parts.questionReader), parts.ranking);

function termsOf(question: string) {
  return new Map(ranked(question).view.terms.map((term) => [term.word, term]));
}

describe('how telling a word is', () => {
  test.each([
    ['will uranium cross it', 'uranium', 'specific', 'hardly anybody calls it otherwise'],
    ['does the bridge open', 'bridge', 'concrete', 'mostly it is said so'],
    ['are they happy with it', 'happy', 'vague', 'an asker says so, the text something else'],
    ['will 40 of them cross', '40', 'concrete', 'a number'],
    ['will Zorblatt cross', 'zorblatt', 'specific', 'a name that is in no list'],
    ['will zorblatts cross', 'zorblatts', 'vague', 'in no list, and no name'],
  ])('of "%s": %s is %s, since %s', (question, word, expected, _why) => {
    const term = termsOf(question).get(word);
    expect(term && tellingOf(term)).toBe(expected);
  });

  test('in another language is that of what it is called in the text’s', () => {
    expect(termsOf('¿Cruzará el uranio?').get('uranio')?.grade).toBe(4);
  });
});

describe('whether a statement answers', () => {
  test('is judged by what is to be expected in it, which leaves the ranking as it is', () => {
    const { view } = ranked('are they happy about the uranium');
    const judged = byNecessity(view);
    const weightOf = ({ weights }: typeof view, word: string) =>
      weights[view.terms.findIndex((term) => term.word === word)] ?? 0;
    expect(weightOf(judged, 'happy')).toBeLessThan(weightOf(view, 'happy') / 2);
    expect(weightOf(judged, 'uranium')).toBeGreaterThan(weightOf(view, 'uranium'));
    expect(judged.total).toBeCloseTo(judged.weights.reduce((a, b) => a + b));
  });

  test('counts a missing specific word, unless its paragraph has it', () => {
    const features = (question: string) => {
      const ranking = ranked(question);
      return confidenceFeatures(ranking, ranking);
    };
    expect(features('when does the bridge open for uranium')?.specificMissing).toBe(0.5);
    expect(features('when does the bridge open for the ferry')?.specificMissing).toBe(0);
    expect(features('when does the bridge open for happy people')?.specificMissing).toBe(0);
  });
});
