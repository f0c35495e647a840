import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  filesIn,
  readGrades,
  readLexiconFile,
  readLexiconLines,
  readWordList,
} from '../../src/search/lexicon-files.ts';

let home: string;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'lexicon-'));
});
afterAll(() => rmSync(home, { recursive: true }));

const group = z.object({ en: z.array(z.string()) });
const groups = z.array(group);

function write(name: string, text: string): string {
  const file = join(home, name);
  writeFileSync(file, text);
  return file;
}

describe('a file of the lexicon', () => {
  it('is read as it is written', () => {
    expect(readLexiconFile(write('moon.yaml', '# Sky\n- en: [moon, lunar]\n'), groups)).toEqual([
      { en: ['moon', 'lunar'] },
    ]);
  });

  it.each([
    ['broken YAML', '- en: [moon]\n- en: [sun\n', 3],
    ['a number for a word', '- en: [moon]\n- en: [sun,\n    7]\n', 3],
    ['nothing', '# Later\n', 1],
  ])('names the file and the line of %s', (_, text, line) => {
    const file = write('wrong.yaml', text);
    expect(() => readLexiconFile(file, groups)).toThrow(`${file}:${line}: `);
  });

  it('may hold one value a line', () => {
    const file = write('moon.jsonl', '{"en": ["moon", "lunar"]}\r\n\n{"en": ["sun"]}\n');
    expect(readLexiconLines(file, group)).toEqual([{ en: ['moon', 'lunar'] }, { en: ['sun'] }]);
  });

  it.each([
    ['broken JSON', '{"en": ["moon"]}\n{"en": ["sun"}\n'],
    ['a number for a word', '{"en": ["moon"]}\n{"en": [7]}\n'],
    ['two values on a line', '{"en": ["moon"]}\n{"en": ["sun"]} {"en": ["star"]}\n'],
  ])('names the file and the line of %s', (_, text) => {
    const file = write('wrong.jsonl', text);
    expect(() => readLexiconLines(file, group)).toThrow(`${file}:2: `);
  });

  it('may list what words are called in another language', () => {
    const file = write('es.tsv', 'moon\tluna\r\nsell\tvender, venta\n');
    expect([...readWordList(file)]).toEqual([
      ['moon', ['luna']],
      ['sell', ['vender', 'venta']],
    ]);
  });

  it.each([
    ['no tab', 'moon\tluna\nsun sol\n'],
    ['two tabs', 'moon\tluna\nsun\tsol\tastro\n'],
    ['no English word', 'moon\tluna\n\tsol\n'],
    ['an empty translation', 'moon\tluna\nsun\tsol, \n'],
  ])('names the file and the line of a list with %s', (_, text) => {
    const file = write('wrong.tsv', text);
    expect(() => readWordList(file)).toThrow(`${file}:2: `);
  });

  it('may grade words', () => {
    expect([...readGrades(write('en.tsv', 'better\t0\nuranium\t4\n'))]).toEqual([
      ['better', 0],
      ['uranium', 4],
    ]);
  });

  it.each([
    ['no grade', 'better\t0\nuranium\n'],
    ['a grade beyond the scale', 'better\t0\nuranium\t5\n'],
    ['something else for a grade', 'better\t0\nuranium\thigh\n'],
  ])('names the file and the line of a list with %s', (_, text) => {
    const file = write('wrong.tsv', text);
    expect(() => readGrades(file)).toThrow(`${file}:2: `);
  });

  it('is found by how its name ends, in the order of names', () => {
    for (const name of ['b.jsonl', 'a.jsonl', 'notes.md']) write(name, '');
    const names = filesIn(home, '.jsonl').map((file) => basename(file));
    expect(names).toEqual(expect.arrayContaining(['a.jsonl', 'b.jsonl']));
    expect(names).toEqual(names.toSorted());
    expect(names).not.toContain('notes.md');
  });
});
