import { PassThrough, Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runTerminal } from '../../src/sandbox/terminal/terminal.ts';
import { share } from './catalogue/bad-value.ts';
import { typed } from './catalogue/typed.ts';
import { expectKindWords } from './kind-words.ts';
import { startTrial, type Trial } from './trial.ts';

let trial: Trial;
beforeAll(async () => {
  trial = await startTrial();
});
afterAll(() => trial.end());

/** What stands on the terminal after these bytes were typed. */
async function shownAfter(typedBytes: string | Uint8Array): Promise<string> {
  const { sandbox, clock } = trial.conversation;
  clock.now += 60_000;
  const output = new PassThrough();
  const input = Readable.from([Buffer.from(typedBytes)]);
  await runTerminal({ sandbox, input, output, color: false, folder: '/nowhere' });
  return String(output.read() ?? '');
}

const lines = typed(2_000).filter(({ text }) => !/[\n\r\u2028\u2029]/.test(text));

describe.each([
  ['a line', (text: string) => text],
  ['a line behind a slash', (text: string) => `/${text}`],
  ['an option of a command', (text: string) => `/ask question:${text}`],
  ['a file to attach', (text: string) => `/library add file:${text}`],
  ['a number of a button', (text: string) => `fees\n${text}`],
])('%s typed into the terminal', (path, lineOf) => {
  it.each(share(lines, path, 12))('may be $name', async ({ text }) => {
    const shown = await shownAfter(`${lineOf(text)}\nwill the fees go up?\n`);
    // What was typed stands on the screen as it was typed: the terminal has shown it already.
    const answers = shown.split('\n').filter((line) => !/^\S+(?: \S+)?> /.test(line));
    expectKindWords(answers.join('\n'), text);
    expect(answers.join('\n')).toContain('We will not raise the fees');
    expect(answers.join('')).not.toMatch(/(?!\t)\p{Cc}/u);
  });
});

describe('bytes on standard input', () => {
  it.each([
    ['that are no UTF-8', Buffer.from([0xff, 0xfe, 0xc0, 0xaf, 0x0a])],
    ['of UTF-16', Buffer.from('\ufefffees\n', 'utf16le')],
    ['of a program', Buffer.from('7f454c46020101000a', 'hex')],
    ['that are NULs', Buffer.alloc(64)],
    ['without a line end', Buffer.from('will the fees go up?')],
    ['of nothing', Buffer.alloc(0)],
  ])('%s', async (_, bytes) => {
    await shownAfter(bytes);
    expect(await shownAfter('will the fees go up?\n')).toContain('We will not raise the fees');
  });
});
