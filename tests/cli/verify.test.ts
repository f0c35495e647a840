import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verify } from '../../src/cli/verify.ts';
import { article, yamlOf } from '../announcement/written.ts';
import { run } from './surroundings.ts';

let home: string;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'verify-'));
  const falk = '  - { id: falk, kind: narration, words: Jon Falk was not there. }';
  for (const [slug, yaml] of [
    ['good', yamlOf(falk)],
    ['bad', yamlOf(falk.replace('not there', 'elsewhere'))],
  ] as const) {
    mkdirSync(join(home, 'all', slug), { recursive: true });
    writeFileSync(join(home, 'all', slug, 'announcement.yaml'), yaml);
    writeFileSync(join(home, 'all', slug, 'source.txt'), article);
  }
  writeFileSync(join(home, 'news.txt'), article);
});
afterAll(() => rmSync(home, { recursive: true }));

const verifying = (...paths: readonly string[]) => run(verify, paths, { cwd: home });

describe('verify', () => {
  it('tells what was verified, and which sentences no statement holds', async () => {
    const { code, stdout, stderr } = await verifying('all/good');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^good: 1 statement verified, version [0-9a-f]{12}\n/);
    expect(stdout).toContain('  no statement holds most of: The bridge will open in May.\n');
    expect(stdout).not.toContain('holds most of: Jon Falk');
  });

  it('verifies the announcements of the settings where no path is given', async () => {
    const { code, stdout } = await verifying();
    expect(code).toBe(0);
    expect(stdout).toMatch(/verified/);
  });

  it('tells each fault with file, line, statement and remedy, and goes on with the other paths', async () => {
    const { code, stdout, stderr } = await verifying('all', 'news.txt', 'all/good', 'nowhere');
    expect(code).toBe(2);
    expect(stdout).toMatch(/^news: 5 statements verified.*\ngood: 1 statement verified/);
    expect(
      stderr,
    ).toBe(`${join(home, 'all/bad/announcement.yaml')}:10, statement "falk": The words are not in the source.
    Copy them from it exactly. Paragraph 3 has them as far as "Jon Falk was ", and then goes on "not there.".
${join(home, 'nowhere')}: It cannot be read (ENOENT).
    Nothing is there. Correct the path, or add the file.
2 faults.
`);
  });

  it('knows no options', async () => {
    expect(await verifying('--all')).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringMatching(/Usage:/),
    });
  });
});
