import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { crossings, type Traces } from './traces.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder where each test file leaves its traces. */
    readonly traces: string;
  }
}

/**
 * Searches what all test files together let be seen for the tokens and keys of each: what one of them leaves on the
 * disk or in a process may come to light in another.
 */
export default function watchSuite(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-traces-'));
  project.provide('traces', folder);
  return () => {
    const all = readdirSync(folder).map(
      (name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Traces,
    );
    rmSync(folder, { recursive: true });
    const found = crossings(all);
    if (found.length === 0) return;
    // An error at this point would be told and end with 0 all the same.
    process.exitCode = 1;
    process.stderr.write(`A token or key came to light:\n${found.join('\n')}\n`);
  };
}
