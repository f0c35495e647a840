import { setTimeout as delay } from 'node:timers/promises';
import { DiscordAPIError, type REST } from 'discord.js';
import type { Log } from '../log.ts';
import type { Command } from './command.ts';
import { registerCommands } from './registration.ts';

export interface RegisteringParts {
  readonly rest: REST;
  /** Id of the application. */
  readonly application: string;
  readonly commands: readonly Command[];
  readonly log: Log;
  /** Milliseconds after which it is tried again where nobody refused: an item for each further try. */
  readonly againAfterMs: readonly number[];
  readonly over: () => boolean;
  /** Told when Discord refuses the token. */
  readonly onUnauthorized: () => void;
}

/**
 * Registers the commands. Where Discord cannot be asked or did not answer, tries again in the background; a refusal
 * is not repeated. Resolves after the first try and never rejects: commands registered before go on working.
 */
export async function registerAtStart(parts: RegisteringParts): Promise<void> {
  if (!(await register(parts))) void tryAgain(parts);
}

async function tryAgain(parts: RegisteringParts): Promise<void> {
  for (const pause of parts.againAfterMs) {
    await delay(pause, undefined, { ref: false });
    if (parts.over() || (await register(parts))) return;
  }
}

/** Whether there is nothing more to be tried. */
async function register({ rest, application, commands, log, onUnauthorized }: RegisteringParts) {
  try {
    const { kind, count } = await registerCommands(rest, application, commands);
    log.info({ count }, kind === 'registered' ? 'commands registered' : 'commands are as registered before');
    return true;
  } catch (error) {
    log.error({ err: error }, 'could not register the commands; those registered before still work');
    if (!(error instanceof DiscordAPIError)) return false;
    if (error.status === 401) onUnauthorized();
    return true;
  }
}
