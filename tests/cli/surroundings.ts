import { PassThrough, Readable } from 'node:stream';
import type { Subcommand } from '../../src/cli/subcommand.ts';
import { loadConfig } from '../../src/config.ts';

/** Runs a subcommand as somebody in the folder `cwd` would, with these bytes on standard input. */
export async function run(
  subcommand: Subcommand,
  args: readonly string[],
  { stdin = '', cwd = '/' }: { readonly stdin?: string | Uint8Array; readonly cwd?: string } = {},
) {
  const stdout = new PassThrough();
  const stderr = new PassThrough();
  const config = loadConfig({ INIT_CWD: cwd });
  const code = await subcommand.run(args, {
    stdin: Readable.from([Buffer.from(stdin)]),
    stdout,
    stderr,
    config,
  });
  const written = (stream: PassThrough) => String(stream.read() ?? '');
  return { code, stdout: written(stdout), stderr: written(stderr) };
}
