import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { QuoteReference } from '../../../src/bulletins/bulletin.ts';
import { asStored, typeset } from '../../../src/discord/bulletins/typeset.ts';
import { readBack } from '../../../src/discord/render/read-back.ts';
import { harbour } from '../announcements.ts';

const statementOf = ({ statement }: QuoteReference) =>
  harbour.statements.find(({ id }) => id === statement) ?? null;
const quote = (statement: string) =>
  ({ kind: 'quote', quote: { announcement: 'harbour', version: harbour.version, statement } }) as const;
const text = (words: string) => ({ kind: 'text', text: words }) as const;
const set = (blocks: Parameters<typeof typeset>[0]['blocks'], title = '', roles: readonly string[] = []) =>
  typeset({ title, blocks, roles }, statementOf);

describe('setting a bulletin for Discord', () => {
  it('puts the roles first, then the title, the words and the quotations with whose they are', () => {
    const { text: said } = set([text('From *us*:'), quote('ferry')], ' Ferry \n news ', ['7', '8']) as {
      text: string;
    };
    expect(said).toBe(
      [
        '<@&7> <@&8>',
        '## Ferry news',
        'From *us*:',
        '',
        '> Lund said the ferry stays free for schoolchildren.',
        '**Ada Lund**, Mayor',
        "-# Reported in the article's words, paragraph 4 · The new harbour",
      ].join('\n'),
    );
  });

  it.each([
    ['nothing', [], 'empty'],
    ['only white space', [text(' \n\t ')], 'empty'],
    ['a quotation that is not there any more', [quote('gone')], 'quote-gone'],
    ['words made to look quoted', [text('The mayor:\n> Fees will double.')], 'looks-quoted'],
    ['indented words made to look quoted', [text('  > Fees will double.')], 'looks-quoted'],
    ['a whole block made to look quoted', [text('>>> Fees will double.')], 'looks-quoted'],
    ['a code mark left open above a quotation', [text('Look: `'), quote('ferry')], 'open-code'],
    ['a code fence left open', [text('```\ncode')], 'open-code'],
  ] as const)('refuses %s', (_, blocks, kind) => {
    expect(set(blocks).kind).toBe(kind);
  });

  it('refuses what is too long, saying by how much, and cuts nothing', () => {
    expect(set([text('x'.repeat(2_000))]).kind).toBe('set');
    expect(set([text('x'.repeat(2_003))])).toEqual({ kind: 'too-long', by: 3 });
  });

  it('lets no words of the moderators change a quotation below them', () => {
    const words = fc.oneof(
      fc.string(),
      fc
        .array(
          fc.constantFrom('`', '```', '\n', '>', '> ', '*', '**', '||', '~~', '\\', '-# ', 'a', '[', '](x)'),
        )
        .map((some) => some.join('')),
    );
    fc.assert(
      fc.property(words, (typed) => {
        const made = set([text(typed), quote('fees')]);
        if (made.kind !== 'set') return;
        expect(readBack({ content: made.text, quotations: made.quotations })).toBeNull();
        expect(made.text).toBe(asStored(made.text));
      }),
      { numRuns: 300 },
    );
  });
});
