import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from '../../src/cli/run-cli.ts';
import { share } from './catalogue/bad-value.ts';
import { files } from './catalogue/files.ts';
import { typed } from './catalogue/typed.ts';
import { expectKindWords } from './kind-words.ts';

const canary = 'canary-key-of-the-command-line';
const article = 'The ferry sails on Sunday.\n\n"It will be full," captain Ana Duarte said.\n';
const everything = typed(6_000);

let home: string;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'verbatim-bad-'));
  writeFileSync(join(home, 'ferry.txt'), article);
});
afterAll(() => rmSync(home, { recursive: true }));

/** Runs the command line as another program would, in a folder of its own. */
async function cli(
  args: readonly string[],
  stdin: string | Uint8Array = '',
  env: NodeJS.ProcessEnv = {},
): Promise<{ readonly code: number; readonly out: string; readonly err: string }> {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const written = { out: '', err: '' };
  stdout.on('data', (chunk) => {
    written.out += String(chunk);
  });
  stderr.on('data', (chunk) => {
    written.err += String(chunk);
  });
  const streams = { stdin: Readable.from([Buffer.from(stdin)]), stdout, stderr };
  const settings = { INIT_CWD: home, DATA_DIR: home, DATABASE_KEY: canary, ...env };
  const code = await runCli(args, streams, settings);
  await Promise.all([stdout, stderr].map((stream) => finished(stream.end())));
  return { code, ...written };
}

/** Said to a person, with a code that a program understands. */
function expectTold(
  { code, out, err }: Awaited<ReturnType<typeof cli>>,
  bad: string,
  codes = [0, 1, 2],
): void {
  expect(codes).toContain(code);
  expectKindWords(out + err, bad);
  expect(out + err).not.toContain(canary);
  // A control character could steer the terminal.
  expect(out.replace(/[\n\t]/g, '')).not.toMatch(/\p{Cc}/u);
}

const paths: readonly (readonly [path: string, parts: number, args: (text: string) => readonly string[]])[] =
  [
    // Each of these opens a desk of its own.
    ['a question as an argument of ask', 100, (text) => ['ask', '--announcement=ferry.txt', '--', text]],
    ['a speaker of ask', 100, (text) => ['ask', '--announcement=ferry.txt', `--speaker=${text}`, 'ferry']],
    ['a quote as an argument of check', 100, (text) => ['check', '--announcement=ferry.txt', '--', text]],
    [
      'a speaker of check',
      45,
      (text) => ['check', '--announcement=ferry.txt', `--speaker=${text}`, 'be full'],
    ],
    ['a path of an announcement', 6, (text) => ['ask', `--announcement=no/${text}`, 'fees']],
    ['a path for verify', 6, (text) => ['verify', '--', `no/${text}`]],
    ['a path for extract', 6, (text) => ['extract', '--', `no/${text}`]],
    ['a folder to write to', 6, (text) => ['extract', `--write=${join('out', text)}`, 'ferry.txt']],
    ['a file for backup', 6, (text) => ['backup', text]],
    ['a subcommand', 6, (text) => [text]],
    ['an option', 6, (text) => ['ask', `--no-${text}`]],
  ];

describe.each(paths)('%s', (path, parts, args) => {
  it.each(share(everything, path, parts))('may be $name', async ({ text }) => {
    expectTold(await cli(args(text)), text);
  });
});

describe.each(['ask', 'check'])('a line for %s', (subcommand) => {
  const lines = everything.filter(({ text }) => !text.includes('\n'));
  let run: Awaited<ReturnType<typeof cli>>;
  let answers: readonly string[];
  beforeAll(async () => {
    const typedLines = lines.map(({ text }) =>
      subcommand === 'ask' ? text : JSON.stringify({ quote: text }),
    );
    run = await cli([subcommand, '--json', '--announcement=ferry.txt'], `${typedLines.join('\n')}\n`);
    answers = run.out.trimEnd().split('\n');
  });

  it('has a line of its own as its answer, and nothing is told beside', () => {
    expect({ code: run.code, err: run.err, lines: answers.length }).toEqual({
      code: 0,
      err: '',
      lines: lines.length,
    });
  });

  it.each(lines.map((line, at) => ({ ...line, at })))('may be $name', ({ at, text }) => {
    const { note, error, ...more } = JSON.parse(answers[at] ?? '') as Record<string, unknown>;
    if (typeof (note ?? error) === 'string') expectKindWords(String(note ?? error), text);
    else expect(more).toHaveProperty('statement');
  });
});

const jsonLines: Readonly<Record<string, string>> = {
  'half an object': '{"quote":',
  'a list': '[]',
  'a number': '7',
  null: 'null',
  'a text': '"It will be full"',
  'an object without a quote': '{}',
  'a quote that is a number': '{"quote":7}',
  'a quote that is a list': '{"quote":["It will be full"]}',
  'a speaker that is a number': '{"quote":"It will be full","speaker":7}',
  'a quote of nothing': '{"quote":"","speaker":null}',
  'a prototype': '{"__proto__":{"quote":"x"},"constructor":{}}',
  'half a surrogate pair': '{"quote":"\\ud83d"}',
  'nesting without end': `${'['.repeat(20_000)}${']'.repeat(20_000)}`,
  'a quote of 100,000 characters': JSON.stringify({ quote: 'full '.repeat(20_000) }),
  'a comment': '// {"quote":"x"}',
  'a byte order mark': '\ufeff{"quote":"x"}',
};

describe('a line of JSON for check', () => {
  let answers: readonly string[];
  beforeAll(async () => {
    const all = Object.values(jsonLines);
    const run = await cli(['check', '--json', '--announcement=ferry.txt'], `${all.join('\n')}\n`);
    expect({ code: run.code, err: run.err }).toEqual({ code: 0, err: '' });
    answers = run.out.trimEnd().split('\n');
    expect(answers).toHaveLength(all.length);
  });

  it.each(Object.keys(jsonLines).map((name, at) => ({ name, at })))('may be $name', ({ at }) => {
    const value = JSON.parse(answers[at] ?? '') as { readonly verdict?: string; readonly error?: string };
    expect(value.verdict ?? value.error).toMatch(/\w/);
  });
});

describe('a file on disk', () => {
  const broken = files.filter(({ bytes }) => bytes.length < 200_000);
  beforeAll(() => {
    mkdirSync(join(home, 'broken'));
    for (const [at, { bytes }] of broken.entries()) writeFileSync(join(home, 'broken', `${at}.txt`), bytes);
  });
  const numbered = broken.map(({ name }, at) => ({ name, at }));

  it.each(numbered)('for extract may be $name', async ({ at }) => {
    const { code, out } = await cli(['extract', '--json', `broken/${at}.txt`]);
    expect([0, 2]).toContain(code);
    expect(JSON.parse(out)).toMatchObject({ statements: expect.anything(), warnings: expect.anything() });
  });

  it.each(numbered.filter(({ at }) => at % 12 === 0))('to ask about may be $name', async ({ at }) => {
    expectTold(await cli(['ask', '--announcement', `broken/${at}.txt`, 'when does the ferry sail?']), 'null');
  });

  it.each(numbered)('as a database may be $name', async ({ at }) => {
    const folder = join(home, `database-${at}`);
    mkdirSync(folder);
    writeFileSync(join(folder, 'verbatim.db'), broken[at]?.bytes ?? '');
    expectTold(await cli(['backup', join(folder, 'copy.db')], '', { DATA_DIR: folder }), '', [0, 2]);
  });
});
