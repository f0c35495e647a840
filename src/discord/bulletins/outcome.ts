import { DiscordAPIError, RateLimitError, RESTJSONErrorCodes } from 'discord.js';
import type { Problem } from '../../bulletins/bulletin.ts';

/** What is certain after a call to Discord failed. */
export type Failure =
  | { readonly kind: 'refused'; readonly problem: Problem }
  /** After so many milliseconds, a whole number. */
  | { readonly kind: 'later'; readonly delay: number }
  | { readonly kind: 'unclear' };

const unreachable = 30_000;

/** Errors of the network in which no request was sent: the connection was never made. */
const neverConnected = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/**
 * Judges an error of a REST client that repeats nothing and waits for nothing (`retries: 0`, `rejectOnRateLimit`).
 * Whatever is not known to have been refused may have been carried out.
 */
export function judge(error: unknown): Failure {
  if (error instanceof RateLimitError) return { kind: 'later', delay: Math.ceil(error.retryAfter) };
  if (error instanceof DiscordAPIError) return judgeAnswer(error);
  const code = codeOf(error) ?? (error instanceof Error ? codeOf(error.cause) : undefined);
  if (code !== undefined && neverConnected.has(code)) return { kind: 'later', delay: unreachable };
  return { kind: 'unclear' };
}

/** Discord's answers: https://docs.discord.com/developers/topics/opcodes-and-status-codes */
function judgeAnswer({ status, code }: DiscordAPIError): Failure {
  if (status === 429) return { kind: 'later', delay: unreachable };
  // The token was refused; the bot ends over that by itself, and another run may have a good one.
  if (status === 401) return { kind: 'later', delay: unreachable };
  // Without a code of Discord's it was the network in front of it that refused.
  if (typeof code !== 'number' || code === 0) return { kind: 'later', delay: unreachable };
  const refused = (problem: Problem): Failure => ({ kind: 'refused', problem });
  switch (code) {
    case RESTJSONErrorCodes.UnknownChannel:
    case RESTJSONErrorCodes.UnknownGuild:
      return refused({ kind: 'channel-gone' });
    case RESTJSONErrorCodes.UnknownMessage:
      return refused({ kind: 'deleted' });
    case RESTJSONErrorCodes.MissingAccess:
      return refused({ kind: 'missing-permissions', permissions: ['ViewChannel'] });
    case RESTJSONErrorCodes.MissingPermissions:
      return refused({ kind: 'missing-permissions', permissions: ['SendMessages'] });
    default:
      return refused({ kind: 'rejected', detail: String(code) });
  }
}

function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
