/** Several people, several windows, one world. */

import { describe, expect, it, onTestFinished } from 'vitest';
import { servePage } from '../../../src/sandbox/page/serve-page.ts';
import { sandboxForTest } from '../test-bot.ts';
import type { Ground } from './page.test.ts';
import { openShowcase } from './showcase.ts';

export function peopleStories(ground: Ground): void {
  describe('people', () => {
    it('lets two windows see the same world, and each only its own private replies', async () => {
      const { window: open } = await openShowcase(ground);
      const [robin, ines] = await Promise.all([open('member/general'), open('moderator/general')]);
      await robin.keyboard.type('good morning');
      await robin.keyboard.press('Enter');
      await ines.getByText('good morning').waitFor();
      await robin.keyboard.type('/whisper ');
      await robin.keyboard.press('Enter');
      await robin.getByText('for you alone').waitFor();
      await robin.getByText('Only you can see this').waitFor();
      await ines.keyboard.type('@robin hello');
      await ines.keyboard.press('Enter');
      await robin.getByText('@Robin').waitFor();
      expect(await ines.getByText('for you alone').count()).toBe(0);
      await robin.getByRole('button', { name: 'Dismiss message' }).press('Enter');
      await robin.getByText('for you alone').waitFor({ state: 'detached' });
      expect([...robin.complaints, ...ines.complaints]).toEqual([]);
    });

    it('switches between people, each with their own channels and rights, and stays so after a reload', async () => {
      const { window: open, sandbox } = await openShowcase(ground);
      const window = await open('member/rules');
      const channels = window.getByRole('navigation', { name: 'Channels' }).getByRole('button');
      expect(await channels.allInnerTexts()).toEqual([
        'general',
        'rules',
        'announcements',
        'Verbatim',
        'Ines',
      ]);
      await window.getByRole('button', { name: 'Ines moderator' }).click();
      await window.getByRole('button', { name: 'moderators' }).click();
      await window.getByRole('textbox', { name: 'Write to moderators' }).waitFor();
      await window.reload();
      await window.getByRole('textbox', { name: 'Write to moderators' }).waitFor();
      expect(await window.getByRole('button', { name: 'Ines moderator' }).getAttribute('aria-pressed')).toBe(
        'true',
      );
      const second = window.waitForEvent('popup');
      await window.getByRole('link', { name: 'Be Tomo in a second window' }).click();
      const tomo = await second;
      await tomo.getByRole('textbox', { name: 'Write to moderators' }).fill('both here');
      await tomo.keyboard.press('Enter');
      await window.getByText('both here').waitFor();
      sandbox.setRoles('moderator', []);
      await window.getByRole('button', { name: 'moderators', exact: true }).waitFor({ state: 'detached' });
      expect(window.complaints).toEqual([]);
    });

    it('goes on by itself when the sandbox is started again', async () => {
      const { window: open, sandbox, stop } = await openShowcase(ground);
      const window = await open('moderator/rules');
      await stop();
      await window.getByRole('status').getByText('The sandbox has stopped').waitFor();
      const again = await sandboxForTest({ port: sandbox.port });
      const page = servePage(again, ground.folder);
      onTestFinished(() => page?.close());
      await window.getByText('The sandbox has stopped').waitFor({ state: 'detached' });
      await window.getByRole('status').getByText('is not connected').waitFor();
      again.as('member').say(again.channelId('general'), 'still there?');
      await window.getByRole('button', { name: 'general new' }).waitFor();
      expect(await window.getByRole('heading', { name: 'rules', exact: true }).count()).toBe(1);
    });

    it('marks channels with something new', async () => {
      const { window: open, sandbox } = await openShowcase(ground);
      const window = await open('member/bot');
      sandbox.as('moderator').say(sandbox.channelId('general'), 'news');
      await window.getByRole('button', { name: 'general new' }).click();
      await window.getByText('news').waitFor();
      expect(await window.getByRole('button', { name: 'general', exact: true }).count()).toBe(1);
    });
  });
}
