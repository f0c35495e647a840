import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openStore, type Store } from '../../src/store/open-store.ts';

/** A path in a folder of its own, removed when the test is over. */
export async function freshFile(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'verbatim-store-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return join(folder, 'verbatim.db');
}

/** Opens a store for the length of the test. */
export async function storeAt(file: string, key: string | null = null): Promise<Store> {
  const store = await openStore({ kind: 'file', file, key });
  onTestFinished(() => store.close().catch(() => undefined));
  return store;
}
