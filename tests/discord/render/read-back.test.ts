import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Source } from '../../../src/announcement/source.ts';
import type { Statement, StatementKind } from '../../../src/announcement/statement.ts';
import {
  blockQuote,
  longestBlock,
  splitSpan,
  statementBlocks,
} from '../../../src/discord/render/quotation.ts';
import { readBack } from '../../../src/discord/render/read-back.ts';
import type { Reply } from '../../../src/discord/reply.ts';
import { harbour } from '../announcements.ts';

const unit = fc.constantFrom(
  ...'\\*_~`|<>@#:-+.[]()/ \n\r\t0123abcé中“”"\'…\u200b\u202e\ud83d\ude00'.split(''),
);
const anyText = fc.oneof(
  fc.string({ unit, minLength: 1, maxLength: 3_000 }),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 300 }),
);

function sourceOf(text: string): Source {
  return { label: 'x', link: null, text, sha256: '', paragraphs: [[0, text.length]] };
}

/** Any text at all as a statement, also such as `verify` would never let through. */
function statementOf(text: string, kind: StatementKind): Statement {
  const [shape] = harbour.statements;
  if (shape === undefined) throw new Error('no shape');
  const end = text.length;
  const cut = Math.floor(end / 2);
  const spans =
    kind === 'direct' && end > 2
      ? ([
          [0, cut],
          [cut, end],
        ] as const)
      : ([[0, end]] as const);
  return { ...shape, kind, source: sourceOf(text), place: { paragraph: 1, spans } };
}

describe('a rendered quotation', () => {
  it('reads back as the words of its source, for any text and kind, in parts that fit a message', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom('direct', 'indirect', 'mixed', 'narration'), (text, kind) => {
        const statement = statementOf(text, kind);
        const blocks = statementBlocks(statement);
        for (const { text: content, quotations } of blocks) {
          expect(readBack({ content, quotations })).toBeNull();
          expect(content.length).toBeLessThanOrEqual(longestBlock);
        }
        const spans = blocks.flatMap(({ quotations }) => quotations.map(({ span }) => span));
        expect(spans.map(([start, end]) => text.slice(start, end)).join('')).toBe(text);
      }),
      { numRuns: 500 },
    );
  });

  it('reads back with parts of it set bold', () => {
    fc.assert(
      fc.property(anyText, fc.nat(3_000), fc.nat(3_000), (text, a, b) => {
        const quotation = { source: sourceOf(text), span: [0, text.length] as const, inMarks: false };
        const content = blockQuote(quotation, [[Math.min(a, b), Math.max(a, b)]]);
        expect(readBack({ content, quotations: [quotation] })).toBeNull();
      }),
      { numRuns: 500 },
    );
  });

  it('has quotation marks of ours only around a direct quotation', () => {
    for (const statement of harbour.statements) {
      const marked = statementBlocks(statement)[0].text.includes('“');
      expect(marked).toBe(statement.kind === 'direct');
    }
  });

  it('is cut after a sentence or a word, never inside a character', () => {
    const text = `${'A long sentence about cranes. '.repeat(60)}😀`;
    for (const [start, end] of splitSpan(sourceOf(text), [0, text.length], 300)) {
      expect(text.slice(start, end)).toMatch(/(\. |😀)$/u);
    }
  });
});

describe('reading back', () => {
  const statement = harbour.statements.find(({ id }) => id === 'ferry') ?? harbour.statements[0];
  if (statement === undefined) throw new Error('no statement');
  const [block] = statementBlocks(statement);
  const reply: Reply = { content: block.text, quotations: block.quotations };

  it.each<[string, Reply]>([
    ['a changed word', { ...reply, content: block.text.replace('free', 'fee') }],
    ['a dropped word', { ...reply, content: block.text.replace('free ', '') }],
    ['a cut', { ...reply, content: block.text.slice(0, -1) }],
    ['an added line', { ...reply, content: `${block.text}\n> and more` }],
    ['quotation marks around reported speech', { ...reply, content: `> “${block.text.slice(2)}”` }],
    ['a quotation that was not declared', { ...reply, quotations: [] }],
    ['a quotation that is missing', { content: 'nothing', quotations: block.quotations }],
    ['a quotation hidden in an embed', { ...reply, embeds: [{ description: '> something else' }] }],
    ['a quotation hidden in a field', { ...reply, embeds: [{ fields: [{ name: 'x', value: '> other' }] }] }],
  ])('notices %s', (_, changed) => {
    expect(readBack(reply)).toBeNull();
    expect(readBack(changed)).not.toBeNull();
  });
});
