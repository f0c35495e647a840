import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { materialOf, subjectsIn } from '../../eval/check/subjects.ts';
import { dangerous, mutantsOf, mutations } from '../../eval/mutations/mutants.ts';
import type { Announcement } from '../../src/announcement/announcement.ts';
import { wordsAt } from '../../src/announcement/statement.ts';
import { vocabulary } from './checks.ts';

const subjects = subjectsIn(['data/announcements', 'eval/announcements'], vocabulary);
const [shipped] = subjects;
if (shipped === undefined) throw new Error('no announcement');
const { check } = shipped.check;
const { text, paragraphs } = shipped.announcement.source;

describe('a check, whatever is alleged', () => {
  it('never calls a changed negation, number or name verbatim', () => {
    const passed = subjects.flatMap((subject) =>
      mutantsOf(materialOf(subject, subjects), dangerous, 3, 7)
        .filter((mutant) => subject.check.check(mutant).kind === 'verbatim')
        .map(({ kind, quote }) => `${kind}: ${quote}`),
    );
    expect(passed).toEqual([]);
  });

  it('judges mutants of every kind as they were made', () => {
    const judged = subjects.flatMap((subject) =>
      mutantsOf(materialOf(subject, subjects), mutations, 1, 11).map((mutant) => ({
        mutant,
        right: subject.check.check(mutant).kind === mutant.verdict,
      })),
    );
    const wrong = judged.filter(({ right }) => !right).map(({ mutant }) => `${mutant.kind}: ${mutant.quote}`);
    expect(judged.length).toBeGreaterThan(1_500);
    expect(wrong.length / judged.length, wrong.join('\n')).toBeLessThan(0.005);
  });

  it('finds every excerpt of the source, and tells offsets that are its words', () => {
    const range = fc.tuple(fc.nat(text.length - 1), fc.integer({ min: 20, max: 600 }));
    fc.assert(
      fc.property(range, ([start, length]) => {
        const words =
          /\b\S.*\S\b/su.exec(text.slice(start, start + length).replace(/^\S*\s/u, ''))?.[0] ?? '';
        fc.pre(words.split(/\s+/u).length > 3);
        const finding = check({ quote: words, speaker: null });
        // A cut inside a word alleges another word.
        fc.pre(
          new RegExp(
            `(?<![\\p{L}\\p{N}]['’.,]?)${words.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')}(?!['’.,]?[\\p{L}\\p{N}])`,
            'u',
          ).test(text),
        );
        expect(finding.kind).toBe('verbatim');
        if (finding.kind !== 'verbatim') return;
        const [first] = finding.passage.spans;
        const last = finding.passage.spans.at(-1) ?? first;
        // The same words may stand elsewhere with other capitals.
        expect(words.toLowerCase()).toContain(text.slice(first[0], first[0] + 10).toLowerCase());
        expect(words.toLowerCase().endsWith(text.slice(last[1] - 5, last[1]).toLowerCase())).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it('calls an excerpt with a word dropped verbatim only where what is left stands in the source by itself', () => {
    const excerpt = fc.record({
      subject: fc.constantFrom(...subjects.map((_, index) => index)),
      from: fc.nat(),
      length: fc.integer({ min: 3, max: 24 }),
      dropped: fc.nat(),
    });
    fc.assert(
      fc.property(excerpt, ({ subject, from, length, dropped }) => {
        const { announcement, check } = subjects[subject] ?? shipped;
        const printed = [...announcement.source.text.matchAll(/\S+/gu)];
        const chosen = printed.slice(from % printed.length).slice(0, length);
        fc.pre(chosen.length > 2);
        const place = 1 + (dropped % (chosen.length - 2));
        const quote = chosen.flatMap(([word], at) => (at === place ? [] : [word])).join(' ');
        // A mark, or what stands beside a sign of omission, is no word that was dropped silently.
        fc.pre(wordsIn(chosen[place]?.[0] ?? '').length > 0 && !/…|\.\.\.|[[\]]/u.test(quote));
        const { kind } = check.check({ quote, speaker: null });
        if (kind !== 'verbatim') return;
        const left = ` ${wordsIn(quote).join(' ')} `;
        expect(
          readings(announcement).some((reading) => reading.includes(left)),
          quote,
        ).toBe(true);
      }),
      { numRuns: 600 },
    );
  });

  it('answers any text at all, with differences that can be shown', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.string({ unit: 'grapheme', maxLength: 40 }),
      fc.nat(text.length).map((at) => text.slice(at, at + 80)),
      fc.constantFrom(
        '…',
        '[...]',
        '[China]',
        '“',
        '"',
        '> ',
        '[',
        ']',
        '(',
        '—',
        '\u0000',
        '\ud800',
        'not',
        '5',
      ),
    );
    const quote = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(' '));
    fc.assert(
      fc.property(quote, fc.option(fc.string({ unit: 'binary' })), (alleged, speaker) => {
        const finding = check({ quote: alleged, speaker });
        shipped.check.quotesIn(alleged);
        if (finding.kind !== 'altered') return;
        expect(finding.differences.length).toBeGreaterThan(0);
        for (const { said, start, end, alleged: typed, at, op } of finding.differences) {
          expect(text.slice(start, end)).toBe(said);
          expect(alleged.slice(...at)).toBe(typed);
          expect(op).toBe(said === '' ? 'insert' : typed === '' ? 'delete' : 'replace');
          expect(said + typed).not.toBe('');
        }
      }),
      { numRuns: 400 },
    );
  });

  it('takes the whole article, and the whole article with a word changed', () => {
    expect(check({ quote: text, speaker: null }).kind).toBe('verbatim');
    const finding = check({
      quote: text.replace('17th', '16th').replace('opposing', 'supporting'),
      speaker: null,
    });
    expect(finding.kind).toBe('altered');
    expect(finding.kind === 'altered' ? finding.differences.map(({ said }) => said) : []).toEqual([
      'opposing',
      '17th',
    ]);
    const [first = [0, 0], second = [0, 0]] = paragraphs.slice(8);
    const crossing = text.slice(first[0], second[1]);
    expect(check({ quote: crossing, speaker: 'Xi' }).kind).toBe('misattributed');
  });
});

/** Words without marks, capitals or the ways in which a letter can be written. */
function wordsIn(printed: string): readonly string[] {
  return (
    printed
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  );
}

/** The source from end to end, and each utterance without what interrupts it ("…, she said, …"). */
function readings({ source, statements }: Announcement): readonly string[] {
  const uttered = statements.map(({ place }) => place.spans.map((span) => wordsAt(source, span)).join(' '));
  return [source.text, ...uttered].map((words) => ` ${wordsIn(words).join(' ')} `);
}
