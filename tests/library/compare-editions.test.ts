import { expect, it } from 'vitest';
import { verify } from '../../src/announcement/verify.ts';
import { compareEditions } from '../../src/library/compare-editions.ts';
import { propose } from '../../src/library/propose.ts';
import { draftOfReview, type Step, take } from '../../src/library/review.ts';

function statementsOf(text: string, ...steps: readonly Step[]) {
  let review = propose({ text, readable: text })?.review;
  for (const step of [...steps, { kind: 'accept-above', confidence: 0 } as const]) {
    const taken = review === undefined ? null : take(review, step);
    if (taken?.kind !== 'taken') throw new Error('A step was refused.');
    review = taken.review;
  }
  if (review === undefined) throw new Error('Nothing was proposed.');
  const verified = verify(draftOfReview(review, 'one'));
  if (verified.kind === 'faulty') throw new Error(verified.faults.map(({ problem }) => problem).join());
  return verified.value.statements;
}

it('tells new, gone, attributed anew and unchanged statements apart, wherever they stand', () => {
  const before = statementsOf('Tea is served at four.\n\nAnn Lee said that the hall is warm.\n\nIt rained.');
  const after = statementsOf('It rained.\n\nAnn Lee said that the hall is warm.\n\nSupper is at six.', {
    kind: 'attribute',
    at: 1,
    speaker: null,
  });
  const { added, removed, reattributed, unchanged } = compareEditions(before, after);
  const shown = (statements: typeof after) =>
    statements.map(({ source, place: { spans } }) =>
      spans.map(([from, to]) => source.text.slice(from, to)).join(),
    );
  expect(shown(added)).toEqual(['Supper is at six.']);
  expect(shown(removed)).toEqual(['Tea is served at four.']);
  expect(shown(reattributed).join()).toContain('the hall is warm');
  expect(unchanged).toBe(1);
});
