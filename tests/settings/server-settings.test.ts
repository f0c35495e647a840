import { describe, expect, it } from 'vitest';
import { isTimeZone, readSettings } from '../../src/settings/server-settings.ts';

describe('reading stored settings', () => {
  it('takes what it does not understand as not set, one setting at a time', () => {
    const stored = { timeZone: 'Mars/Olympus', approvalRequired: 'maybe', moderatorRole: '77', hologram: 1 };
    expect(readSettings(stored)).toEqual({
      timeZone: 'UTC',
      approvalRequired: true,
      moderatorRole: '77',
      defaultAnnouncement: null,
      answers: 'public',
      answersIn: {},
    });
  });

  it.each([
    ['Europe/Vienna', true],
    ['UTC', true],
    ['America/Argentina/Buenos_Aires', true],
    ['+02:00', false],
    ['Europe/Atlantis', false],
    ['', false],
  ])('knows whether %s is a zone', (name, known) => {
    expect(isTimeZone(name)).toBe(known);
  });
});
