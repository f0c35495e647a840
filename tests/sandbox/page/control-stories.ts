/** Buttons, menus and forms. */

import { describe, expect, it } from 'vitest';
import type { Ground } from './page.test.ts';
import { openShowcase } from './showcase.ts';
import type { Window } from './window.ts';

async function withPanel(window: Window): Promise<void> {
  await window.keyboard.type('/panel ');
  await window.keyboard.press('Enter');
  await window.getByRole('button', { name: 'Count 0' }).waitFor();
}

export function controlStories(ground: Ground): void {
  describe('controls', () => {
    it('presses buttons, and shows what they change and delete', async () => {
      const { window: open } = await openShowcase(ground);
      const window = await open('member/general');
      await withPanel(window);
      await window.getByRole('button', { name: 'Count 0' }).press('Enter');
      await window.getByRole('button', { name: 'Count 1' }).waitFor();
      expect(await window.getByRole('button', { name: 'Off' }).isDisabled()).toBe(true);
      expect(await window.getByRole('link', { name: 'Elsewhere' }).getAttribute('rel')).toContain('noopener');
      await window.getByRole('button', { name: 'Delete' }).click();
      await window.getByText('Press something').waitFor({ state: 'detached' });
      expect(window.complaints).toEqual([]);
    });

    it('chooses from menus by keyboard: one, several, and people', async () => {
      const { window: open, sandbox } = await openShowcase(ground);
      const window = await open('member/general');
      await withPanel(window);
      await window.getByRole('combobox', { name: 'Pick one' }).press('Enter');
      await window.keyboard.press('ArrowDown');
      await window.keyboard.press('ArrowDown');
      await window.keyboard.press('Enter');
      await window.getByText('chosen green').waitFor();
      const several = window.getByRole('combobox', { name: 'Mix some' });
      await several.press('Enter');
      await window.keyboard.press('Enter');
      await window.keyboard.press('ArrowDown');
      await window.keyboard.press('Enter');
      await window.keyboard.press('Tab');
      await window.getByText('chosen red+blue').waitFor();
      await window.getByRole('combobox', { name: 'Pick somebody' }).click();
      await window.getByRole('option', { name: '@Ines' }).click();
      await window.getByText(`chosen ${sandbox.personId('moderator')}`).waitFor();
      expect(window.complaints).toEqual([]);
    });

    it('fills in a form with every kind of field', async () => {
      const { window: open, interactions } = await openShowcase(ground);
      const window = await open('member/general');
      await window.keyboard.type('/form ');
      await window.keyboard.press('Enter');
      const dialog = window.getByRole('dialog', { name: 'All there is' });
      await dialog.waitFor();
      expect(await dialog.getByLabel('Words').inputValue()).toBe('prefilled');
      await dialog.getByLabel('Words').fill('two\nlines');
      await dialog.getByLabel('Colour').selectOption('green');
      await dialog.getByRole('radio', { name: /Red/ }).check();
      await dialog.getByRole('checkbox', { name: 'Blue' }).uncheck();
      await dialog.getByRole('button', { name: 'Submit' }).click();
      await dialog.getByRole('alert').getByText('"Some" is required').waitFor();
      await dialog.getByRole('checkbox', { name: 'Red' }).check();
      await dialog.getByRole('checkbox', { name: 'Green' }).check();
      await dialog.getByRole('checkbox', { name: 'Sure' }).check();
      await dialog.getByRole('button', { name: 'Submit' }).click();
      await window.getByText('thanks for the form').waitFor();
      await dialog.waitFor({ state: 'detached' });
      const sent = interactions.find((each) => each.isModalSubmit());
      expect(sent?.fields.getTextInputValue('words')).toBe('two\nlines');
      expect(sent?.fields.getStringSelectValues('colour')).toEqual(['green']);
      expect(sent?.fields.getRadioGroup('one')).toBe('red');
      expect(sent?.fields.getCheckboxGroup('some')).toEqual(['red', 'green']);
      expect(sent?.fields.getCheckbox('sure')).toBe(true);
      expect(window.complaints).toEqual([]);
    });

    it('fills in people, roles, places and files, after a form was closed with Escape', async () => {
      const { window: open, interactions } = await openShowcase(ground);
      const window = await open('member/general');
      await withPanel(window);
      await window.getByRole('button', { name: 'Second form' }).press('Enter');
      const dialog = window.getByRole('dialog', { name: 'Who and where' });
      await dialog.waitFor();
      await window.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
      await window.getByRole('button', { name: 'Second form' }).press('Enter');
      await dialog.getByLabel('Person').selectOption({ label: 'Ines' });
      await dialog.getByLabel('Place').selectOption({ label: 'rules' });
      await dialog.getByLabel('Paper').setInputFiles({
        name: 'a.txt',
        mimeType: 'text/plain',
        buffer: Buffer.from('said'),
      });
      await dialog.getByRole('button', { name: 'Submit' }).click();
      await window.getByText('thanks for the form').waitFor();
      const sent = interactions.find((each) => each.isModalSubmit());
      expect(sent?.fields.getSelectedUsers('person')?.map(({ username }) => username)).toEqual(['ines']);
      expect(sent?.fields.getUploadedFiles('paper')?.first()?.name).toBe('a.txt');
      expect(window.complaints).toEqual([]);
    });
  });
}
