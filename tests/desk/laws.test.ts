import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Statement } from '../../src/announcement/statement.ts';
import { wordsAt } from '../../src/announcement/statement.ts';
import type { Answer } from '../../src/desk/desk.ts';
import type { Outcome } from '../../src/search/outcome.ts';
import { chronicle, harbour, marina } from '../discord/announcements.ts';
import { deskOf } from '../discord/conversation.ts';

const desk = deskOf();
const texts = [harbour, marina, chronicle].map(({ source }) => source.text);

/** Questions as people put them together: some words of the text, some of speech, and what slips in. */
const asked = fc
  .array(
    fc.oneof(
      fc.constantFrom('what', 'did', 'who', 'said', 'why', 'how many', 'not', 'is it true that', 'the mayor'),
      fc.constantFrom('Lund', 'Okoro', 'Ida Berg', 'fees', 'ferry', 'cranes', 'street 7', '2030', 'Gdansk'),
      fc.constantFrom(
        'ferrry',
        'lol',
        '“',
        '”',
        '"',
        '?',
        '…',
        '\n',
        '\u200b',
        '\ud800',
        '费用',
        '¿',
        '@everyone',
      ),
      fc.tuple(fc.constantFrom(...texts), fc.nat(), fc.nat(60)).map(([text, at, length]) => {
        const start = at % text.length;
        return text.slice(start, start + length);
      }),
      fc.string({ unit: 'binary', maxLength: 12 }),
    ),
    { maxLength: 10 },
  )
  .map((words) => words.join(' '));

const slug = fc.constantFrom('harbour', 'marina', 'chronicle');
const name = fc.oneof(
  fc.constantFrom('Lund', 'the mayor', 'Berg', 'nobody', ''),
  fc.string({ maxLength: 20 }),
);

const matchesOf = (outcome: Outcome) => {
  switch (outcome.kind) {
    case 'quote':
      return [outcome.best, ...outcome.others];
    case 'elsewhere':
    case 'not-said':
      return outcome.nearest;
    case 'small-talk':
      return [];
  }
};

/** Its words are words of its source, in one paragraph. */
function expectVerbatim({ source, place, also }: Statement): void {
  for (const { paragraph, spans } of [place, ...also]) {
    const [from, to] = source.paragraphs[paragraph - 1] ?? [0, 0];
    for (const span of spans) {
      expect(from <= span[0] && span[0] < span[1] && span[1] <= to).toBe(true);
      expect(wordsAt(source, span)).toMatch(/\S/);
    }
  }
}

describe('whatever is asked of the desk', () => {
  it('is answered with statements of that announcement, each once, in their own words', () => {
    fc.assert(
      fc.property(asked, slug, fc.option(name), (question, announcement, speaker) => {
        const spoken = speaker === null ? {} : { speaker };
        const { outcome, checked } = desk.ask({ question, announcement, ...spoken });
        const matches = matchesOf(outcome);
        expect(new Set(matches.map(({ statement }) => statement.id)).size).toBe(matches.length);
        for (const { statement, span, confidence } of matches) {
          expect(desk.announcement(announcement)?.statements.includes(statement)).toBe(true);
          expectVerbatim(statement);
          const spans = [statement.place, ...statement.also].flatMap((place) => place.spans);
          expect(spans.some(([start, end]) => start === span[0] && end === span[1])).toBe(true);
          expect(confidence >= 0 && confidence <= 1).toBe(true);
        }
        if (outcome.kind === 'elsewhere') expect(matches.length).toBeGreaterThan(0);
        for (const { finding } of checked)
          if ('passage' in finding) expectVerbatim(finding.passage.statement);
      }),
      { numRuns: 200 },
    );
  });

  it('has the same answer when it is asked again', () => {
    fc.assert(
      fc.property(asked, slug, (question, announcement) => {
        const shown = ({ outcome }: Answer) =>
          matchesOf(outcome).map(({ statement, span, confidence }) => [statement.id, span, confidence]);
        const [first, again] = [desk.ask({ question, announcement }), desk.ask({ question, announcement })];
        expect([first.outcome.kind, shown(first)]).toEqual([again.outcome.kind, shown(again)]);
      }),
      { numRuns: 100 },
    );
  });

  it('brings no more suggestions than were asked for, all of that announcement', () => {
    fc.assert(
      fc.property(asked, fc.nat(30), slug, (typed, limit, announcement) => {
        const suggestions = desk.suggest(typed, limit, announcement);
        expect(suggestions.length).toBeLessThanOrEqual(limit);
        const known = desk.announcement(announcement);
        for (const one of suggestions) {
          if (one.kind === 'statement') expect(known?.statements.includes(one.statement)).toBe(true);
          if (one.kind === 'topic') expect(known?.topics.includes(one.topic)).toBe(true);
          if (one.kind === 'speaker') expect(known?.people.includes(one.person)).toBe(true);
        }
        expect(desk.speakers(typed, limit, announcement).length).toBeLessThanOrEqual(limit);
      }),
      { numRuns: 150 },
    );
  });

  it('is browsed by any name and any topic, or told that there is none', () => {
    fc.assert(
      fc.property(name, fc.string({ maxLength: 20 }), slug, (speaker, topic, announcement) => {
        const selection = desk.browse({ announcement, speaker, topic });
        expect(['statements', 'no-such-speaker', 'no-such-topic']).toContain(selection.kind);
        if (selection.kind === 'statements') selection.statements.forEach(expectVerbatim);
      }),
      { numRuns: 200 },
    );
  });

  it('may name an announcement that is not there: that is a RangeError, and nothing else', () => {
    fc.assert(
      fc.property(fc.string(), (unknown) => {
        expect(desk.announcement(unknown)).toBeNull();
        expect(() => desk.ask({ question: 'fees', announcement: unknown })).toThrow(RangeError);
        expect(() => desk.check({ quote: 'fees', announcement: unknown })).toThrow(RangeError);
      }),
    );
  });

  it('finds quotes in any message, each of its own words', () => {
    fc.assert(
      fc.property(asked, (message) => {
        for (const { claim } of desk.checkMessage(message)) expect(claim.quote.trim()).not.toBe('');
      }),
      { numRuns: 200 },
    );
  });
});
