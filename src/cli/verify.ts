import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Announcement } from '../announcement/announcement.ts';
import { uncoveredSentences } from '../announcement/coverage.ts';
import { describeFault } from '../announcement/describe-fault.ts';
import type { Fault } from '../announcement/fault.ts';
import { loadAnnouncement, loadAnnouncements } from '../announcement/load.ts';
import { wordsAt } from '../announcement/statement.ts';
import { readArguments } from './read-arguments.ts';
import type { Subcommand } from './subcommand.ts';

const usage = `Usage: npm run --silent cli -- verify [PATH…]

Compares every statement with its source and tells all faults at once, with file and line. A PATH is an
announcement's folder, a folder of such folders, or a plain .txt article; without one, the announcements of the
settings are verified.

Exit code: 0 all verified, 2 faults or bad usage.
`;

/** verify: is everything that claims to be said really in its source? */
export const verify: Subcommand = {
  name: 'verify',
  summary: 'compare announcements with their sources',
  usage,
  async run(args, { stdout, stderr, config }) {
    const parsed = readArguments(args, {});
    if (typeof parsed === 'string') {
      stderr.write(`${parsed}\n\n${usage}`);
      return 2;
    }
    const paths = parsed.positionals;
    const loaded =
      paths.length === 0
        ? [loadAnnouncements(config.announcements, config.defaultAnnouncement)]
        : paths.map((path) => load(resolve(config.cwd, path)));
    const faults: Fault[] = [];
    for (const one of loaded) {
      if (one.kind === 'faulty') faults.push(...one.faults);
      else for (const announcement of one.value) stdout.write(summary(announcement));
    }
    for (const fault of faults) stderr.write(`${describeFault(fault)}\n`);
    if (faults.length > 0) stderr.write(`${faults.length} ${faults.length === 1 ? 'fault' : 'faults'}.\n`);
    return faults.length === 0 ? 0 : 2;
  },
};

function load(path: string) {
  if (/\.txt$/i.test(path) || existsSync(join(path, 'announcement.yaml'))) {
    const loaded = loadAnnouncement(path);
    return loaded.kind === 'faulty' ? loaded : { kind: loaded.kind, value: [loaded.value] };
  }
  return loadAnnouncements(path, null);
}

function summary(announcement: Announcement): string {
  const { slug, source, statements, version } = announcement;
  const gaps = uncoveredSentences(announcement).map(
    (span) => `  no statement holds most of: ${wordsAt(source, span)}\n`,
  );
  const count = `${statements.length} ${statements.length === 1 ? 'statement' : 'statements'}`;
  return `${slug}: ${count} verified, version ${version}\n${gaps.join('')}`;
}
