import { describe, expect, it } from 'vitest';
import { freshFile, storeAt } from './fresh-store.ts';

const change = { by: '42', at: new Date('2026-11-24T10:00:00Z') };

describe('the settings of a server', () => {
  it('have defaults where nothing was decided', async () => {
    const { settings } = await storeAt(await freshFile());
    expect(await settings.settings('guild')).toEqual({
      moderatorRole: null,
      timeZone: 'UTC',
      approvalRequired: true,
      defaultAnnouncement: null,
      answers: 'public',
      answersIn: {},
    });
  });

  it('are changed one by one, each server its own', async () => {
    const { settings } = await storeAt(await freshFile());
    await settings.change('one', { moderatorRole: '77', timeZone: 'Asia/Shanghai' }, change);
    await settings.change('one', { moderatorRole: null, approvalRequired: false }, change);
    await settings.change('one', {}, change);
    expect(await settings.settings('one')).toEqual({
      moderatorRole: null,
      timeZone: 'Asia/Shanghai',
      approvalRequired: false,
      defaultAnnouncement: null,
      answers: 'public',
      answersIn: {},
    });
    expect((await settings.settings('other')).approvalRequired).toBe(true);
  });
});
