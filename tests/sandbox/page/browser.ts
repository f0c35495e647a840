/** A real browser on the page, where the machine has one. */

import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { onTestFinished } from 'vitest';

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

export type Window = Page & { readonly complaints: readonly string[] };

/** A window of its own, closed after the test; errors, and requests to anybody else, are complaints of the page. */
export async function openWindow(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {},
): Promise<Window> {
  const context = await browser.newContext({
    viewport: { width: 1200, height: 760 },
    locale: 'en-GB',
    timezoneId: 'UTC',
    reducedMotion: 'reduce',
    ...options,
  });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (line) => {
    if (line.type() === 'error' || line.type() === 'warning') complaints.push(line.text());
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(new URL(address).origin)) complaints.push(`asked for ${request.url()}`);
  });
  await page.goto(address);
  await page.getByRole('textbox', { name: /^Write to/ }).waitFor();
  return Object.assign(page, { complaints });
}
