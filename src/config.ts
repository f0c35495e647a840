import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/** Everything that can be set from outside, checked. */
export interface Config {
  /** The bot's token, or null: then there is the local chat. */
  readonly discordToken: string | null;
  /** Base address of Discord's REST API, or null for Discord's own. */
  readonly discordApiUrl: string | null;
  readonly logLevel: LogLevel;
  /** Folder of announcement folders. */
  readonly announcements: string;
  /** Slug of the announcement asked about when none is named, or null for the first. */
  readonly defaultAnnouncement: string | null;
  /** Folder in which the bot on Discord keeps what must survive a restart. */
  readonly dataDir: string;
  /** Encrypts what is kept there, or null. */
  readonly databaseKey: string | null;
  /** Where `/healthz` and `/metrics` are served, or null for nowhere. */
  readonly health: { readonly host: string; readonly port: number } | null;
  /** Folder of the reviewed vocabulary. */
  readonly lexicon: string;
  /** Folder from which a person's relative paths are taken. */
  readonly cwd: string;
  /** False where NO_COLOR asks for plain text (https://no-color.org). */
  readonly color: boolean;
}

const levels = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;
export type LogLevel = (typeof levels)[number];

/** Thrown with every wrong setting named, one line each. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.problems = problems;
  }
}

const data = (name: string) => fileURLToPath(new URL(`../data/${name}`, import.meta.url));

const wrongPort =
  'HEALTH_PORT must be a port number, 1 to 65535 (0 takes a free one). Leave it empty to serve nothing.';

const settings = z.object({
  DISCORD_TOKEN: z
    .string()
    .regex(
      /^[\w-]+\.[\w-]+\.[\w-]+$/,
      'DISCORD_TOKEN does not look like a bot token (three parts joined by dots). Copy it from the Bot page of your application, without "Bot " before it.',
    )
    .nullable(),
  DISCORD_API_URL: z
    .string()
    .refine(
      isSafeAddress,
      'DISCORD_API_URL must be an https address, or http on this machine (127.0.0.1, localhost), such as https://proxy.example/api. The token is sent there.',
    )
    .nullable(),
  LOG_LEVEL: z.enum(levels, { error: `LOG_LEVEL must be one of ${levels.join(', ')}.` }),
  ANNOUNCEMENTS: z.string(),
  DEFAULT_ANNOUNCEMENT: z.string().nullable(),
  DATA_DIR: z.string().nullable(),
  DATABASE_KEY: z
    .string()
    .min(
      16,
      'DATABASE_KEY is too short to protect anything: give it at least 16 characters, such as the output of "openssl rand -hex 32".',
    )
    .nullable(),
  HEALTH_PORT: z.coerce
    .number({ error: wrongPort })
    .int(wrongPort)
    .min(0, wrongPort)
    .max(65_535, wrongPort)
    .nullable(),
  HEALTH_HOST: z.string(),
});

const noToken =
  'DISCORD_TOKEN is not set. Copy the token from the Bot page of your application at https://discord.com/developers/applications into .env or the environment. To try the bot without one: npm start';

/**
 * Reads the settings. An empty value counts as not set; relative paths are taken from where the person called.
 * Throws a ConfigError that names everything wrong at once, a missing token too where one is needed.
 */
export function loadConfig(env: NodeJS.ProcessEnv = process.env, { needsToken = false } = {}): Config {
  const given = (name: string) => env[name]?.trim() || null;
  const parsed = settings.safeParse({
    DISCORD_TOKEN: given('DISCORD_TOKEN'),
    DISCORD_API_URL: given('DISCORD_API_URL'),
    // The local chat shares its terminal with the log, which therefore keeps quiet.
    LOG_LEVEL: given('LOG_LEVEL') ?? (given('DISCORD_TOKEN') === null ? 'warn' : 'info'),
    ANNOUNCEMENTS: given('ANNOUNCEMENTS') ?? data('announcements'),
    DEFAULT_ANNOUNCEMENT: given('DEFAULT_ANNOUNCEMENT'),
    DATA_DIR: given('DATA_DIR'),
    DATABASE_KEY: given('DATABASE_KEY'),
    HEALTH_PORT: given('HEALTH_PORT'),
    HEALTH_HOST: given('HEALTH_HOST') ?? '127.0.0.1',
  });
  const missing = needsToken && given('DISCORD_TOKEN') === null ? [noToken] : [];
  if (!parsed.success || missing.length > 0) {
    const wrong = parsed.error?.issues.map((issue) => issue.message) ?? [];
    throw new ConfigError([...missing, ...wrong]);
  }
  const cwd = env.INIT_CWD ?? process.cwd();
  return {
    discordToken: parsed.data.DISCORD_TOKEN,
    discordApiUrl: parsed.data.DISCORD_API_URL,
    logLevel: parsed.data.LOG_LEVEL,
    announcements: resolve(cwd, parsed.data.ANNOUNCEMENTS),
    defaultAnnouncement: parsed.data.DEFAULT_ANNOUNCEMENT,
    dataDir: parsed.data.DATA_DIR === null ? resolve('.verbatim') : resolve(cwd, parsed.data.DATA_DIR),
    databaseKey: parsed.data.DATABASE_KEY,
    health:
      parsed.data.HEALTH_PORT === null
        ? null
        : { host: parsed.data.HEALTH_HOST, port: parsed.data.HEALTH_PORT },
    lexicon: data('lexicon'),
    cwd,
    color: (env.NO_COLOR ?? '') === '',
  };
}

/** Loopback or https only, since the token travels there. */
function isSafeAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, username, password } = new URL(address);
  if (username !== '' || password !== '') return false;
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}
