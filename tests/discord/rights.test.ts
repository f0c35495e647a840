import { PermissionFlagsBits, PermissionsBitField } from 'discord.js';
import { describe, expect, it } from 'vitest';
import type { Presser } from '../../src/discord/command.ts';
import { mayPress } from '../../src/discord/rights.ts';

const person = (id: string, permissions: bigint | null) =>
  ({
    user: { id },
    memberPermissions: permissions === null ? null : new PermissionsBitField(permissions),
  }) as Parameters<typeof mayPress>[2];

const people = {
  asker: person('1', PermissionFlagsBits.SendMessages),
  member: person('2', PermissionFlagsBits.SendMessages),
  moderator: person('3', PermissionFlagsBits.ManageMessages),
  administrator: person('4', PermissionFlagsBits.Administrator),
  'somebody in a direct message': person('5', null),
};

describe('who may press a button', () => {
  it.each<[Presser, keyof typeof people, boolean]>([
    ['anyone', 'asker', true],
    ['anyone', 'member', true],
    ['anyone', 'moderator', true],
    ['anyone', 'somebody in a direct message', true],
    ['asker', 'asker', true],
    ['asker', 'member', false],
    ['asker', 'moderator', false],
    ['asker', 'administrator', false],
    ['asker', 'somebody in a direct message', false],
    ['asker-or-moderator', 'asker', true],
    ['asker-or-moderator', 'member', false],
    ['asker-or-moderator', 'moderator', true],
    ['asker-or-moderator', 'administrator', true],
    ['asker-or-moderator', 'somebody in a direct message', false],
  ])('a button for %s, pressed by the %s: %s', (who, key, allowed) => {
    expect(mayPress(who, '1', people[key])).toBe(allowed);
  });
});
