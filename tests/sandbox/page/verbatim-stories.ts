/** Verbatim itself on the page, with the announcement that ships. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDesk } from '../../../src/app.ts';
import { loadConfig } from '../../../src/config.ts';
import { bulletins } from '../../../src/desk/wording/bulletins.ts';
import { type Page, servePage } from '../../../src/sandbox/page/serve-page.ts';
import { type Conversation, startConversation } from '../../discord/conversation.ts';
import type { Ground } from './page.test.ts';
import { openWindow } from './window.ts';

export function verbatimStories(ground: Ground): void {
  describe('with Verbatim behind it', () => {
    let talk: Conversation;
    let served: Page;

    beforeAll(async () => {
      const desk = openDesk(loadConfig({}), 'asking');
      if (desk.kind === 'faulty') throw new Error('The announcement that ships does not load');
      talk = await startConversation({ desk: desk.value });
      const page = servePage(talk.sandbox, ground.folder);
      if (!page) throw new Error('The page is not there');
      served = page;
    });
    afterAll(async () => {
      served?.close();
      await talk?.end();
    });

    it('answers the first question a stranger types, with somebody’s words', async () => {
      const opened = performance.now();
      const window = await openWindow(ground.browser, served.address);
      await window.keyboard.type('what did xi say about teh moon station??');
      await window.keyboard.press('Enter');
      const answer = window.getByRole('article', { name: /^Verbatim/ });
      await answer.getByText('International Lunar Research Station').waitFor();
      process.stdout.write(
        `The page: ${Math.round(performance.now() - opened)} ms from its opening to the first answer\n`,
      );
      expect(await answer.textContent()).toContain('Xi Jinping');
      await answer.getByRole('button', { name: 'Context' }).click();
      await window
        .getByRole('article', { name: /^Verbatim/ })
        .nth(1)
        .waitFor();
      expect(window.complaints).toEqual([]);
    });

    it('runs a command that is typed without touching the mouse', async () => {
      const window = await openWindow(ground.browser, `${served.address}#member/general`);
      await window.keyboard.type('/as');
      await window.getByRole('option', { name: /^\/ask/ }).waitFor();
      await window.keyboard.press('Enter');
      await window.keyboard.type('how much money is china lending?');
      await window.keyboard.press('Enter');
      await window.getByText('Robin used /ask').waitFor();
      expect(window.complaints).toEqual([]);
    });

    it('posts a bulletin that one moderator wrote and another approved, once', async () => {
      const where = (person: string, channel: string) =>
        openWindow(ground.browser, `${served.address}#${person}/${channel}`);
      const ines = await where('moderator', 'moderators');
      await ines.keyboard.type('/announce new ');
      await ines.keyboard.type('announcements');
      await ines.getByRole('option', { name: '#announcements' }).waitFor();
      await ines.keyboard.press('Enter');
      await ines.keyboard.press('Enter');
      const form = ines.getByRole('dialog');
      await form.getByLabel(bulletins.form.heading).fill('Maintenance');
      await form.getByLabel(bulletins.form.text).fill('The server restarts at noon.');
      await form.getByRole('button', { name: 'Submit' }).click();
      await ines.getByRole('button', { name: bulletins.buttons.submit }).press('Enter');
      await ines.getByText(bulletins.done.submitted).waitFor();

      const tomo = await where('second-moderator', 'moderators');
      expect(await tomo.getByText('The server restarts').count()).toBe(0);
      await tomo.keyboard.type('/announce approve ');
      await tomo.getByRole('option', { name: /Maintenance/ }).waitFor();
      await tomo.keyboard.press('ArrowDown');
      await tomo.keyboard.press('Enter');
      await tomo.keyboard.press('Enter');
      await tomo.getByText('The server restarts at noon.').first().waitFor();
      await tomo.getByRole('button', { name: bulletins.buttons.approve, exact: true }).press('Enter');

      const robin = await where('member', 'announcements');
      await robin.getByRole('article').getByText('The server restarts at noon.').waitFor();
      expect(await robin.getByRole('article').count()).toBe(1);
      expect([...ines.complaints, ...tomo.complaints, ...robin.complaints]).toEqual([]);
    });
  });
}
