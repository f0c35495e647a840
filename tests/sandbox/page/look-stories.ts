/** How the page fits: phones, colours, people who do not see it. */

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { describe, expect, it } from 'vitest';
import type { Ground } from './page.test.ts';
import { openShowcase } from './showcase.ts';
import type { Window } from './window.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds serious or critical: in dark colours by all its rules, then by those about colours in light ones. */
async function findings(window: Window): Promise<readonly string[]> {
  // Run from outside the page, whose policy lets no inline script in.
  await window.evaluate(axe);
  const dark = (await window.evaluate("axe.run({ resultTypes: ['violations'] })")) as AxeResults;
  await window.evaluate("document.documentElement.dataset.theme = 'light'");
  const light = (await window.evaluate("axe.run({ runOnly: ['color-contrast'] })")) as AxeResults;
  await window.evaluate("document.documentElement.dataset.theme = 'dark'");
  return [...dark.violations, ...light.violations]
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`));
}

/** Everything the page can show, piece by piece. */
async function visitEverything(window: Window, look: (what: string) => Promise<void>): Promise<void> {
  await look('an empty channel');
  for (const line of ['answer **me** `code` ||hidden|| https://example.org', '/whisper ', '/panel ']) {
    await window.keyboard.type(line);
    await window.keyboard.press('Enter');
  }
  await window.getByRole('button', { name: 'Count 0' }).waitFor();
  await look('messages');
  await window.getByRole('button', { name: 'Apps and more' }).first().press('Enter');
  await look('the menu of a message');
  await window.keyboard.press('Escape');
  await window.getByRole('combobox', { name: 'Mix some' }).press('Enter');
  await look('a menu');
  await window.keyboard.press('Escape');
  await window.getByRole('textbox', { name: /^Write to/ }).focus();
  await window.keyboard.type('/');
  await look('the commands');
  await window.keyboard.type('travel l');
  await window.getByRole('option', { name: 'Lagos (city)' }).waitFor();
  await look('suggestions');
  await window.keyboard.press('Enter');
  await window.keyboard.type('/form ');
  await window.keyboard.press('Enter');
  await window.getByRole('dialog').waitFor();
  await look('a form');
  await window.keyboard.press('Escape');
}

export function lookStories(ground: Ground): void {
  describe('the look', () => {
    it('has nothing serious for axe to find, in dark and light colours', async () => {
      const { window: open } = await openShowcase(ground);
      const window = await open('member/bot', { colorScheme: 'dark' });
      const found: string[] = [];
      await visitEverything(window, async (what) => {
        found.push(...(await findings(window)).map((finding) => `${what}: ${finding}`));
      });
      expect(found).toEqual([]);
      expect(window.complaints).toEqual([]);
    });

    it('fits a phone: nothing wider than the screen, and everything within reach', async () => {
      const { window: open } = await openShowcase(ground);
      const phone = { viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true };
      const window = await open('member/bot', phone);
      const tooWide: string[] = [];
      await window.getByRole('textbox', { name: /^Write to/ }).tap();
      await visitEverything(window, async (what) => {
        const over = await window.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
        if (over > 0) tooWide.push(`${what}: ${over}px`);
      });
      expect(tooWide).toEqual([]);
      await window.getByRole('button', { name: 'Channels and people' }).tap();
      const channels = window.getByRole('navigation', { name: 'Channels' });
      await channels.waitFor();
      await window.keyboard.press('Escape');
      await channels.waitFor({ state: 'hidden' });
      await window.getByRole('button', { name: 'Channels and people' }).tap();
      await window.getByRole('button', { name: 'general' }).tap();
      await window.getByRole('heading', { name: 'general', exact: true }).waitFor();
      await window.getByRole('button', { name: 'Channels and people' }).tap();
      await window.getByRole('button', { name: 'Tomo second moderator' }).tap();
      expect(window.complaints).toEqual([]);
    });

    it('keeps the colours somebody chose', async () => {
      const { window: open } = await openShowcase(ground);
      const window = await open('member/bot', { colorScheme: 'dark' });
      await window.getByRole('button', { name: 'Light colours' }).click();
      await window.reload();
      await window.getByRole('button', { name: 'Dark colours' }).waitFor();
      expect(await window.locator('html').getAttribute('data-theme')).toBe('light');
    });
  });
}
