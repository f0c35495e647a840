import { describe, expect, it } from 'vitest';
import type { Statement } from '../../../src/announcement/statement.ts';
import { isNear } from '../../../src/desk/near.ts';
import { renderAnswer } from '../../../src/discord/render/answer.ts';
import { readBack } from '../../../src/discord/render/read-back.ts';
import type { Reply } from '../../../src/discord/reply.ts';
import type { Match, Outcome } from '../../../src/search/outcome.ts';
import { harbour } from '../announcements.ts';

const asker = '1170000000000000007';

function statement(id: string): Statement {
  const found = harbour.statements.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no statement ${id}`);
  return found;
}

function match(id: string): Match {
  const one = statement(id);
  const [span] = one.place.spans;
  if (span === undefined) throw new Error('no words');
  return { statement: one, span, confidence: 0.9, because: [] };
}

const near = (id: string): Match => ({
  ...match(id),
  because: [{ asked: 'fee', met: 'fees', how: 'stem', weight: 0.4 }],
});

/** The right speaker, and a word that is not there. */
const noise = (id: string): Match => ({
  ...match(id),
  because: [
    { asked: 'lund', met: '(its speaker)', how: 'speaker', weight: 0.5 },
    { asked: '', met: '', how: 'asks', weight: 0.1 },
    { asked: 'parking', met: '', how: 'said nowhere', weight: -0.5 },
  ],
});

function answered(
  outcome: Outcome,
  { question = 'what about fees?', alone = false, announcement = harbour } = {},
): Reply {
  const near = outcome.kind === 'not-said' ? (outcome.nearest.find(isNear) ?? null) : null;
  const reply = renderAnswer(
    { question, announcement, outcome, checked: [], near },
    { asker, alone, shareable: true, correctable: false },
    [announcement],
  );
  expect(readBack(reply)).toBeNull();
  return reply;
}

function labels({ components = [] }: Reply): readonly string[] {
  return components.flatMap(({ components: buttons }) =>
    buttons.map((one) => ('label' in one ? (one.label ?? '') : '')),
  );
}

describe('an answer', () => {
  it('gives direct words in quotation marks, their breaks shown, with speaker, role and all places', () => {
    const reply = answered({ kind: 'quote', best: match('fees'), others: [match('ferry')] });
    expect(reply.content).toBe(
      [
        '> “We will not raise the fees,”',
        '[…]',
        '> “They stay as they are until 2030.”',
        '**Ada Lund**, Mayor',
        'Quoted directly, paragraph 2; also in paragraph 5',
      ].join('\n'),
    );
    expect(reply.embeds).toEqual([{ title: 'The new harbour', description: 'You asked: what about fees?' }]);
    expect(labels(reply)).toEqual(['Context', 'Next match', 'Remove']);
  });

  it('gives reported words without quotation marks of ours, as the report they are', () => {
    const { content } = answered({ kind: 'quote', best: match('ferry'), others: [] });
    expect(content).toBe(
      "> Lund said the ferry stays free for schoolchildren.\n**Ada Lund**, Mayor\nReported in the article's words, paragraph 4",
    );
  });

  it('leaves the marks the article itself prints in partly quoted words', () => {
    const { content } = answered({ kind: 'quote', best: match('cranes'), others: [] });
    expect(content).toContain('that "every one of them" is electric.');
    expect(content).not.toMatch(/[“”]/);
    expect(content).toContain('**Ben Okoro**, Port director');
  });

  it('says of narration that it is the article’s', () => {
    const { content } = answered({ kind: 'quote', best: match('opening'), others: [] });
    expect(content).toContain('**The article itself**');
    expect(content).not.toMatch(/[“”]/);
  });

  it('says who else said it, and shows that', () => {
    const [okoro] = harbour.people.filter(({ id }) => id === 'okoro');
    if (okoro === undefined) throw new Error('no person');
    const reply = answered({
      kind: 'elsewhere',
      asked: { kind: 'person', person: okoro },
      nearest: [match('fees')],
    });
    expect(reply.content).toMatch(/^Ben Okoro.*\nAda Lund.*\n> “We will/);
  });

  it('refuses, and shows what is nearest as near', () => {
    const reply = answered({ kind: 'not-said', about: 'parking', nearest: [noise('ferry'), near('fees')] });
    expect(reply.content).toMatch(/announcement does not say.*“parking”/);
    expect(reply.content).not.toContain('> ');
    expect(reply.embeds?.[0]?.description).toMatch(/Nearest, not an answer:\n> “We will/);
    expect(labels(reply)).toEqual(['Context', 'Remove']);
  });

  it('shows nothing as near that has nothing of what was asked in it', () => {
    const reply = answered({ kind: 'not-said', about: 'parking', nearest: [noise('fees'), noise('ferry')] });
    expect(reply.embeds?.[0]?.description).toBe('You asked: what about fees?');
    expect(reply.quotations).toEqual([]);
    expect(labels(reply)).toEqual(['Remove']);
  });

  it('can be shared where only the asker sees it, and removed where others do', () => {
    const outcome: Outcome = { kind: 'quote', best: match('fees'), others: [] };
    expect(labels(answered(outcome, { alone: true }))).toEqual(['Context', 'Share']);
    expect(labels(answered(outcome))).toEqual(['Context', 'Remove']);
  });

  it('answers a greeting with help', () => {
    expect(answered({ kind: 'small-talk', talk: 'greeting' }).content).toMatch(/Ask what was said/);
  });

  it('fits Discord’s limits with the longest question, names and words of nothing but markup', () => {
    const question = '*'.repeat(6_000);
    for (const kind of ['quote', 'not-said', 'elsewhere'] as const) {
      const all = harbour.statements.map(({ id }) => match(id));
      const [best] = all;
      if (best === undefined) throw new Error('no match');
      const long = { ...best, statement: longest(best.statement) };
      const outcome: Outcome =
        kind === 'quote'
          ? { kind, best: long, others: all }
          : kind === 'elsewhere'
            ? { kind, asked: { kind: 'unknown', name: question }, nearest: [long, ...all] }
            : { kind, about: question, nearest: [long, ...all] };
      const announcement = { ...harbour, statements: [long.statement, ...harbour.statements] };
      const reply = answered(outcome, { question, announcement });
      expect(reply.content.length).toBeLessThanOrEqual(2_000);
      const [embed = {}] = reply.embeds ?? [];
      expect(embed.title?.length).toBeLessThanOrEqual(256);
      expect(embed.description?.length).toBeLessThanOrEqual(4_096);
    }
  });
});

/** A statement as long as no article's, of nothing but markup, by somebody with the longest name and role. */
function longest(shape: Statement): Statement {
  const text = '*_`~'.repeat(2_000);
  return {
    ...shape,
    kind: 'direct',
    source: { ...shape.source, text },
    place: { paragraph: 1, spans: [[0, text.length]] },
    also: Array.from({ length: 200 }, (_, index) => ({ paragraph: index + 2, spans: [[0, text.length]] })),
    speaker: { id: 'x', name: '*'.repeat(500), role: '_'.repeat(500), aliases: [] },
  };
}
