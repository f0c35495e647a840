import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { z } from 'zod';

const folder = 'tests/bad-inputs';

const report = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      assertionResults: z.array(z.object({ ancestorTitles: z.array(z.string()), status: z.string() })),
    }),
  ),
});

/** Throws every named bad input at every path, and tells how many there were. Resolves to whether all were taken well. */
export function proveInputs(tell: (line: string) => void): boolean {
  const at = mkdtempSync(join(tmpdir(), 'verbatim-inputs-'));
  try {
    const file = join(at, 'report.json');
    const args = ['vitest', 'run', folder, '--reporter=json', `--outputFile=${file}`];
    const { status } = spawnSync('npx', args, { stdio: ['ignore', 'ignore', 'inherit'] });
    const { testResults } = report.parse(JSON.parse(readFileSync(file, 'utf8')));
    const rows = testResults
      .map(({ name, assertionResults }) => ({
        name: basename(name, '.test.ts'),
        paths: new Set(assertionResults.map(({ ancestorTitles }) => ancestorTitles.join())).size,
        cases: assertionResults.length,
        well: assertionResults.filter((one) => one.status === 'passed').length,
      }))
      .sort((a, b) => b.cases - a.cases);
    const sum = (of: (row: (typeof rows)[number]) => number) => rows.reduce((all, row) => all + of(row), 0);
    const line = (name: string, ...counts: readonly (number | string)[]) =>
      tell(name.padEnd(16) + counts.map((count) => String(count).padStart(12)).join(''));
    line('', 'paths', 'cases', 'taken well');
    for (const { name, paths, cases, well } of rows) line(name, paths, cases, well);
    line(
      'all',
      sum(({ paths }) => paths),
      sum(({ cases }) => cases),
      sum(({ well }) => well),
    );
    return status === 0;
  } finally {
    rmSync(at, { recursive: true });
  }
}
