import { expect, it } from 'vitest';
import { isNear } from '../../src/desk/near.ts';
import type { Evidence, Match } from '../../src/search/outcome.ts';
import { announcementOf, yamlOf } from '../announcement/written.ts';

const { statements } = announcementOf(
  yamlOf('  - { id: may, kind: narration, words: The bridge will open in May. }'),
);

function matchBecause(...because: readonly Pick<Evidence, 'how' | 'weight'>[]): Match {
  const [statement] = statements;
  const span = statement?.place.spans[0];
  if (statement === undefined || span === undefined) throw new Error('no statement');
  return {
    statement,
    span,
    confidence: 0.3,
    because: because.map((one) => ({ asked: 'bridge', met: 'bridge', ...one })),
  };
}

it.each([
  ['a word of the question is in it', true, [{ how: 'stem', weight: 0.2 }]],
  ['people ask for it in almost these words', true, [{ how: 'asks', weight: 0.6 }]],
  ['nothing of the question is in it', false, [{ how: 'said nowhere', weight: -0.5 }]],
  ['people ask for it in words a little like these', false, [{ how: 'asks', weight: 0.2 }]],
  ['only the speaker is the right one', false, [{ how: 'speaker', weight: 0.8 }]],
  ['it is the best of nothing', false, []],
])('a statement is near only if it has something of what was asked: %s', (_, near, because) => {
  expect(isNear(matchBecause(...because))).toBe(near);
});
