import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { describeFault } from './announcement/describe-fault.ts';
import { openDesk } from './app.ts';
import { type Config, ConfigError, loadConfig } from './config.ts';
import type { Desk } from './desk/desk.ts';
import { type BotParts, createBot } from './discord/bot.ts';
import { loadDotenv } from './dotenv.ts';
import { type LocalParts, localChat } from './local-chat.ts';
import { createLog, type Log } from './log.ts';
import type { Place } from './store/connection.ts';
import { openStore } from './store/open-store.ts';
import { StoreError } from './store/store-error.ts';

const usage = `Usage: npm start [-- --discord]

With DISCORD_TOKEN set, the bot answers on Discord. Without, a local chat opens that needs no account.

  --discord   insist on Discord: without a token, stop with an error
  --help      show this
`;

const failed = 1;
const badUsage = 2;

/** Runs until everything has ended. Returns the exit code: 0 fine, 1 the bot failed, 2 bad usage, settings or data. */
async function main(args: readonly string[]): Promise<number> {
  const flags = parseFlags(args);
  if (flags === null || flags.help === true) {
    (flags === null ? process.stderr : process.stdout).write(usage);
    return flags === null ? badUsage : 0;
  }
  loadDotenv();
  const config = loadConfig();
  const { discordToken: token, discordApiUrl: apiUrl } = config;
  if (flags.discord === true && token === null) {
    throw new ConfigError([
      'DISCORD_TOKEN is not set. Copy the token from the Bot page of your application at https://discord.com/developers/applications into .env or the environment. To try the bot without one: npm start',
    ]);
  }
  const desk = deskOf(config);
  if (desk === null) return badUsage;
  const log = createLog(config.logLevel, { secrets: token === null ? [] : [token] });
  surviveStrayErrors(log);
  const store = await openStore(placeOf(config));
  const { settings, bulletins } = store;
  const parts = { log, clock: Date.now, desks: () => desk, settings, bulletins };
  try {
    return await (token === null ? chatHere(parts, config) : onDiscord({ ...parts, token, apiUrl }));
  } finally {
    await store.close();
  }
}

/** The local chat's Discord is gone when it ends, and with it what was kept about it. */
function placeOf({ discordToken, dataDir, databaseKey: key }: Config): Place {
  return discordToken === null
    ? { kind: 'memory' }
    : { kind: 'file', file: join(dataDir, 'verbatim.db'), key };
}

function parseFlags(args: readonly string[]): { readonly discord?: boolean; readonly help?: boolean } | null {
  try {
    const options = { discord: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } as const;
    return parseArgs({ args: [...args], options }).values;
  } catch {
    return null;
  }
}

/** The desk, or null once every fault of the data has been told. */
function deskOf(config: Config): Desk | null {
  const opened = openDesk(config);
  if (opened.kind === 'verified') return opened.value;
  for (const fault of opened.faults) process.stderr.write(`${describeFault(fault)}\n`);
  return null;
}

/** Chats in the terminal until the input ends. */
async function chatHere(parts: LocalParts, { color, cwd }: Config): Promise<number> {
  const { stdin: input, stdout: output } = process;
  await localChat(parts, { input, output, color: color && output.isTTY, folder: cwd });
  return 0;
}

/** Answers on Discord until told to stop, or until the connection ends for good. */
async function onDiscord(parts: BotParts): Promise<number> {
  const { apiUrl, log } = parts;
  if (apiUrl !== null)
    log.warn({ apiUrl }, 'DISCORD_API_URL is set: the token is sent there, not to Discord');
  const bot = createBot(parts);
  const stop = () => {
    bot.stop().catch((error: unknown) => log.error({ err: error }, 'could not disconnect in order'));
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  await bot.start();
  const ending = await bot.ended;
  if (ending.kind === 'stopped') return 0;
  process.stderr.write(`${ending.reason}\n`);
  return failed;
}

/**
 * An event that the library cannot read loses itself, not the bot. An exception that nothing caught leaves the
 * program in no known state: it ends, and says so without the addresses that errors of the library carry.
 */
function surviveStrayErrors(log: Log): void {
  process.on('unhandledRejection', (error) => log.error({ err: error }, 'an event was lost'));
  process.on('uncaughtException', (error) => {
    log.fatal({ err: error }, 'stopping after an unexpected error');
    process.exit(failed);
  });
}

try {
  process.exit(await main(process.argv.slice(2)));
} catch (error) {
  const explained = error instanceof ConfigError || error instanceof StoreError;
  const told = !explained && error instanceof Error ? error.stack : error;
  process.stderr.write(`${explained ? error.message : String(told)}\n`);
  process.exit(explained ? badUsage : failed);
}
