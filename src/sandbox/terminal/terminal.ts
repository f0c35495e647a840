/** The sandbox in a terminal: type, and read what a Discord client would show. */

import { clearLine, createInterface, cursorTo } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { Sandbox } from '../sandbox.ts';
import { Chat } from './chat.ts';
import { complete, type Endings } from './complete.ts';
import { colourInk, plainInk } from './ink.ts';
import { words } from './words.ts';
import { wrap } from './wrap.ts';

export interface TerminalOptions {
  readonly sandbox: Sandbox;
  readonly input: Readable & { readonly isTTY?: boolean };
  /** With `columns`, long lines are wrapped. */
  readonly output: Writable & { readonly columns?: number };
  /** Colours and weights; false where the output is no terminal, or with NO_COLOR. */
  readonly color: boolean;
  /** Who one is at first: a key of the plan, its first person by default. */
  readonly person?: string;
  /** Where relative paths of attachments start; the working directory by default. */
  readonly folder?: string;
}

/**
 * Runs until the input ends (Ctrl-D, Ctrl-C, or the last piped line) and every line has been answered, one after the
 * other, in order.
 * @returns how many lines there were.
 */
export async function runTerminal(options: TerminalOptions): Promise<number> {
  const { sandbox, input, output, color, folder = process.cwd() } = options;
  const person = options.person ?? sandbox.people[0];
  if (person === undefined) throw new Error('There is nobody in this sandbox to be');
  const typed = input.isTTY === true;
  const reader = createInterface({
    input,
    ...(typed ? { output } : {}),
    terminal: typed,
    completer: (line: string, done: (error: Error | null, endings: Endings) => void) => {
      complete(chat, line).then(
        (endings) => done(null, endings),
        () => done(null, [[], line]),
      );
    },
  });
  const lines = reader[Symbol.asyncIterator]();
  let prompting = false;
  let closed = false;
  reader.once('close', () => {
    closed = true;
  });
  // Lines typed before the end are answered after it; a closed reader refuses to prompt from Node 24 on.
  const prompt = (preserveCursor: boolean) => {
    if (typed && !closed) reader.prompt(preserveCursor);
  };
  let heard = 0;

  const print = (line: string) => {
    if (prompting) {
      cursorTo(output, 0);
      clearLine(output, 0);
    }
    const { columns } = output;
    for (const each of columns ? wrap(line, columns) : [line]) output.write(`${each}\n`);
    if (prompting) prompt(true);
  };
  const next = async (sign: string): Promise<string | null> => {
    reader.setPrompt(sign);
    prompt(false);
    prompting = typed;
    const { value, done } = await lines.next();
    prompting = false;
    if (done) return null;
    if (!typed) output.write(`${sign}${value}\n`);
    return value;
  };
  const chat = new Chat({
    sandbox,
    person,
    folder,
    print,
    ink: color ? colourInk : plainInk,
    ask: (question) => next(`${question}: `),
  });
  reader.on('SIGINT', () => reader.close());

  try {
    await sandbox.botOnline().catch(() => print(words.offline(sandbox.botName)));
    if (typed) chat.welcome();
    for (;;) {
      const line = await next(chat.where === null ? `${chat.who}> ` : `${chat.who} ${chat.where}> `);
      if (line === null) break;
      heard += 1;
      await chat.hear(line);
    }
    if (typed) output.write('\n');
    return heard;
  } finally {
    chat.close();
    reader.close();
  }
}
