import { type BotParts, createBot } from './discord/bot.ts';
import { startSandbox } from './sandbox/start-sandbox.ts';
import { runTerminal, type TerminalOptions } from './sandbox/terminal/terminal.ts';

/** What the bot is made of, apart from where it connects to: that is the sandbox. */
export type LocalParts = Omit<BotParts, 'token' | 'apiUrl'>;

/** Where one types and reads. */
export type Screen = Omit<TerminalOptions, 'sandbox'>;

/**
 * The bot in a Discord of its own on this machine, in the terminal. Resolves when the input has ended and
 * every line of it was answered; rejects when the bot ended before that.
 */
export async function localChat(parts: LocalParts, screen: Screen): Promise<void> {
  const sandbox = await startSandbox();
  const bot = createBot({ ...parts, token: sandbox.botToken, apiUrl: sandbox.apiUrl });
  try {
    await bot.start();
    const failure = bot.ended.then((ending) => {
      if (ending.kind === 'failed') throw new Error(ending.reason);
    });
    await Promise.race([runTerminal({ sandbox, ...screen }), failure]);
  } finally {
    await bot.stop();
    await sandbox.close();
  }
}
