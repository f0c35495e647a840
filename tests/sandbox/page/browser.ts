/** A real browser on the page, where the machine has one. */

import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const executable = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  existsSync,
);

export const hasBrowser = executable !== undefined;

/** It talks to nobody but the page. */
const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export function openBrowser(): Promise<Browser> {
  return chromium.launch({ ...(executable ? { executablePath: executable } : {}), args: flags });
}

/** Bundles the page as `npm run build` does. @returns where it is, and its end. */
export function buildPage(): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-page-'));
  execFileSync('npm', ['run', '--silent', 'page', '--', `--outdir=${folder}`], { timeout: 60_000 });
  return { folder, remove: () => rmSync(folder, { recursive: true }) };
}
