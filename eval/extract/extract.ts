import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { describeFault } from '../../src/announcement/describe-fault.ts';
import { loadAnnouncement } from '../../src/announcement/load.ts';
import { agreement } from './announcements.ts';
import { measurePolnear } from './polnear.ts';

/**
 * Extraction against labels: `[--notes] [--polnear GITDIR [--part dev|train]] [FOLDER…]`. FOLDERs are announcement
 * folders, or folders of such; by default the shipped ones and the invented ones.
 */
export function extract(args: readonly string[]): void {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { notes: { type: 'boolean' }, polnear: { type: 'string' }, part: { type: 'string' } },
  });
  const roots = positionals.length > 0 ? positionals : ['data/announcements', 'eval/announcements'];
  process.stdout.write('announcement                said  found  words   kind   name   role  leaked\n');
  for (const folder of roots.flatMap(foldersIn)) {
    const loaded = loadAnnouncement(folder);
    if (loaded.kind === 'faulty') {
      for (const fault of loaded.faults) process.stderr.write(`${describeFault(fault)}\n`);
      process.exitCode = 2;
      continue;
    }
    const { said, found, words, kind, name, role, leaked, notes } = agreement(loaded.value);
    const cells = [said, found, words, kind, name, role, leaked].map((count) => String(count).padStart(5));
    process.stdout.write(`${loaded.value.slug.padEnd(26)} ${cells.join('  ')}\n`);
    if (values.notes === true) for (const note of notes) process.stdout.write(`    ${note}\n`);
  }
  if (values.polnear !== undefined)
    process.stdout.write(measurePolnear(values.polnear, values.part ?? 'dev'));
}

function foldersIn(root: string): string[] {
  const entries = readdirSync(root, { withFileTypes: true });
  if (entries.some(({ name }) => name === 'announcement.yaml')) return [root];
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(root, name))
    .sort();
}
