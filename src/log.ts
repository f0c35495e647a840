import { LRUCache } from 'lru-cache';
import { type Logger, pino } from 'pino';
import type { LogLevel } from './config.ts';

export type Log = Logger;

/** Where log lines go: standard error, or a test's list. */
export interface LogOutput {
  write(line: string): unknown;
}

/**
 * A log of one JSON object per line. Nothing secret passes: every line is cleaned as the last step,
 * whatever put it there.
 */
export function createLog(
  level: LogLevel,
  { output = process.stderr, secrets = [] }: { output?: LogOutput; secrets?: readonly string[] } = {},
): Log {
  const clean = cleaner(secrets);
  return pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { err: describeError } },
    { write: (line: string) => void output.write(clean(line)) },
  );
}

/**
 * Tells of errors that may come many times a second: of each message (and what it is about) at once, and then once in
 * `everyMs` milliseconds, with how often it came since.
 */
export function sparingly(
  log: Log,
  now: () => number,
  everyMs = 60_000,
): (error: unknown, message: string, about?: Readonly<Record<string, unknown>>) => void {
  const told = new LRUCache<string, { readonly at: number; since: number }>({ max: 1_000 });
  return (error, message, about = {}) => {
    const key = `${message} ${JSON.stringify(about)}`;
    const before = told.get(key);
    if (before !== undefined && Math.abs(now() - before.at) < everyMs) {
      before.since += 1;
      return;
    }
    told.set(key, { at: now(), since: 0 });
    const since = before === undefined || before.since === 0 ? {} : { alsoSinceLastTold: before.since };
    log.error({ err: error, ...about, ...since }, message);
  };
}

/** What may be told of an error. discord.js errors also carry the address and the body of their request, tokens included. */
function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) };
  const { name, message, stack, cause } = error;
  const { code, status, method } = error as { code?: unknown; status?: unknown; method?: unknown };
  const inner = cause === undefined ? {} : { cause: describeError(cause) };
  return { name, message, code, status, method, stack, ...inner };
}

/** Patterns of what must never be read in a log. Each keeps its first group. */
const secretShapes: readonly RegExp[] = [
  // Interaction tokens stand in the paths of callbacks and follow-ups.
  /(\/interactions\/\d+\/)[^/?\s"\\]+/g,
  /(\/webhooks\/\d+\/)[^/?\s"\\]+/g,
  /(\bBot )[\w.-]{20,}/g,
  // A bot token: three base64url parts.
  /()\b[\w-]{20,}\.[\w-]{5,}\.[\w-]{20,}/g,
  /("token\\?":\s*\\?")[^"\\]+/g,
  // An interaction token is base64 of "interaction:<id>:…".
  /()\baW50ZXJhY3Rpb246[\w+/=-]+/g,
];

function cleaner(secrets: readonly string[]): (line: string) => string {
  const known = secrets.filter((secret) => secret !== '');
  return (line) => {
    const withoutKnown = known.reduce((text, secret) => text.replaceAll(secret, '[redacted]'), line);
    return secretShapes.reduce((text, shape) => text.replace(shape, '$1[redacted]'), withoutKnown);
  };
}
