/** The streams and surroundings a subcommand may use. */
export interface Surroundings {
  readonly stdin: NodeJS.ReadableStream;
  readonly stdout: NodeJS.WritableStream;
  readonly stderr: NodeJS.WritableStream;
  /** Folder that relative paths are taken from. */
  readonly cwd: string;
  /** The project's `data/announcements`. */
  readonly announcements: string;
}

/** One word after `verbatim`: `ask`, `verify`, … */
export interface Subcommand {
  readonly name: string;
  /** One line for the list of subcommands. */
  readonly summary: string;
  /** What `--help` prints. */
  readonly usage: string;
  /** Runs with the arguments after the subcommand's name. Returns the exit code: 0 fine, 1 refused, 2 bad usage or data. */
  run(args: readonly string[], surroundings: Surroundings): Promise<number>;
}
