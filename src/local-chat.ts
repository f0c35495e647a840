import { type BotParts, createBot } from './discord/bot.ts';
import { servePage } from './sandbox/page/serve-page.ts';
import type { Sandbox } from './sandbox/sandbox.ts';
import { startSandbox } from './sandbox/start-sandbox.ts';
import { runTerminal, type TerminalOptions } from './sandbox/terminal/terminal.ts';

/** What the bot is made of, apart from where it connects to: that is the sandbox. */
export type LocalParts = Omit<BotParts, 'token' | 'apiUrl'>;

/** Where one types and reads. */
type Screen = Omit<TerminalOptions, 'sandbox'>;

interface PageWish {
  /** Where the built page is. */
  readonly folder: string;
  /** Null for the usual port, or a free one where that is taken. */
  readonly port: number | null;
  /** Told before anything else; null when the page has not been built. */
  readonly announce: (address: string | null) => void;
}

export interface LocalChat {
  readonly screen: Screen;
  /** Null for the terminal alone. */
  readonly page: PageWish | null;
  /** Resolves when the program is told to stop. */
  readonly stopped: Promise<unknown>;
}

/** Not in use by anything well known, and the same each time, so that a bookmark goes on. */
const usualPort = 4816;

/**
 * The bot in a Discord of its own on this machine: in the terminal, and on a page in the browser. Resolves when the
 * input has ended and every line of it was answered, or, with a page and no line at all, when it is told to stop.
 * Rejects when the bot ended before that, or when the wanted port is taken.
 */
export async function localChat(parts: LocalParts, { screen, page, stopped }: LocalChat): Promise<void> {
  const sandbox = await openSandbox(page);
  const served = page === null ? null : servePage(sandbox, page.folder);
  page?.announce(served?.address ?? null);
  const bot = createBot({ ...parts, token: sandbox.botToken, apiUrl: sandbox.apiUrl });
  const chat = async () => {
    const heard = await runTerminal({ sandbox, ...screen });
    if (served !== null && heard === 0 && screen.input.isTTY !== true) await stopped;
  };
  try {
    await bot.start();
    const failure = bot.ended.then((ending) => {
      if (ending.kind === 'failed') throw new Error(ending.reason);
    });
    await Promise.race([chat(), failure, stopped]);
  } finally {
    await bot.stop();
    served?.close();
    await sandbox.close();
  }
}

async function openSandbox(page: PageWish | null): Promise<Sandbox> {
  if (page === null) return startSandbox();
  if (page.port !== null) return startSandbox({ port: page.port });
  return startSandbox({ port: usualPort }).catch((cause: unknown) => {
    if ((cause as NodeJS.ErrnoException).code === 'EADDRINUSE') return startSandbox();
    throw cause;
  });
}
