import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadAnnouncement, loadAnnouncements } from '../../src/announcement/load.ts';
import { wordsAt } from '../../src/announcement/statement.ts';
import { article, yamlOf } from './written.ts';

const falk = '  - { id: falk, kind: narration, words: Jon Falk was not there. }';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'announcement-'));
});
afterEach(() => rmSync(home, { recursive: true }));

function write(slug: string, files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = join(home, slug);
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}

const faultsAt = (path: string) => {
  const loaded = loadAnnouncement(path);
  return loaded.kind === 'faulty' ? loaded.faults : [];
};

const wrongAsk = yamlOf(`  - id: falk
    kind: narration
    words: >-
      Jon Falk
      was not there.
    asks: ["who was not there", 'who was', 3]`);

describe('loading an announcement', () => {
  it('takes its name from its folder, and ignores other files there', () => {
    const folder = write('bridge', {
      'announcement.yaml': yamlOf(falk),
      'source.txt': article,
      'questions.jsonl': '?',
    });
    const loaded = loadAnnouncement(folder);
    expect(loaded).toMatchObject({ kind: 'verified', value: { slug: 'bridge', language: 'en' } });
  });

  it('takes the file that describes it for the folder it lies in', () => {
    const folder = write('bridge', { 'announcement.yaml': yamlOf(falk), 'source.txt': article });
    expect(loadAnnouncement(join(folder, 'announcement.yaml'))).toMatchObject({
      kind: 'verified',
      value: { slug: 'bridge' },
    });
  });

  it.each([
    ['a byte order mark', `\ufeff${article}`],
    ['CRLF line ends', article.replaceAll('\n', '\r\n')],
    ['characters outside the basic plane', `😀 ${article}`],
  ])('keeps the text as stored, with %s', (_, text) => {
    const loaded = loadAnnouncement(
      write('bridge', { 'announcement.yaml': yamlOf(falk, text), 'source.txt': text }),
    );
    if (loaded.kind === 'faulty') throw new Error(JSON.stringify(loaded.faults));
    const [statement] = loaded.value.statements;
    expect(loaded.value.source.text).toBe(text);
    expect(statement?.place.spans.map((span) => wordsAt(statement.source, span))).toEqual([
      'Jon Falk was not there.',
    ]);
  });

  it('names the line of a byte that is not UTF-8', () => {
    const text = Buffer.concat([Buffer.from('one\ntwo '), Buffer.from([0xe9]), Buffer.from('\nthree')]);
    const folder = write('bridge', { 'announcement.yaml': yamlOf(falk), 'source.txt': text });
    expect(faultsAt(folder)).toMatchObject(
      [{ file: join(folder, 'source.txt'), line: 2, problem: /UTF-8/ }].map((fault) => ({
        ...fault,
        problem: expect.stringMatching(fault.problem),
      })),
    );
  });

  it.each([
    ['a folder that is not there', {}, 'nowhere', 'ENOENT'],
    ['a text that is not there', { 'announcement.yaml': yamlOf(falk) }, 'bridge', 'ENOENT'],
  ])('tells of %s', (_, files, path, code) => {
    write('bridge', files);
    expect(faultsAt(join(home, path))).toMatchObject([{ problem: expect.stringContaining(code) }]);
  });

  it.each([
    ['a tab', 'label: x\n\tlanguage: en', 2],
    ['an open quotation mark', 'label: x\nlanguage: "en', 2],
    ['a key given twice', 'label: x\nlanguage: en\nlabel: y', 3],
    ['an alias that leads nowhere', 'language: en\nlabel: *x', 2],
    ['aliases without end', `label: &x y\ntopics: [${'*x, '.repeat(17)}]`, 2],
    ['more than one document', 'label: x\n---\nlabel: y', null],
    ['a number where text belongs, in a list in a list', wrongAsk, 15],
    ['nothing', '', null],
    ['a list', '- x', 1],
  ])('names the line of broken YAML: %s', (_, yaml, line) => {
    const [fault] = faultsAt(write('bridge', { 'announcement.yaml': yaml }));
    expect(fault?.line ?? null).toBe(line);
  });

  it.each(['../source.txt', '/etc/hostname', '..', 'a\\b'])(
    'reads no text outside its folder: %s',
    (file) => {
      const yaml = yamlOf(falk).replace('file: source.txt', `file: ${JSON.stringify(file)}`);
      const faults = faultsAt(write('bridge', { 'announcement.yaml': yaml }));
      expect(faults).toMatchObject([{ line: 3, problem: expect.stringContaining('same folder') }]);
    },
  );
});

describe('loading a plain text', () => {
  it('takes each sentence as a statement of nobody in particular', () => {
    write('.', { 'news.txt': article });
    const loaded = loadAnnouncement(join(home, 'news.txt'));
    if (loaded.kind === 'faulty') throw new Error(JSON.stringify(loaded.faults));
    const { slug, source, statements } = loaded.value;
    expect(slug).toBe('news');
    expect(source.text.includes(source.label)).toBe(true);
    expect(
      statements.map(({ id, place, speaker }) => [
        id,
        speaker,
        place.spans.map((span) => wordsAt(source, span)),
      ]),
    ).toEqual([
      ['p1s1', null, ['"The bridge will open in May and carry trams," said Ada Lund, the mayor of Skerry.']],
      ['p2s1', null, ['Lund said the toll would be two crowns.']],
      ['p2s2', null, ['“We waited ten years,” she added, “and nobody will wait again.”']],
      ['p3s1', null, ['The bridge will open in May.']],
      ['p3s2', null, ['Jon Falk was not there.']],
    ]);
  });

  it('holds a sentence that stands twice as two statements', () => {
    write('.', { 'news.txt': 'No. He said no. No.' });
    const loaded = loadAnnouncement(join(home, 'news.txt'));
    expect(loaded.kind === 'verified' && loaded.value.statements.map(({ place }) => place.spans)).toEqual([
      [[0, 3]],
      [[4, 15]],
      [[16, 19]],
    ]);
  });

  it('tells of a text without a sentence', () => {
    write('.', { 'news.txt': ' \n--\n' });
    expect(faultsAt(join(home, 'news.txt'))).toMatchObject([
      { problem: 'There is no sentence in the text.' },
    ]);
  });
});

describe('loading a folder of announcements', () => {
  const files = { 'announcement.yaml': yamlOf(falk), 'source.txt': article };
  const slugs = (defaultSlug: string | null) => {
    const loaded = loadAnnouncements(home, defaultSlug);
    return loaded.kind === 'verified' ? loaded.value.map(({ slug }) => slug) : loaded.faults;
  };

  it('puts the default first and the others by name', () => {
    for (const slug of ['b', 'a', 'c', '.hidden']) write(slug, files);
    write('.', { 'README.md': 'not an announcement' });
    expect(slugs(null)).toEqual(['a', 'b', 'c']);
    expect(slugs('c')).toEqual(['c', 'a', 'b']);
  });

  it('names the announcements there are where the default is none of them', () => {
    write('a', files);
    expect(slugs('b')).toMatchObject([{ remedy: 'Set DEFAULT_ANNOUNCEMENT to one of: a.' }]);
  });

  it('tells of a folder without announcements, and of one that is not there', () => {
    expect(slugs(null)).toMatchObject([{ problem: 'There is no announcement in it.' }]);
    rmSync(home, { recursive: true });
    expect(slugs(null)).toMatchObject([{ problem: expect.stringContaining('ENOENT') }]);
    mkdirSync(home);
  });

  it('tells the faults of all of them at once', () => {
    write('a', { 'announcement.yaml': yamlOf(falk.replace('Jon', 'Ron')), 'source.txt': article });
    write('b', {});
    expect(slugs(null)).toHaveLength(2);
  });
});
