/**
 * Takes the pictures of the page that the README shows, in dark and light colours: `npm run screenshots`.
 * Needs a Chromium on this machine.
 */

import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { openDesk } from '../src/app.ts';
import { loadConfig } from '../src/config.ts';
import { bulletins } from '../src/desk/wording/bulletins.ts';
import { servePage } from '../src/sandbox/page/serve-page.ts';
import { startConversation } from '../tests/discord/conversation.ts';
import { buildPage, openBrowser } from '../tests/sandbox/page/browser.ts';

const folder = fileURLToPath(new URL('./screenshots/', import.meta.url));
const wide = { viewport: { width: 960, height: 600 } };
const phone = { viewport: { width: 390, height: 760 }, hasTouch: true, isMobile: true };

/** A world of its own for each colour, so that both show the same. */
async function take(browser: Browser, pageFolder: string, colorScheme: 'dark' | 'light'): Promise<void> {
  const desk = openDesk(loadConfig({}), 'asking');
  if (desk.kind === 'faulty') throw new Error('The announcement that ships does not load');
  const talk = await startConversation({ desk: desk.value });
  const served = servePage(talk.sandbox, pageFolder);
  if (!served) throw new Error('The page has not been built');
  const open = async (where: string, options: BrowserContextOptions) => {
    const look = { locale: 'en-GB', timezoneId: 'UTC', reducedMotion: 'reduce', colorScheme } as const;
    const page = await (await browser.newContext({ ...look, ...options })).newPage();
    await page.goto(`${served.address}#${where}`);
    await page.getByRole('textbox', { name: /^Write to/ }).waitFor();
    return page;
  };
  const shoot = async (page: Page, name: string) => {
    await page.mouse.move(0, 0);
    await page.screenshot({ path: `${folder}${name}-${colorScheme}.png` });
  };
  try {
    await answer(await open('member/bot', wide), shoot);
    await check(await open('member/general', wide), shoot);
    await bulletin(open, shoot);
    await onPhone(await open('moderator/bot', phone), shoot);
  } finally {
    served.close();
    await talk.end();
  }
}

type Shoot = (page: Page, name: string) => Promise<void>;

const answers = (page: Page, count: number) =>
  page
    .getByRole('article', { name: /^Verbatim/ })
    .nth(count - 1)
    .waitFor();

async function say(page: Page, line: string): Promise<void> {
  await page.keyboard.type(line);
  await page.keyboard.press('Enter');
}

async function answer(page: Page, shoot: Shoot): Promise<void> {
  await say(page, 'what did xi say about teh moon station??');
  await answers(page, 1);
  await shoot(page, 'answer');
  await say(page, 'how much money is china lending?');
  await answers(page, 2);
  await shoot(page, 'not-said');
}

async function check(page: Page, shoot: Shoot): Promise<void> {
  await page.keyboard.type('/check ');
  await say(
    page,
    'China and Venezuela are good friends who trust each other and bad partners for common development',
  );
  await answers(page, 1);
  await page.keyboard.type('/ask ');
  await page.keyboard.type('development');
  await page
    .getByRole('option', { name: /Xi Jinping/ })
    .first()
    .waitFor();
  await page.keyboard.press('ArrowDown');
  await shoot(page, 'commands');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await shoot(page, 'check');
}

async function bulletin(
  open: (where: string, options: BrowserContextOptions) => Promise<Page>,
  shoot: Shoot,
): Promise<void> {
  const ines = await open('moderator/moderators', wide);
  await ines.keyboard.type('/announce new announcements');
  await ines.getByRole('option', { name: '#announcements' }).waitFor();
  await ines.keyboard.press('Enter');
  await ines.keyboard.press('Enter');
  const form = ines.getByRole('dialog');
  await form.getByLabel(bulletins.form.heading).fill('Questions about the joint statement');
  await form
    .getByLabel(bulletins.form.text)
    .fill('Please ask them with /ask, in any channel. You get the exact words, or that it was not said.');
  await shoot(ines, 'form');
  await form.getByRole('button', { name: 'Submit' }).click();
  await ines.getByRole('button', { name: bulletins.buttons.submit }).click();
  await ines.getByText(bulletins.done.submitted).waitFor();
  const tomo = await open('second-moderator/moderators', wide);
  await tomo.keyboard.type('/announce approve ');
  await tomo.getByRole('option', { name: /Questions/ }).waitFor();
  for (const key of ['ArrowDown', 'Enter', 'Enter']) await tomo.keyboard.press(key);
  await tomo.getByRole('button', { name: bulletins.buttons.approve, exact: true }).waitFor();
  await shoot(tomo, 'bulletin');
}

async function onPhone(page: Page, shoot: Shoot): Promise<void> {
  await page.getByRole('textbox', { name: /^Write to/ }).tap();
  await say(page, '¿qué dijo Xi sobre la luna?');
  await answers(page, 1);
  await shoot(page, 'phone');
}

mkdirSync(folder, { recursive: true });
const built = buildPage();
const browser = await openBrowser();
try {
  for (const colour of ['dark', 'light'] as const) await take(browser, built.folder, colour);
} finally {
  await browser.close();
  built.remove();
}
