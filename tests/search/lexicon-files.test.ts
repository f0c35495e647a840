import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readLexiconFile, yamlFiles } from '../../src/search/lexicon-files.ts';

let home: string;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'lexicon-'));
});
afterAll(() => rmSync(home, { recursive: true }));

const groups = z.array(z.object({ en: z.array(z.string()) }));

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

  it('is any .yaml of its folder, by name', () => {
    for (const name of ['b.yaml', 'a.yaml', 'notes.md']) write(name, '');
    const names = yamlFiles(home).filter((file) => /[ab]\.yaml$/.test(file));
    expect(names).toEqual([join(home, 'a.yaml'), join(home, 'b.yaml')]);
  });
});
