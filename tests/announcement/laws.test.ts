import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Announcement } from '../../src/announcement/announcement.ts';
import type { Verified } from '../../src/announcement/fault.ts';
import { occurrences } from '../../src/announcement/find-words.ts';
import { draftOfText } from '../../src/announcement/plain-text.ts';
import { readYaml } from '../../src/announcement/read-yaml.ts';
import { sha256, verify } from '../../src/announcement/verify.ts';
import { writeDefinition } from '../../src/announcement/write-definition.ts';
import { article, verified, yamlOf } from './written.ts';

/** Prose with everything in it that has broken offsets before: marks, surrogate pairs, combining marks, line ends. */
const prose = fc
  .array(
    fc.constantFrom(
      'Lund',
      'said',
      'she',
      '“',
      '”',
      '"',
      "'",
      '。',
      '习近平',
      '😀',
      'e\u0301',
      '\ufeff',
      ' ',
      ' ',
      '. ',
      '? ',
      '\n',
      '\r\n\r\n',
      '\u2028',
      'U.S. ',
      'Mr. ',
    ),
    { minLength: 1, maxLength: 60 },
  )
  .map((pieces) => pieces.join(''));

function expectExact(outcome: Verified<Announcement>, text: string): void {
  if (outcome.kind === 'faulty') return;
  for (const { place, also, source } of outcome.value.statements) {
    for (const { paragraph, spans } of [place, ...also]) {
      const [from, to] = source.paragraphs[paragraph - 1] ?? [0, 0];
      for (const [start, end] of spans) {
        expect(from <= start && start < end && end <= to).toBe(true);
        expect(text.slice(start, end)).toMatch(/\S/);
      }
    }
  }
}

describe('laws of verification', () => {
  it('any text at all is an announcement file with faults, or none, but never a crash', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), prose), (yaml) => {
        const outcome = verified(yaml);
        if (outcome.kind === 'faulty') expect(outcome.faults.length).toBeGreaterThan(0);
      }),
      { numRuns: 500 },
    );
  });

  it('a good file with one piece replaced by anything is verified or faulty, and then names the file', () => {
    const good = yamlOf(
      '  - { id: s1, kind: direct, words: [We waited, ten years], paragraph: 2, speaker: lund }',
    );
    fc.assert(
      fc.property(
        fc.nat(good.length),
        fc.nat(12),
        fc.string({ unit: 'binary', maxLength: 12 }),
        (at, length, junk) => {
          const outcome = verified(good.slice(0, at) + junk + good.slice(at + length));
          if (outcome.kind === 'faulty')
            expect(outcome.faults.every(({ file }) => file === 'announcement.yaml')).toBe(true);
          else expectExact(outcome, article);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('what is written down reads back as the same words', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string({ unit: 'binary' }), prose), { minLength: 1 }), (asks) => {
        const written = { label: asks[0], statements: [{ id: 's1', asks }] };
        expect(readYaml(writeDefinition(written), 'announcement.yaml')).toMatchObject({
          value: { data: written },
        });
      }),
      { numRuns: 500 },
    );
  });

  it('a nest of brackets and a bomb of aliases are faults', () => {
    const bomb = `a: &a [x, x]\n${'bcdefghi'
      .split('')
      .map((name, at) => `${name}: &${name} [${`*${'abcdefgh'[at]}, `.repeat(9)}]`)
      .join('\n')}`;
    for (const yaml of ['['.repeat(20_000), '- '.repeat(20_000), bomb])
      expect(verified(yaml).kind).toBe('faulty');
  });

  it('words of a text, whichever they are, are found where they stand or told to be missing', () => {
    fc.assert(
      fc.property(prose, fc.nat(), fc.nat(), (text, one, two) => {
        const [start, end] = [one % text.length, two % text.length].sort((a, b) => a - b) as [number, number];
        const words = text.slice(start, end);
        const yaml = yamlOf(`  - { id: s1, kind: indirect, words: ${JSON.stringify(words)} }`, text, '');
        const outcome = verified(yaml.replace('label: The bridge', `label: ${JSON.stringify(words)}`), text);
        expectExact(outcome, text);
        if (outcome.kind === 'verified') {
          expect(
            outcome.value.statements.map(({ place }) => place.spans.map((span) => text.slice(...span))),
          ).toEqual([[words]]);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('every plain text with a sentence is verified, and its statements are its sentences', () => {
    fc.assert(
      fc.property(fc.oneof(prose, fc.string({ unit: 'grapheme', maxLength: 80 })), (text) => {
        const draft = draftOfText(text, 'text', 'text.txt');
        if (draft.definition.statements.length === 0) return;
        const outcome = verify(draft);
        expect(outcome).toMatchObject({ kind: 'verified' });
        expectExact(outcome, text);
        if (outcome.kind === 'verified') expect(outcome.value.source.sha256).toBe(sha256(text));
      }),
      { numRuns: 500 },
    );
  });

  it('a found word never begins or ends inside another', () => {
    expect(occurrences('able, unable, ables, able', 'able', [0, 99])).toEqual([
      [0, 4],
      [21, 25],
    ]);
    expect(occurrences('e\u0301e', 'e', [0, 3])).toEqual([]);
    expect(occurrences('中国人民', '国人', [0, 4])).toEqual([[1, 3]]);
  });
});
