import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../../src/cli/ask.ts';
import { article, yamlOf } from '../announcement/written.ts';
import { run } from './surroundings.ts';

const statements = `  - { id: toll, kind: indirect, words: the toll would be two crowns, speaker: lund, cue: said }
  - { id: wait, kind: direct, words: [We waited ten years, and nobody will wait again.], speaker: lund, cue: she added }
  - { id: may, kind: narration, words: The bridge will open in May. }
  - { id: falk, kind: narration, words: Jon Falk was not there. }
notSaid:
  - { about: ferries, asks: [what happens to the ferry] }`;

let home: string;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'ask-'));
  mkdirSync(join(home, 'bridge'));
  writeFileSync(join(home, 'bridge', 'announcement.yaml'), yamlOf(statements));
  writeFileSync(join(home, 'bridge', 'source.txt'), article);
  writeFileSync(join(home, 'news.txt'), `${article}\nThe \u001b[31mtram\u0007 is red and slow.`);
});
afterAll(() => rmSync(home, { recursive: true }));

const about = (path: string, ...args: readonly string[]) => ['--announcement', path, ...args];

async function answers(stdin: string | Uint8Array, args: readonly string[] = about('bridge', '--json')) {
  const { code, stdout, stderr } = await run(ask, args, { stdin, cwd: home });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout.endsWith('\n')).toBe(true);
  return stdout
    .slice(0, -1)
    .split('\n')
    .map((line) => JSON.parse(line));
}

describe('ask --json', () => {
  const long = 'toll '.repeat(1200).trim();
  const odd = 'a\u0000b\u2028c\u001b[2J"\\';
  const lines = [
    'how much is the toll?',
    'they waited ten years',
    'will nobody wait again',
    'what happens to the ferry',
    'what did Jon Falk say about the toll?',
    '',
    '  ',
    'when does the bridge open?',
    'hello',
    long,
    odd,
    '\ufffd\ufffd',
    '🌉',
  ];

  /** Every line answered in one run: making an announcement searchable takes most of the time. */
  let given: Awaited<ReturnType<typeof answers>>;
  beforeAll(async () => {
    const bytes = lines.map((line) => Buffer.from(line === '\ufffd\ufffd' ? [0xff, 0xfe] : line));
    given = await answers(Buffer.concat(bytes.flatMap((line) => [line, Buffer.from('\r\n')])));
  });
  const answerTo = (question: string) => given.find((one) => one.question === question);

  it('answers with the words, where they stand and whose they are', () => {
    const answer = answerTo('how much is the toll?');
    const start = article.indexOf('the toll');
    const end = start + 'the toll would be two crowns'.length;
    expect(Object.keys(answer)).toEqual([
      'question',
      'answered',
      'confidence',
      'statement',
      'alternates',
      'note',
    ]);
    expect(answer).toMatchObject({ question: 'how much is the toll?', answered: true, note: null });
    expect(answer.statement).toEqual({
      id: 'toll',
      kind: 'indirect',
      quote: 'the toll would be two crowns',
      start,
      end,
      spans: [[start, end]],
      paragraph: 2,
      speaker: { name: 'Ada Lund', role: 'the mayor of Skerry' },
    });
  });

  it('quotes the span that answers, of a statement with several', () => {
    const { statement: first } = answerTo('they waited ten years');
    const { statement: second } = answerTo('will nobody wait again');
    expect([first.id, first.quote]).toEqual(['wait', 'We waited ten years']);
    expect([second.id, second.quote]).toEqual(['wait', 'and nobody will wait again.']);
    expect(second.spans).toHaveLength(2);
  });

  it('refuses without a statement, and gives what came nearest', () => {
    const answer = answerTo('what happens to the ferry');
    expect(answer).toMatchObject({
      answered: false,
      statement: null,
      note: expect.stringContaining('“ferries”'),
    });
    expect(answer.confidence).toBe(answer.alternates[0]?.confidence ?? 0);
  });

  it('says who did say it when asked about somebody else', () => {
    const answer = answerTo('what did Jon Falk say about the toll?');
    expect(answer).toMatchObject({ answered: false, statement: null });
    expect(answer.alternates[0].id).toBe('toll');
    expect(answer.note).toBe(
      'Jon Falk is not quoted or reported in this announcement. Ada Lund said something near it.',
    );
  });

  it('shows a person what comes near as near, and nothing that has nothing of the question in it', async () => {
    const near = await run(ask, about('bridge', 'who paid for the bridge with zebras?'), {
      stdin: '',
      cwd: home,
    });
    expect(near.stdout).toMatch(/does not say.*\n\nNearest, not an answer:\n\n/);
    const noise = await run(ask, about('bridge', 'zebra recipes'), { stdin: '', cwd: home });
    expect(noise.stdout).toMatch(/^As far as I can tell, the announcement does not say\.[^\n]*\n$/);
  });

  it('takes no speaker for one that is blank', async () => {
    const [toll] = await answers('the toll', about('bridge', '--json', '--speaker', ' '));
    expect(toll).toMatchObject({ answered: true, statement: { id: 'toll' } });
  });

  it('answers line by line, in order, and puts an error in the place of an empty line', () => {
    expect(given.map((one) => one.question ?? one.error)).toEqual(
      lines.map((line) => (line.trim() === '' ? expect.stringMatching(/no question/) : line)),
    );
    expect(Object.keys(given[5])).toEqual(['error']);
    expect(answerTo('when does the bridge open?')).toMatchObject({ statement: { id: 'may', speaker: null } });
    expect(answerTo('hello')).toMatchObject({ answered: false, confidence: 0, alternates: [] });
  });

  it('restricts answers to a speaker', async () => {
    const json = about('bridge', '--json', '--speaker', 'the mayor');
    const [toll, falk] = await answers('the toll\nwas Jon Falk there?\n', json);
    expect(toll).toMatchObject({ answered: true, statement: { id: 'toll' } });
    expect(falk).toMatchObject({ answered: false });
  });

  it('writes nothing for no line', async () => {
    expect(await run(ask, about('bridge', '--json'), { cwd: home })).toEqual({
      code: 0,
      stdout: '',
      stderr: '',
    });
  });

  it('finds a sentence of a plain text, and attributes it to nobody', async () => {
    const [answer] = await answers('was Falk there\n', about('news.txt', '--json'));
    expect(answer.statement).toMatchObject({
      quote: 'Jon Falk was not there.',
      kind: 'narration',
      speaker: null,
    });
  });

  it('keeps what it promises about the announcement that ships', async () => {
    const questions = [
      'what about the moon',
      '习近平对经济特区说了什么?',
      '¿y la ONU?',
      'how much is the loan',
    ];
    const given = await answers(`${questions.join('\n')}\n`, ['--json']);
    expect(given.map(({ question }) => question)).toEqual(questions);
    for (const { answered, confidence, statement, alternates } of given) {
      const sure: number[] = alternates.map((one: { confidence: number }) => one.confidence);
      expect(answered).toBe(statement !== null);
      expect([confidence, ...sure].every((one) => one >= 0 && one <= 1)).toBe(true);
      expect(sure.toSorted((a, b) => b - a)).toEqual(sure);
      expect(sure.length).toBeLessThanOrEqual(9);
      const ids = [statement, ...alternates].filter((one) => one !== null).map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });
});

describe('ask, for a person', () => {
  const text = async (...args: readonly string[]) => run(ask, about('bridge', ...args), { cwd: home });

  it('quotes direct speech inside quotation marks, with its cue left out', async () => {
    const { code, stdout } = await text('they', 'waited', 'ten', 'years');
    expect(code).toBe(0);
    expect(stdout).toBe(`“We waited ten years” … “and nobody will wait again.”
  Ada Lund, the mayor of Skerry
  Quoted directly, paragraph 2
`);
  });

  it('puts no quotation marks of its own around reported speech', async () => {
    const { code, stdout } = await text('how much is the toll?');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^the toll would be two crowns\n/);
  });

  it('refuses a single question with exit code 1', async () => {
    const { code, stdout } = await text('what happens to the ferry');
    expect(code).toBe(1);
    expect(stdout).toMatch(/^As far as I can tell, the announcement does not say\./);
  });

  it('explains which words met which', async () => {
    const { stdout } = await text('--explain', 'how much is the toll?');
    expect(stdout).toMatch(/sure to \d+ % \(toll\)\n( +-?\d+\.\d\d {2}.+ → .+ {2}\(.+\)\n)+/);
  });

  it('lets no control character of a text reach the terminal', async () => {
    const { stdout } = await run(ask, about('news.txt', 'what is red and slow?'), { cwd: home });
    expect(stdout).toContain('The ␛[31mtram␇ is red and slow.');
  });
});

describe('ask, used wrongly', () => {
  it.each([
    ['an unknown option', ['--jsn'], /--jsn.*Usage:/s],
    ['an option without its value', ['--announcement'], /Usage:/],
    ['a path where nothing is', about('nowhere'), /nowhere.announcement.yaml: It cannot be read \(ENOENT\)/],
    ['a text where nothing is', about('nowhere.txt'), /nowhere.txt: It cannot be read/],
  ])('%s is told on standard error, with exit code 2', async (_, args, message) => {
    const { code, stdout, stderr } = await run(ask, args, { stdin: 'toll\n', cwd: home });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(message);
  });

  it('a single question of nothing but spaces is an error', async () => {
    const { code, stdout } = await run(ask, about('bridge', '--json', ' '), { cwd: home });
    expect(code).toBe(2);
    expect(Object.keys(JSON.parse(stdout))).toEqual(['error']);
  });
});
