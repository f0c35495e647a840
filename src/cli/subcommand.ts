import type { Config } from '../config.ts';

/** The streams and settings a subcommand may use. */
export interface Surroundings {
  readonly stdin: NodeJS.ReadableStream;
  readonly stdout: NodeJS.WritableStream;
  readonly stderr: NodeJS.WritableStream;
  /** Relative paths are taken from `config.cwd`. */
  readonly config: Config;
}

/** One word after `npm run cli --`: `ask`, `verify`, … */
export interface Subcommand {
  readonly name: string;
  /** One line for the list of subcommands. */
  readonly summary: string;
  /** What `--help` prints; ends with a line break. */
  readonly usage: string;
  /** Runs with the arguments after the subcommand's name. Returns the exit code: 0 fine, 1 refused, 2 bad usage or data. */
  run(args: readonly string[], surroundings: Surroundings): Promise<number>;
}
