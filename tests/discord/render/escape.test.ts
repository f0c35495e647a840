import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeText, escapeTyped, shorten, unescapeText } from '../../../src/discord/render/escape.ts';

const unit = fc.constantFrom(...'\\*_~`|<>@#:-+.[]()/ \n\r\t0123abcé中“”\u200b\u202e\ud83d\ude00'.split(''));
const nasty = fc.string({ unit, maxLength: 60 });

describe('escaping', () => {
  it.each([
    ['@everyone', '\\@everyone'],
    ['<@123>', '\\<\\@123\\>'],
    ['**bold**', '\\*\\*bold\\*\\*'],
    ['snake_case', 'snake\\_case'],
    ['# Heading', '\\# Heading'],
    ['no # heading', 'no # heading'],
    ['-# small', '\\-# small'],
    ['- item', '\\- item'],
    ['well-known', 'well-known'],
    ['1. item', '1\\. item'],
    ['at 1.5', 'at 1.5'],
    ['> quote', '\\> quote'],
    ['[text](https://example.org/x)', '\\[text\\](https\\://example\\.org/x)'],
    [':smile:', '\\:smile:'],
    ['<t:1700000000:R>', '\\<t\\:1700000000\\:R\\>'],
    ['Note: this', 'Note: this'],
    ['C:\\dir', 'C\\:\\\\dir'],
    ['discord.gg/abc', 'discord\\.gg/abc'],
    ["people's, “ironclad” (G77).", "people's, “ironclad” (G77)."],
  ])('writes %j as %j', (text, escaped) => {
    expect(escapeText(text)).toBe(escaped);
  });

  it('is undone exactly, for any text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), nasty), (text) => {
        expect(unescapeText(escapeText(text))).toBe(text);
      }),
      { numRuns: 2_000 },
    );
  });

  it('leaves no mark that acts: every special character of any text has a backslash before it', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        const bare = escapeText(text).replace(/\\[^0-9A-Za-z\s]/g, '•');
        expect(bare).not.toMatch(/[\\*_~`|<>@[\]]|\w+:\S|^\s*(#|-|\+|\d+\.)/m);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('what somebody typed', () => {
  it('stands on one line without invisible characters', () => {
    expect(escapeTyped('  what\n\n# did\u202e xi\u200b say?\u0000 ')).toBe('what # did xi say?');
  });

  it('keeps emoji families and accents whole', () => {
    expect(escapeTyped('👩‍👩‍👧 é e\u0301')).toBe('👩‍👩‍👧 é e\u0301');
    expect(escapeTyped(`z${'\u0301'.repeat(50)}`)).toBe(`z${'\u0301'.repeat(4)}`);
  });

  it('is cut between characters, visibly', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 80 }),
        fc.integer({ min: 2, max: 60 }),
        (text, limit) => {
          const short = shorten(text, limit);
          expect(short.length).toBeLessThanOrEqual(limit);
          expect(short === text || short.endsWith('…')).toBe(true);
          expect(() => encodeURIComponent(short)).not.toThrow();
        },
      ),
    );
  });
});
