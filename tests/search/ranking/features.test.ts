import { describe, expect, test } from 'vitest';
import { draftOfText } from '../../../src/announcement/plain-text.ts';
import { verify } from '../../../src/announcement/verify.ts';
import { loadLexicon } from '../../../src/search/lexicon.ts';
import { prepare } from '../../../src/search/prepare.ts';
import { readQuestion } from '../../../src/search/question/read-question.ts';
import { type FeatureName, featureNamed, featureNames } from '../../../src/search/ranking/feature-names.ts';
import { rank } from '../../../src/search/ranking/rank.ts';

const text = [
  'The old lighthouse was sold to Clara Weston at Brenholm in March 1987.',
  'The buyer paid 40 million crowns due to the decay of the harbour.',
  'The ferry waits for 12 minutes.',
].join(' ');
const verified = verify(draftOfText(text, 'text', 'text.txt'));
if (verified.kind === 'faulty') throw new Error(verified.faults[0]?.problem);
const { statements } = verified.value;
const asked = { ...statements[2], asks: ['how long does the boat wait'] } as (typeof statements)[number];
const parts = prepare(
  { ...verified.value, statements: [...statements.slice(0, 2), asked] },
  loadLexicon('data/lexicon'),
);

/** A feature of each of the three statements, by name. */
function features(question: string) {
  const { ranked } = rank(readQuestion(question, parts.questionReader), parts.ranking);
  const inText = [...ranked].sort((a, b) => a.doc - b.doc);
  return (name: FeatureName) => inText.map((one) => Number(featureNamed(one.features, name).toFixed(9)));
}

test('every statement has a number for each name', () => {
  const { ranked } = rank(readQuestion('ferry?', parts.questionReader), parts.ranking);
  for (const one of ranked) expect(one.features).toHaveLength(featureNames.length);
});

test('what a statement has of the question is told apart from what only its neighbours have', () => {
  const of = features('lighthouse sold');
  expect(of('coverage')).toEqual([1, 0, 0]);
  expect(of('exact')).toEqual([1, 0, 0]);
  expect(of('adjacent')).toEqual([1, 0, 0]);
  expect(of('window')).toEqual([1, 0, 0]);
  expect(of('previousOnly')).toEqual([0, 1, 0]);
  expect(of('nextOnly')).toEqual([0, 0, 0]);
  expect(features('harbour')('nextOnly')).toEqual([1, 0, 0]);
  expect(of('paragraph')).toEqual([1, 1, 1]);
  expect(of('missingRarest').map((missing) => missing > 0)).toEqual([false, true, true]);
  expect(of('bm25Local').map((sum) => sum > 0)).toEqual([true, false, false]);
});

test('a translation is met exactly, a synonym of the same language is not', () => {
  expect(features('¿dónde está el puerto?')('exact')[1]).toBeGreaterThan(0.9);
  expect(features('where is the port')('exact')[1]).toBeLessThan(0.9);
});

test('numbers and names that are missing are counted', () => {
  const of = features('when was 1987 and Weston mentioned');
  expect(of('numberMissing')).toEqual([0, 1, 1]);
  expect(of('nameMissing').map((missing) => missing > 0)).toEqual([false, true, true]);
});

test('ways of asking speak for their statement alone', () => {
  const of = features('how long does the boat wait');
  expect(of('asks').map((alike) => alike > 0.9)).toEqual([false, false, true]);
  expect(of('asksVotes')).toEqual([0, 0, 1]);
  expect(of('asksCovered')[2]).toBeCloseTo(1);
  expect(of('asksSquared')[2]).toBeCloseTo((of('asks')[2] ?? 0) ** 2);
});

describe('a statement with the kind of answer asked for', () => {
  test.each([
    ['who owns the lighthouse', 'answersWho', 0],
    ['when was the lighthouse sold', 'answersWhen', 0],
    ['where is the lighthouse', 'answersWhere', 0],
    ['how many people came', 'answersHowMany', 1],
    ['how much did it cost', 'answersHowMuch', 1],
    ['why was it paid', 'answersWhy', 1],
    ['how many minutes is the wait', 'answersHowLong', 2],
  ] as const)('%s: %s', (question, name, statement) => {
    const of = features(question);
    expect(of(name)[statement]).toBe(1);
    expect(of('answersNothing')[statement]).toBe(0);
    expect(features('lighthouse')(name)).toEqual([0, 0, 0]);
  });
});

test('its length and whether somebody says it are known', () => {
  const of = features('lighthouse');
  expect(of('length').every((length) => length > 1 && length < 3)).toBe(true);
  expect(of('spoken')).toEqual([0, 0, 0]);
});

test.each([3, 15, 16, 17, 40])(
  'what a paragraph of %i sentences has is told in all of it, and only there',
  (length) => {
    const sentences = Array.from(
      { length },
      (_, at) => `The ferry waits at pier number ${at + 1} for a while.`,
    );
    sentences[1] = 'The lighthouse was sold at last.';
    const filler = Array.from({ length: 3 }, () => 'Nobody came to the harbour.').join(' ');
    const article = [filler, sentences.join(' '), filler].join('\n\n');
    const read = verify(draftOfText(article, 'text', 'text.txt'));
    if (read.kind === 'faulty') throw new Error(read.faults[0]?.problem);
    const { questionReader, ranking } = prepare(read.value, loadLexicon('data/lexicon'));
    const { ranked } = rank(readQuestion('lighthouse', questionReader), ranking);
    const inText = [...ranked].sort((a, b) => a.doc - b.doc);
    const none = [0, 0, 0];
    const all = Array.from({ length }, () => 1);
    expect(inText.map(({ features: of }) => featureNamed(of, 'paragraph'))).toEqual([
      ...none,
      ...all,
      ...none,
    ]);
  },
);
