import type { APIApplicationCommand } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { commands } from '../../src/discord/commands/index.ts';
import { sameCommands } from '../../src/discord/registration.ts';

const ours = commands.map(({ data }) => data);

/** What Discord makes of our list: its own fields added, fields in another order, nothing left undefined. */
function known(): APIApplicationCommand[] {
  return JSON.parse(JSON.stringify(ours)).map((command: object, index: number) => ({
    version: '1180000000000000001',
    id: `118000000000000000${index}`,
    application_id: '1170000000000000000',
    default_member_permissions: null,
    dm_permission: true,
    nsfw: false,
    description: '',
    description_localizations: null,
    ...Object.fromEntries(Object.entries(command).reverse()),
  }));
}

describe('the command list', () => {
  it('is not sent again when Discord has it', () => {
    expect(sameCommands(ours, known().reverse())).toBe(true);
  });

  it.each<[string, (list: APIApplicationCommand[]) => APIApplicationCommand[]]>([
    ['a command is missing', (list) => list.slice(1)],
    ['there is one too many', (list) => [...list, { ...list[0], name: 'old' } as APIApplicationCommand]],
    ['a description changed', (list) => list.map((one) => ({ ...one, description: `${one.description}!` }))],
    ['an option is missing', (list) => list.map(({ options, ...one }) => one as APIApplicationCommand)],
    ['a translation is missing', (list) => list.map((one) => ({ ...one, name_localizations: null }))],
    ['it works in fewer places', (list) => list.map((one) => ({ ...one, contexts: [0] }))],
  ])('is sent again when %s', (_, change) => {
    expect(sameCommands(ours, change(known()))).toBe(false);
  });

  it('has a name and a description for every locale it names, within Discord’s limits', () => {
    for (const data of ours) {
      const names = [data.name, ...Object.values(data.name_localizations ?? {})];
      for (const name of names) expect(name).toMatch(/^[-_'\p{L}\p{N} ]{1,32}$/u);
      expect(Object.keys(data.name_localizations ?? {})).toEqual([
        'en-US',
        'en-GB',
        'es-ES',
        'es-419',
        'zh-CN',
      ]);
    }
  });
});
