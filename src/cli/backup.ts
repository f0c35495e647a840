import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { backUpStore } from '../store/open-store.ts';
import { StoreError } from '../store/store-error.ts';
import type { Subcommand } from './subcommand.ts';

/** `backup`: a whole copy of what the bot keeps, while it runs. */
export const backup: Subcommand = {
  name: 'backup',
  summary: 'copy what the bot keeps to a file, while it runs',
  usage: `Usage: npm run --silent cli -- backup FILE

Copies the database in DATA_DIR to FILE, which must not exist. The bot may be running. With DATABASE_KEY the copy is
encrypted with the same key. To restore: stop the bot, move DATA_DIR/verbatim.db away with verbatim.db-wal and
verbatim.db-shm, put the copy in its place, and start the bot.
`,

  async run(args, { stdout, stderr, config: { dataDir, databaseKey: key, cwd } }) {
    const [name] = args;
    if (args.length !== 1 || name === undefined || name.startsWith('-')) {
      stderr.write(backup.usage);
      return 2;
    }
    const to = resolve(cwd, name);
    if (existsSync(to)) {
      stderr.write(`${to} exists already. Give another name, or move it away.\n`);
      return 2;
    }
    try {
      await backUpStore({ kind: 'file', file: join(dataDir, 'verbatim.db'), key }, to);
    } catch (error) {
      const told = error instanceof StoreError ? error.message : `${to} could not be written: ${error}`;
      stderr.write(`${told}\n`);
      return 2;
    }
    stdout.write(`${to}\n`);
    return 0;
  },
};
