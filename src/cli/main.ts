import { ConfigError, loadConfig } from '../config.ts';
import { loadDotenv } from '../dotenv.ts';
import { ask } from './ask.ts';
import { register } from './register.ts';
import type { Subcommand } from './subcommand.ts';
import { verify } from './verify.ts';

const subcommands: readonly Subcommand[] = [ask, verify, register];

const help = `Usage: npm run --silent cli -- SUBCOMMAND [--help]

${subcommands.map(({ name, summary }) => `  ${name.padEnd(10)}${summary}`).join('\n')}
`;

/** Runs the command line. Returns the exit code: 0 fine, 1 refused, 2 bad usage or data. */
async function main([name, ...args]: readonly string[]): Promise<number> {
  if (name === undefined || name === 'help' || name === '--help') {
    process.stdout.write(help);
    return name === undefined ? 2 : 0;
  }
  const subcommand = subcommands.find((one) => one.name === name);
  if (subcommand === undefined) {
    process.stderr.write(`There is no subcommand "${name}".\n\n${help}`);
    return 2;
  }
  if (args.includes('--help')) {
    process.stdout.write(subcommand.usage);
    return 0;
  }
  loadDotenv();
  const { stdin, stdout, stderr } = process;
  return subcommand.run(args, { stdin, stdout, stderr, config: loadConfig() });
}

// A reader that has seen enough (`… | head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const message = error instanceof ConfigError ? error.message : error instanceof Error ? error.stack : error;
  process.stderr.write(`${message}\n`);
  process.exitCode = 2;
}
