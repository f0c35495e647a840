/** Messages as they come, change and go. */

import { describe, expect, it } from 'vitest';
import { call } from '../raw-call.ts';
import type { Ground } from './page.test.ts';
import { openShowcase } from './showcase.ts';

export function messageStories(ground: Ground): void {
  describe('messages', () => {
    it('shows typing, an answer to a message, its edit and its end, as they happen', async () => {
      const { window: open, sandbox } = await openShowcase(ground);
      const window = await open('member/bot');
      await window.keyboard.type('type');
      await window.keyboard.press('Enter');
      await window.getByRole('status').getByText('Verbatim is typing').waitFor();
      await window.keyboard.type('answer me');
      await window.keyboard.press('Enter');
      const answer = window.getByRole('article', { name: /^Verbatim/ });
      await answer.getByText('Answers Robin: answer me').waitFor();
      expect(await answer.locator('strong', { hasText: 'heard' }).count()).toBe(1);
      await window.getByText('is typing').waitFor({ state: 'detached' });
      const { id, channel_id: channelId } = sandbox.allMessages.at(-1) ?? {};
      await call(sandbox, 'PATCH', `/channels/${channelId}/messages/${id}`, {
        content: 'changed <t:1700000000:D>',
      });
      await answer.getByText('(edited)').waitFor();
      expect(await answer.textContent()).toContain('changed 14 November 2023');
      await call(sandbox, 'DELETE', `/channels/${channelId}/messages/${id}`);
      await answer.waitFor({ state: 'detached' });
      expect(window.complaints).toEqual([]);
    });

    it('shows that the bot is thinking until the answer is there, and what it never answers', async () => {
      const { window: open, sandbox, interactions } = await openShowcase(ground);
      const window = await open('member/general');
      await window.keyboard.type('/slow ');
      await window.keyboard.press('Enter');
      await window.getByText('Verbatim is thinking').waitFor();
      const [slow] = interactions;
      if (slow?.isChatInputCommand()) await slow.editReply('at last');
      await window.getByText('at last').waitFor();
      expect(await window.getByText('is thinking').count()).toBe(0);
      await window.keyboard.type('/stuck ');
      await window.keyboard.press('Enter');
      await window.getByRole('alert').getByText('The application did not respond').waitFor();
      expect(sandbox.unknownRoutes).toEqual([]);
    });

    it('uses the menus of messages and people by keyboard', async () => {
      const { window: open } = await openShowcase(ground);
      const window = await open('member/general');
      await window.keyboard.type('repeat after me');
      await window.keyboard.press('Enter');
      const said = window.getByRole('article', { name: /^Robin/ });
      await said.getByRole('button', { name: 'Apps and more' }).press('Enter');
      await window.getByRole('menuitem', { name: 'Echo this' }).waitFor();
      await window.keyboard.press('Escape');
      await window.getByRole('menu').waitFor({ state: 'detached' });
      await window.keyboard.press('Enter');
      for (const key of ['ArrowDown', 'ArrowDown', 'ArrowUp', 'Enter']) await window.keyboard.press(key);
      await window.getByText('echo: repeat after me').waitFor();
      await said.getByRole('button', { name: 'Robin' }).press('Enter');
      await window.getByRole('menuitem', { name: 'Wave' }).click();
      await window.getByText('waves at robin').waitFor();
      await said.getByRole('button', { name: 'Apps and more' }).click();
      await window.getByRole('menuitem', { name: 'Delete message' }).click();
      await said.waitFor({ state: 'detached' });
      expect(window.complaints).toEqual([]);
    });

    it('answers a message, and sends files with one', async () => {
      const { window: open } = await openShowcase(ground);
      const window = await open('member/general');
      await window.keyboard.type('the first');
      await window.keyboard.press('Enter');
      const first = window.getByRole('article').first();
      await first.getByRole('button', { name: 'Reply' }).press('Enter');
      await window.getByText('Answering Robin').waitFor();
      await window.getByLabel('Add files').setInputFiles({
        name: 'list.txt',
        mimeType: 'text/plain',
        buffer: Buffer.from('one'),
      });
      await window.getByText('list.txt').waitFor();
      await window.keyboard.type('the second');
      await window.keyboard.press('Enter');
      await window.getByText('Answers Robin: the first').waitFor();
      const download = window.waitForEvent('download');
      await window.getByRole('link', { name: /list\.txt/ }).click();
      expect((await download).suggestedFilename()).toBe('list.txt');
      expect(window.complaints).toEqual([]);
    });

    it('shows hostile text as text, wherever a message has some', async () => {
      const { window: open, sandbox } = await openShowcase(ground);
      const window = await open('member/general');
      const hostile = '<img src=x onerror="document.title=1"><script>document.title=2</script>';
      const link =
        '[see](javascript:document.title=3) [so](data:text/html,x) <https://example.org/"onclick=x>';
      await call(sandbox, 'POST', `/channels/${sandbox.channelId('general')}/messages`, {
        content: `${hostile} ${link}`,
        embeds: [
          {
            title: hostile,
            url: 'https://example.org/',
            description: `${hostile} \`${hostile}\` ||${hostile}||`,
            author: { name: hostile },
            footer: { text: hostile },
            fields: [{ name: hostile, value: link }],
            image: { url: 'https://example.org/pixel.png' },
          },
        ],
        components: [
          { type: 1, components: [{ type: 2, style: 1, custom_id: 'x', label: '<b>bold</b>' }] },
          {
            type: 1,
            components: [
              { type: 3, custom_id: 'y', placeholder: '<i>', options: [{ label: '<u>', value: 'u' }] },
            ],
          },
        ],
      });
      const message = window.getByRole('article');
      await message.getByRole('button', { name: '<b>bold</b>' }).waitFor();
      expect(await message.textContent()).toContain(hostile);
      expect(await message.locator('img, script, iframe, object, b, i, [onerror], [onclick]').count()).toBe(
        0,
      );
      const targets = await message
        .locator('a')
        .evaluateAll((all) => all.map((each) => each.getAttribute('href')));
      expect(targets.filter((href) => !/^https:\/\/example\.org\//.test(href ?? ''))).toEqual([]);
      expect(await window.title()).toBe('Verbatim in a sandbox');
      expect(window.complaints).toEqual([]);
    });
  });
}
