/** Slash commands by keyboard. */

import { describe, expect, it } from 'vitest';
import { call } from '../raw-call.ts';
import type { Ground } from './page.test.ts';
import { commands, openShowcase } from './showcase.ts';

export function commandStories(ground: Ground): void {
  describe('commands', () => {
    it('opens the list with a slash, moves by arrows, closes with Escape and chooses with Enter', async () => {
      const { window: open, interactions } = await openShowcase(ground);
      const window = await open('member/general');
      const list = window.getByRole('listbox', { name: 'Commands' });
      await window.keyboard.type('/');
      expect(await list.getByRole('option').allInnerTexts()).toEqual([
        '/travel\nSay where to',
        '/shelf put\nPut a file on it',
        '/shelf list\nSee what is there',
        '/panel\nButtons and menus',
        '/form\nFill in',
        '/whisper\nSomething private',
        '/slow\nTakes its time',
        '/stuck\nNever answers',
      ]);
      await window.keyboard.press('Escape');
      await list.waitFor({ state: 'detached' });
      await window.keyboard.type('sh');
      await window.keyboard.press('ArrowDown');
      expect(await list.getByRole('option', { selected: true }).textContent()).toContain('/shelf list');
      await window.keyboard.press('Enter');
      await window.keyboard.press('Enter');
      await window.getByText('Robin used /shelf list').waitFor();
      expect(interactions).toHaveLength(1);
      expect(window.complaints).toEqual([]);
    });

    it('shows the bot’s suggestions and hints, and sends every kind of option', async () => {
      const { window: open, sandbox } = await openShowcase(ground);
      const window = await open('member/general');
      const option = (name: string) => window.getByRole('combobox', { name, exact: true });
      const choose = async (name: string, typed: string, shown: string) => {
        await window.getByRole('button', { name: new RegExp(`^Add ${name}:`) }).press('Enter');
        await window.keyboard.type(typed);
        await window.getByRole('option', { name: shown, exact: true }).waitFor();
        await window.keyboard.press('Enter');
      };
      await window.keyboard.type('/travel ');
      await window.getByText('Any city').first().waitFor();
      await window.getByRole('option', { name: 'Quito (city)' }).waitFor();
      await window.keyboard.type('l');
      await window.getByRole('option', { name: 'Quito (city)' }).waitFor({ state: 'detached' });
      await window.keyboard.press('ArrowDown');
      await window.keyboard.press('ArrowDown');
      await window.keyboard.press('Enter');
      expect(await option('city').inputValue()).toBe('Lagos (city)');
      await choose('by', 'by', 'By train');
      await choose('tonight', 't', 'True');
      await choose('with', 'tomo', '@Tomo');
      await choose('from', 'rul', '#rules');
      await choose('group', 'news', '@News');
      await window.getByRole('button', { name: /^Add days:/ }).press('Enter');
      await window.keyboard.type('3');
      await window.keyboard.press('Enter');
      const [tomo, rules, news] = [
        sandbox.personId('second-moderator'),
        sandbox.channelId('rules'),
        sandbox.roleId('news'),
      ];
      const told = `city=Lagos by=train tonight=true with=${tomo} from=${rules} group=${news} days=3`;
      await window.getByText(told).waitFor();
      expect(window.complaints).toEqual([]);
    });

    it('says what is missing or wrong, and keeps what was typed', async () => {
      const { window: open, interactions } = await openShowcase(ground);
      const window = await open('member/general');
      await window.keyboard.type('/travel ');
      await window.keyboard.press('Enter');
      await window.getByRole('alert').getByText('“city” is needed').waitFor();
      await window.keyboard.type('Rome');
      await window.getByRole('button', { name: /^Add days:/ }).click();
      await window.keyboard.type('12');
      await window.keyboard.press('Enter');
      await window.getByRole('alert').getByText('must be between 1 and 9').waitFor();
      expect(await window.getByRole('combobox', { name: 'city' }).inputValue()).toBe('Rome');
      expect(interactions.filter((each) => each.isChatInputCommand())).toEqual([]);
      await window.keyboard.press('Escape');
      await window.getByRole('textbox', { name: 'Write to general' }).waitFor();
    });

    it('takes a file for an attachment option', async () => {
      const { window: open } = await openShowcase(ground);
      const window = await open('member/general');
      await window.keyboard.type('/shelf put ');
      await window.getByLabel('file', { exact: true }).setInputFiles({
        name: 'notes.txt',
        mimeType: 'text/plain',
        buffer: Buffer.from('what was said'),
      });
      await window.getByRole('button', { name: 'Send' }).click();
      await window.getByText('notes.txt: what was said').waitFor();
      expect(window.complaints).toEqual([]);
    });

    it('reads a whole command that was pasted', async () => {
      const { window: open } = await openShowcase(ground);
      const window = await open('member/general');
      await window.getByRole('textbox', { name: 'Write to general' }).fill('/travel city:Quito days:2');
      expect(await window.getByRole('combobox', { name: 'city' }).inputValue()).toBe('Quito');
      await window.keyboard.press('Enter');
      await window.getByText('city=Quito days=2').waitFor();
    });

    it('offers a command that the bot adds, by itself', async () => {
      const { window: open, sandbox } = await openShowcase(ground);
      const window = await open('member/general');
      const body = [...commands, { name: 'brandnew', description: 'Just added' }];
      await call(sandbox, 'PUT', `/applications/${sandbox.applicationId}/commands`, body);
      await window.keyboard.type('/bra');
      await window.getByRole('option', { name: '/brandnew' }).waitFor();
    });
  });
}
