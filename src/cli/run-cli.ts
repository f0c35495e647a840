import { ConfigError, loadConfig } from '../config.ts';
import type { Subcommand, Surroundings } from './subcommand.ts';

/** Each is loaded when it is called for: asking needs nothing of Discord. */
const subcommands: Readonly<Record<string, () => Promise<Subcommand>>> = {
  ask: async () => (await import('./ask.ts')).ask,
  check: async () => (await import('./check.ts')).check,
  verify: async () => (await import('./verify.ts')).verify,
  extract: async () => (await import('./extract.ts')).extract,
  backup: async () => (await import('./backup.ts')).backup,
  register: async () => (await import('./register.ts')).register,
};

/**
 * Runs the command line with the arguments after the program's name and the settings of `env`. Returns the exit
 * code: 0 fine, 1 refused, 2 bad usage, settings or data.
 */
export async function runCli(
  [name, ...args]: readonly string[],
  streams: Omit<Surroundings, 'config'>,
  env: NodeJS.ProcessEnv,
): Promise<number> {
  const { stdout, stderr } = streams;
  if (name === undefined || name === 'help' || name === '--help') {
    stdout.write(await help());
    return name === undefined ? 2 : 0;
  }
  const load = Object.hasOwn(subcommands, name) ? subcommands[name] : undefined;
  if (load === undefined) {
    stderr.write(`There is no subcommand "${name}".\n\n${await help()}`);
    return 2;
  }
  const subcommand = await load();
  if (args.includes('--help')) {
    stdout.write(subcommand.usage);
    return 0;
  }
  try {
    return await subcommand.run(args, { ...streams, config: loadConfig(env) });
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    stderr.write(`${error.message}\n`);
    return 2;
  }
}

async function help(): Promise<string> {
  const all = await Promise.all(Object.values(subcommands).map((load) => load()));
  const lines = all.map(({ name, summary }) => `  ${name.padEnd(10)}${summary}`);
  return `Usage: npm run --silent cli -- SUBCOMMAND [--help]\n\n${lines.join('\n')}\n`;
}
