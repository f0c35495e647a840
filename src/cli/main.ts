import { loadDotenv } from '../dotenv.ts';
import { runCli } from './run-cli.ts';

const { argv, stdin, stdout, stderr, env } = process;

// A reader that has seen enough (`… | head`) is no error.
stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

try {
  loadDotenv();
  process.exitCode = await runCli(argv.slice(2), { stdin, stdout, stderr }, env);
} catch (error) {
  stderr.write(`${error instanceof Error ? error.stack : error}\n`);
  process.exitCode = 2;
}
