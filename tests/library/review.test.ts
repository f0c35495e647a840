import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordsAt } from '../../src/announcement/statement.ts';
import { verify } from '../../src/announcement/verify.ts';
import { propose } from '../../src/library/propose.ts';
import {
  draftOfReview,
  nextOpen,
  type Review,
  type Step,
  statementAt,
  take,
  tally,
} from '../../src/library/review.ts';

const text = `The bridge reopens in June, the county said.

"We kept our word," engineer Lena Holt said. "It will last."

Driver Omar Diaz said that the detour cost him an hour a day.

"Never again," he added.
`;

function reviewOf(article = text): Review {
  const proposed = propose({ text: article, readable: article });
  if (proposed === null) throw new Error('Nothing was proposed.');
  return proposed.review;
}

function decided(review: Review, ...steps: readonly Step[]): Review {
  return steps.reduce((current, step) => {
    const taken = take(current, step);
    if (taken.kind !== 'taken') throw new Error(taken.kind);
    return taken.review;
  }, review);
}

const placeOf = ({ proposals }: Review, words: string) =>
  proposals.findIndex(({ statement }) => JSON.stringify(statement.words).includes(words));

describe('a review', () => {
  it('begins with nothing decided', () => {
    const review = reviewOf();
    expect(tally(review)).toEqual({ open: review.proposals.length, accepted: 0, dropped: 0 });
    expect(draftOfReview(review, 'bridge').definition.statements).toEqual([]);
    expect(review.proposals.every(({ confidence }) => confidence > 0 && confidence <= 1)).toBe(true);
  });

  it('uses the accepted ones, and only the people who speak in them', () => {
    const review = reviewOf();
    const at = placeOf(review, 'detour');
    const draft = draftOfReview(decided(review, { kind: 'judge', at, verdict: 'accepted' }), 'bridge');
    expect(draft.definition.statements.map(({ words }) => words).join()).toContain('detour');
    expect(draft.definition.statements).toHaveLength(1);
    expect(draft.definition.people.map(({ name }) => name)).toEqual([expect.stringContaining('Omar Diaz')]);
    expect(verify(draft).kind).toBe('verified');
  });

  it('leaves alone what was dropped when all above a confidence are accepted', () => {
    const review = decided(
      reviewOf(),
      { kind: 'judge', at: 0, verdict: 'dropped' },
      { kind: 'accept-above', confidence: 0 },
    );
    expect(tally(review)).toEqual({ open: 0, accepted: review.proposals.length - 1, dropped: 1 });
    expect(nextOpen(review, 0)).toBeNull();
  });

  it('refuses what the text does not bear out, and says what to do', () => {
    const review = reviewOf();
    const at = placeOf(review, 'detour');
    const direct = take(review, { kind: 'call', at, as: 'direct' });
    expect(direct).toMatchObject({
      kind: 'refused',
      faults: [{ problem: expect.stringMatching(/quotation/) }],
    });
    const nobody = take(review, { kind: 'attribute-new', at, name: 'Oscar Diaz', role: null });
    expect(nobody).toMatchObject({ kind: 'refused', faults: [{ problem: expect.stringMatching(/name/) }] });
    expect(take(review, { kind: 'attribute', at, speaker: 'constructor' }).kind).toBe('refused');
    expect(take(review, { kind: 'judge', at: 99, verdict: 'accepted' }).kind).toBe('no-such-proposal');
  });

  it('makes narration of what somebody said, and the other way round', () => {
    const review = reviewOf();
    const at = placeOf(review, 'detour');
    const told = decided(review, { kind: 'call', at, as: 'narration' });
    expect(statementAt(told, at)).toMatchObject({ kind: 'narration', speaker: null, cue: null });
    const said = decided(told, { kind: 'attribute-new', at, name: 'Omar Diaz', role: 'Driver' });
    expect(statementAt(said, at)).toMatchObject({
      kind: 'indirect',
      speaker: { name: 'Omar Diaz', role: 'Driver' },
    });
    expect(said.people.filter(({ name }) => name === 'Omar Diaz')).toHaveLength(1);
    expect(take(review, { kind: 'attribute-new', at, name: '', role: null }).kind).toBe('refused');
  });

  it('proposes nothing of a text without a sentence', () => {
    for (const empty of ['', ' \n', '***', '\u200b']) {
      expect(propose({ text: empty, readable: empty })).toBeNull();
    }
  });

  const step = fc.oneof(
    fc.record({
      kind: fc.constant('judge' as const),
      at: fc.nat(8),
      verdict: fc.constantFrom('open' as const, 'accepted' as const, 'dropped' as const),
    }),
    fc.record({
      kind: fc.constant('accept-above' as const),
      confidence: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
    fc.record({
      kind: fc.constant('call' as const),
      at: fc.nat(8),
      as: fc.constantFrom('direct' as const, 'indirect' as const, 'mixed' as const, 'narration' as const),
    }),
    fc.record({
      kind: fc.constant('attribute' as const),
      at: fc.nat(8),
      speaker: fc.constantFrom(null, 'holt', 'diaz', 'nobody'),
    }),
    fc.record({
      kind: fc.constant('attribute-new' as const),
      at: fc.nat(8),
      name: fc.constantFrom('Lena Holt', 'Omar Diaz', 'engineer', 'Somebody Else', ''),
      role: fc.constantFrom(null, 'engineer', 'Driver', 'queen'),
    }),
  );

  it('whatever is decided, what would be used is admitted, and is words of the text', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const start = reviewOf();
        let review = start;
        for (const one of steps) {
          const taken = take(review, one);
          if (taken.kind === 'taken') review = taken.review;
        }
        expect(review.proposals.map(({ statement }) => statement.words)).toEqual(
          start.proposals.map(({ statement }) => statement.words),
        );
        const draft = draftOfReview(review, 'bridge');
        const verified = verify(draft);
        if (verified.kind === 'faulty') expect(verified.faults).toEqual([]);
        else {
          for (const { source, place } of verified.value.statements) {
            for (const span of place.spans) expect(text).toContain(wordsAt(source, span));
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});
