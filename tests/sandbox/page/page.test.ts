/** The page in a real browser: the whole bot, and a bot with everything a bot can show. */

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe } from 'vitest';
import { buildPage, hasBrowser, openBrowser } from './browser.ts';
import { commandStories } from './command-stories.ts';
import { controlStories } from './control-stories.ts';
import { lookStories } from './look-stories.ts';
import { messageStories } from './message-stories.ts';
import { peopleStories } from './people-stories.ts';
import { verbatimStories } from './verbatim-stories.ts';

export interface Ground {
  browser: Browser;
  folder: string;
}

if (!hasBrowser) process.stdout.write('The page was not tested: there is no Chromium on this machine.\n');

describe.skipIf(!hasBrowser)('the page in a browser', { timeout: 60_000 }, () => {
  const ground = {} as Ground;
  let remove = () => {};

  beforeAll(async () => {
    const built = buildPage();
    remove = built.remove;
    ground.folder = built.folder;
    ground.browser = await openBrowser();
  });
  afterAll(async () => {
    await ground.browser?.close();
    remove();
  });

  verbatimStories(ground);
  commandStories(ground);
  messageStories(ground);
  controlStories(ground);
  peopleStories(ground);
  lookStories(ground);
});
