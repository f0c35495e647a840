import fc from 'fast-check';
import { expect, test } from 'vitest';
import { draftOfText } from '../../../src/announcement/plain-text.ts';
import { verify } from '../../../src/announcement/verify.ts';
import { listAt } from '../../../src/search/index/lists.ts';
import { loadLexicon } from '../../../src/search/lexicon.ts';
import { prepare } from '../../../src/search/prepare.ts';
import type { QuestionTerm } from '../../../src/search/question/question.ts';
import { createCandidates } from '../../../src/search/ranking/candidates.ts';

// The later ones are rarer.
const words = 'market ferry tunnel harbour lantern meadow orchard quarry timber velvet walnut zeppelin'.split(
  ' ',
);
const sentences = Array.from({ length: 1_000 }, (_, at) => {
  const said = words.filter((_, word) => (at * (word + 3) + (at >> 2)) % (word * word + 2) === 0);
  return `Number ${at} has ${said.join(' ')} here.`;
});
const verified = verify(draftOfText(sentences.join('\n\n'), 'text', 'text.txt'));
if (verified.kind === 'faulty') throw new Error(verified.faults[0]?.problem);
const { index } = prepare(verified.value, loadLexicon('data/lexicon')).ranking;
const candidates = createCandidates(index);

// A word meets a few rare terms, or like a begun word many frequent ones: where both are asked, short cuts are taken.
const ids = index.vocabulary.terms().map((_, id) => id);
const rare = ids.filter((id) => (index.frequency[id] ?? 0) < 30);
const frequent = ids.filter((id) => (index.frequency[id] ?? 0) >= 30);
const meeting = (among: readonly number[], maxLength: number) =>
  fc.uniqueArray(fc.tuple(fc.constantFrom(...among), fc.constantFrom(1, 0.95, 0.9, 0.7, 0.5)), {
    selector: ([id]) => id,
    minLength: 1,
    maxLength,
  });

const someTerm = fc
  .record({
    met: fc.oneof(meeting(rare, 6), meeting(frequent, 12)),
    light: fc.boolean(),
    local: fc.constantFrom(0, 0.1, 0.4, 0.8),
    rarity: fc.constantFrom(0.1, 0.5, 1),
  })
  .map(
    ({ met, ...others }): QuestionTerm => ({
      ...others,
      asked: '',
      word: '',
      at: 0,
      matches: new Map(met.map(([id, strength]) => [id, { strength, how: 'same' }])),
      known: true,
      number: false,
      name: false,
      grade: null,
    }),
  );

/** What the words add to a statement, without any shortcut. */
function worth(doc: number, terms: readonly QuestionTerm[]): number {
  return terms.reduce((sum, { matches, light, local, rarity }) => {
    const strongest = Math.max(
      0,
      ...[...listAt(index.terms, doc)].map((id) => matches.get(id)?.strength ?? 0),
    );
    return sum + strongest * (light ? 0.2 : 1) * (0.5 * local + 0.5 * rarity);
  }, 0);
}

test('no statement that is left out has more of the words than one that gets a close look', () => {
  fc.assert(
    fc.property(fc.array(someTerm, { maxLength: 6 }), fc.integer({ min: 1, max: 12 }), (terms, limit) => {
      const found = new Set(candidates(terms, limit));
      const all = sentences.map((_, doc) => worth(doc, terms));
      const best = [...all].sort((a, b) => b - a).slice(0, limit);
      const least = best.at(-1) ?? 0;
      all.forEach((sum, doc) => {
        if (sum > least + 1e-9) expect(found).toContain(doc);
      });
      const met = all.filter((sum) => sum > 0).length;
      expect(
        [...found].filter((doc) => (all[doc] ?? 0) > least - 1e-9 && (all[doc] ?? 0) > 0).length,
      ).toBeGreaterThanOrEqual(Math.min(limit, met));
    }),
    { numRuns: 300 },
  );
});
