import { RateLimitError } from 'discord.js';
import { ConfigError } from '../config.ts';
import { createRest } from '../discord/client.ts';
import { commands } from '../discord/commands/index.ts';
import { currentApplication, registerCommands } from '../discord/registration.ts';
import { UnclearError } from '../discord/until-clear.ts';
import type { Subcommand } from './subcommand.ts';

/** `register`: tells Discord which commands there are. The bot does the same at every start. */
export const register: Subcommand = {
  name: 'register',
  summary: 'tell Discord which commands there are',
  usage: `Usage: npm run register

Tells Discord which commands there are, if it knows others. Needs DISCORD_TOKEN. The bot does the same at every
start, so this is for trying out a token, or for a bot that is not to be restarted.
`,

  async run(_, { stdout, stderr, config: { discordToken: token, discordApiUrl: apiUrl } }) {
    if (token === null)
      throw new ConfigError(['DISCORD_TOKEN is not set. Copy it from the Bot page of your application.']);
    const rest = createRest({ token, apiUrl });
    try {
      const { kind, count } = await registerCommands(rest, await currentApplication(rest), commands);
      stdout.write(
        kind === 'registered' ? `Registered ${count} commands.\n` : `All ${count} commands are registered.\n`,
      );
      return 0;
    } catch (error) {
      const refused = error instanceof Error && 'status' in error && error.status === 401;
      stderr.write(
        refused
          ? 'Discord refused the token. Check DISCORD_TOKEN.\n'
          : `Discord did not take the commands: ${reason(error)}\n`,
      );
      return 1;
    }
  },
};

function reason(error: unknown): string {
  if (error instanceof UnclearError) return reason(error.cause);
  if (!(error instanceof RateLimitError)) return error instanceof Error ? error.message : String(error);
  const seconds = Math.ceil(error.retryAfter / 1_000);
  return seconds > 0 ? `it takes no more of them for ${seconds} seconds` : 'it takes no more of them for now';
}
