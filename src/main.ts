import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { describeFault } from './announcement/describe-fault.ts';
import { openShelf, type Shelf } from './app.ts';
import { type Config, ConfigError, loadConfig } from './config.ts';
import { terminal } from './desk/wording/terminal.ts';
import { type BotParts, createBot } from './discord/bot.ts';
import { loadDotenv } from './dotenv.ts';
import { createServerDesks } from './library/server-desks.ts';
import { type LocalParts, localChat } from './local-chat.ts';
import { createLog, type Log, sparingly } from './log.ts';
import { createWatchedBot } from './operation/watched-bot.ts';
import type { Place } from './store/connection.ts';
import { openStore } from './store/open-store.ts';
import { StoreError } from './store/store-error.ts';

const usage = `Usage: npm start [-- --discord]

With DISCORD_TOKEN set, the bot answers on Discord. Without, it can be tried on this machine with no account:
on a page in the browser, and here in the terminal.

  --discord   insist on Discord: without a token, stop with an error
  --port N    the page's port on 127.0.0.1
  --no-page   the terminal only
  --help      show this
`;

/** What `npm run page` writes: beside the compiled program, and there for the one that runs from its source too. */
const pageFolder = fileURLToPath(new URL('../dist/page/', import.meta.url));

const failed = 1;
const badUsage = 2;

/** Runs until everything has ended. Returns the exit code: 0 fine, 1 the bot failed, 2 bad usage, settings or data. */
async function main(args: readonly string[]): Promise<number> {
  const flags = parseFlags(args);
  if (flags === null || flags.help) {
    (flags === null ? process.stderr : process.stdout).write(usage);
    return flags === null ? badUsage : 0;
  }
  loadDotenv();
  const config = loadConfig(process.env, { needsToken: flags.discord });
  const { discordToken: token, discordApiUrl: apiUrl } = config;
  const shelf = shelfOf(config);
  if (shelf === null) return badUsage;
  const log = createLog(config.logLevel, { secrets: token === null ? [] : [token] });
  surviveStrayErrors(log);
  const store = await openStore(placeOf(config));
  const { settings, bulletins, library, lessons, personalData } = store;
  const tellOften = sparingly(log, Date.now);
  const { shelved: shipped, shelve } = shelf;
  const desks = createServerDesks({
    shipped,
    shelve,
    library,
    lessons,
    settings,
    onUnreadable: (error) => tellOften(error, 'the database cannot be read; servers get what was last known'),
    onRefused: (edition) => log.error({ edition }, 'a stored announcement is not admitted any more'),
  });
  const slugs = shipped.map(({ announcement }) => announcement.slug);
  const parts = {
    log,
    clock: Date.now,
    desks,
    shipped: slugs,
    settings,
    bulletins,
    library,
    lessons,
    personalData,
  };
  try {
    return await (token === null
      ? chatHere(parts, config, flags)
      : onDiscord({ ...parts, token, apiUrl }, config));
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

interface Flags {
  readonly discord: boolean;
  readonly help: boolean;
  readonly page: boolean;
  readonly port: number | null;
}

/** Null for what cannot be meant. */
function parseFlags(args: readonly string[]): Flags | null {
  try {
    const options = {
      discord: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
      'no-page': { type: 'boolean' },
      port: { type: 'string' },
    } as const;
    const { values } = parseArgs({ args: [...args], options });
    const { discord = false, help = false, port } = values;
    const wrongPort = port !== undefined && (!/^\d{1,5}$/.test(port) || Number(port) > 65_535);
    if (wrongPort) return null;
    return {
      discord,
      help,
      page: values['no-page'] !== true,
      port: port === undefined ? null : Number(port),
    };
  } catch {
    return null;
  }
}

/** The announcements, or null once every fault of the data has been told. */
function shelfOf(config: Config): Shelf | null {
  const opened = openShelf(config);
  if (opened.kind === 'verified') return opened.value;
  for (const fault of opened.faults) process.stderr.write(`${describeFault(fault)}\n`);
  return null;
}

/** Chats in the terminal and on the page, until the input ends or the program is told to stop. */
async function chatHere(parts: LocalParts, { color, cwd }: Config, flags: Flags): Promise<number> {
  const { stdin: input, stdout: output } = process;
  const stopped = new Promise((resolve) => {
    process.once('SIGTERM', resolve);
    process.once('SIGINT', resolve);
  });
  const announce = (address: string | null) => {
    output.write(`${address === null ? terminal.noPage : terminal.pageAt(address)}\n`);
  };
  try {
    await localChat(parts, {
      screen: { input, output, color: color && output.isTTY, folder: cwd },
      page: flags.page ? { folder: pageFolder, port: flags.port, announce } : null,
      stopped,
    });
    return 0;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw cause;
    process.stderr.write(`${terminal.portTaken(flags.port)}\n`);
    return failed;
  }
}

/** Answers on Discord until told to stop, or until the connection ends for good. */
async function onDiscord(parts: BotParts, { health: where }: Config): Promise<number> {
  const { apiUrl, log } = parts;
  if (apiUrl !== null)
    log.warn({ apiUrl }, 'DISCORD_API_URL is set: the token is sent there, not to Discord');
  const { bot, health } =
    where === null
      ? { bot: createBot(parts), health: null }
      : await createWatchedBot(parts, where).catch((error: unknown) => {
          throw new ConfigError([
            `Nothing can be served at HEALTH_PORT ${where.port} of HEALTH_HOST ${where.host}: ${error instanceof Error ? error.message : error}. Give another one, or leave HEALTH_PORT empty.`,
          ]);
        });
  const stop = () => {
    bot.stop().catch((error: unknown) => log.error({ err: error }, 'could not disconnect in order'));
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  await bot.start();
  const ending = await bot.ended;
  await health?.close();
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

// A reader that has seen enough (`… | head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

try {
  process.exit(await main(process.argv.slice(2)));
} catch (error) {
  const explained = error instanceof ConfigError || error instanceof StoreError;
  const told = !explained && error instanceof Error ? error.stack : error;
  process.stderr.write(`${explained ? error.message : String(told)}\n`);
  process.exit(explained ? badUsage : failed);
}
