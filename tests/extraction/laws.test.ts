import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { verify } from '../../src/announcement/verify.ts';
import { draftOfArticle, draftOfExtraction, verifiable } from '../../src/extraction/draft.ts';
import { extract } from '../../src/extraction/extract.ts';
import { readArticle } from '../../src/extraction/read-article.ts';

/** Pieces of news prose and of everything that could trip a reader of it, in any order. */
const scraps = fc.constantFrom(
  '“', '”', '"', "''", '‘', '’', '«', '»', '„', ' ', '\n', '\n\n', '\r\n', ', ', '. ', '? ', ': ', ' — ', '(', ')',
  'Ana Duarte', 'Duarte', 'Mr. Reyes', 'said', 'Said', 'told', 'who', 'that', 'according to', 'He', 'she', 'the minister',
  'noting', 'and', 'to', 'by', 'the dam is safe', 'REYES: ', 'U.S.', 'Itō', '习近平', '😀', '\ud800', '\u0000', '\ufeff', 'No. 2', 'a',
); // biome-ignore format: a table

const prose = fc.array(scraps, { maxLength: 60 }).map((parts) => parts.join(''));
const anything = fc.oneof(prose, prose, fc.string({ unit: 'binary', maxLength: 200 }));

describe('whatever the text', () => {
  test('every span is words of it, within one of its paragraphs, and every sentence is somewhere', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const held = new Uint8Array(text.length);
        for (const { spans, confidence, kind, speaker } of extract(text).candidates) {
          expect(spans.length).toBeGreaterThan(0);
          for (const [start, end] of spans) {
            expect(0 <= start && start < end && end <= text.length).toBe(true);
            held.fill(1, start, end);
          }
          expect(confidence >= 0 && confidence <= 1).toBe(true);
          if (kind === 'narration') expect(speaker).toBeNull();
          if (speaker !== null) expect(text).toContain(speaker.name);
        }
        if (/\p{L}/u.test(text)) expect(held).toContain(1);
      }),
      { numRuns: 300 },
    );
  });

  test('the same text gives the same statements', () => {
    fc.assert(
      fc.property(prose, (text) => {
        expect(extract(text)).toEqual(extract(text));
      }),
      { numRuns: 50 },
    );
  });

  test('a quoted name with nothing said after it stays a sentence', () => {
    const text = '“REYES: “';
    const spans = extract(text).candidates.flatMap((one) => one.spans);
    expect(spans.map(([start, end]) => text.slice(start, end)).join()).toContain('REYES');
  });

  test('a name that begins inside a word is nobody', () => {
    const text = 'No. 2Ana Duarte: Itō';
    const { draft } = verifiable(draftOfExtraction(text, extract(text), 'article', 'source.txt'));
    expect(draft.definition.statements).not.toHaveLength(0);
    expect(verify(draft)).toMatchObject({ kind: 'verified' });
  });

  test('what is written is what verify accepts', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const { draft } = verifiable(draftOfExtraction(text, extract(text), 'article', 'source.txt'));
        if (draft.definition.statements.length === 0) return;
        expect(verify(draft)).toMatchObject({ kind: 'verified' });
      }),
      { numRuns: 200 },
    );
  });

  test('a plain article can always be asked about', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const draft = draftOfArticle(text, 'article', 'article.txt');
        if (draft.definition.statements.length === 0) return;
        expect(verify(draft)).toMatchObject({ kind: 'verified' });
      }),
      { numRuns: 200 },
    );
  });

  test('any bytes under any name are read', () => {
    const names = fc.constantFrom('a.txt', 'a.md', 'a.html', 'a');
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 300 }).map((array) => Buffer.from(array)),
      prose.map((text) => Buffer.from(`<html><body><p>${text}</p></body></html>`)),
    );
    fc.assert(
      fc.property(bytes, names, (content, name) => {
        const { text, readable } = readArticle(content, name);
        expect(readable.length).toBe(text.length);
        extract(readable);
      }),
      { numRuns: 200 },
    );
  });
});
