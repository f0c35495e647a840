import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { extract } from '../../src/cli/extract.ts';
import { verify } from '../../src/cli/verify.ts';
import { run } from './surroundings.ts';

const article = `Ferry to sail again

“The ferry will sail on Sunday,” said Ana Duarte, the captain. “It will be full.”

She said that the price would stay the same. Nobody answered. Nobody answered.
`;

let home: string;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'extract-'));
  writeFileSync(join(home, 'ferry.txt'), article);
  writeFileSync(join(home, 'dam.txt'), 'The dam is safe, Tomas Reyes said.');
});
afterAll(() => rmSync(home, { recursive: true }));

const extracting = (...args: readonly string[]) => run(extract, args, { cwd: home });

describe('extract', () => {
  it('gives one JSON line a file, with words that are the text’s at their offsets', async () => {
    const { code, stdout, stderr } = await extracting('--json', 'ferry.txt', 'dam.txt');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const [ferry, dam] = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect([ferry.file, dam.file]).toEqual(['ferry.txt', 'dam.txt']);
    for (const { quote, start, end } of ferry.statements) expect(article.slice(start, end)).toBe(quote);
    expect(ferry.statements[1]).toMatchObject({
      kind: 'direct',
      quote: 'The ferry will sail on Sunday',
      cue: 'said',
      speaker: { name: 'Ana Duarte', role: 'the captain' },
      paragraph: 2,
    });
    expect(ferry.statements[3]).toMatchObject({
      kind: 'indirect',
      speaker: { name: 'Ana Duarte' },
      paragraph: 3,
    });
  });

  it('gives a file alone what it gives it among others', async () => {
    const { stdout } = await extracting('--json', 'ferry.txt', 'dam.txt');
    const alone = await extracting('--json', 'dam.txt');
    expect(stdout.split('\n')[1]).toBe(alone.stdout.trimEnd());
  });

  it('reads for people, with progress where there are many files', async () => {
    const { stdout, stderr } = await extracting('ferry.txt', 'dam.txt');
    expect(stdout).toContain('  direct: Ana Duarte, the captain ("said")');
    expect(stderr).toBe('[1/2] ferry.txt\n[2/2] dam.txt\n');
  });

  it('writes a folder that verify accepts, and never over another', async () => {
    const { code, stderr } = await extracting('--write', 'ferry', 'ferry.txt');
    expect(code).toBe(0);
    expect(stderr).toMatch(/ferry: \d+ statements written/);
    expect(readFileSync(join(home, 'ferry', 'source.txt'), 'utf8')).toBe(article);
    const verified = await run(verify, ['ferry'], { cwd: home });
    expect(verified).toMatchObject({ code: 0, stderr: '' });
    const again = await extracting('--write', 'ferry', 'dam.txt');
    expect(again.code).toBe(2);
    expect(again.stderr).toMatch(/is not empty/);
  });

  it('gives each of several files a folder of its own, also where they have one name', async () => {
    const { code } = await extracting('--write', 'all', 'dam.txt', './dam.txt');
    expect(code).toBe(0);
    const verified = await run(verify, ['all'], { cwd: home });
    expect(verified.stdout).toMatch(/^dam: .*\n(?: {2}.*\n)*dam-2: /);
  });

  it('tells of a file that cannot be read, and goes on with the others', async () => {
    const { code, stdout, stderr } = await extracting('--json', 'nowhere.txt', 'dam.txt');
    expect(code).toBe(2);
    expect(stderr).toBe('nowhere.txt: Nothing is there. Correct the path.\n');
    expect(stdout.trimEnd().split('\n')).toHaveLength(2);
    expect(JSON.parse(stdout.split('\n')[0] ?? '')).toMatchObject({ file: 'nowhere.txt', statements: [] });
  });

  it('tells how it is used when no file is given', async () => {
    const { code, stderr } = await extracting('--json');
    expect(code).toBe(2);
    expect(stderr).toMatch(/^Usage: /);
  });
});
