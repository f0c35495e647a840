import { commands } from '../../../src/discord/commands/index.ts';
import { type BadValue, values } from './bad-value.ts';

/** What ids that were made for somebody are made of. */
export interface Real {
  /** The asker, as an id holds it. */
  readonly asker: string;
  /** Somebody else. */
  readonly other: string;
  /** Version of an announcement that is in use. */
  readonly version: string;
}

/** Ids that are none. */
export const shapeless = values({
  'nothing at all': '',
  'one letter': 'x',
  'words of somebody else’s bot': 'confirm_purchase',
  'the version of this bot alone': '1',
  'colons alone': '::::',
  'a later version of this bot': '2:next:abc:0',
  'no action': '1::abc:0',
  'an action there never was': '1:explode:abc',
  'the action __proto__': '1:__proto__:abc',
  'the action constructor': '1:constructor:abc',
  'an action in capitals': '1:NEXT:abc:0',
  'no asker': '1:next:',
  'an asker with a sign': '1:next:-abc:0',
  'an asker with a leading zero': '1:next:0abc:0',
  'an asker larger than any': '1:next:zzzzzzzzzzzzz:0',
  'an empty field': '1:next:abc::0',
  'a space in a field': '1:next:abc:a b',
  'a NUL in a field': '1:next:abc:\u0000',
  'letters that are none of ours': '1:next:abc:é中😀',
  'half a surrogate pair': '1:next:abc:\ud83d',
  'a line end': '1:next:abc:0\n',
  'a path': '1:next:abc:../../etc/passwd',
  JSON: '{"action":"next"}',
  'a hundred letters': 'x'.repeat(100),
  'a thousand letters': `1:next:abc:${'x'.repeat(1_000)}`,
  'many fields': `1:next:abc${':0'.repeat(45)}`,
  'a mention': '@everyone <@&1170000000000000007>',
});

const some = (select: (command: (typeof commands)[number]) => readonly { readonly action: string }[]) => [
  ...new Set(commands.flatMap(select).map(({ action }) => action)),
];

export const actions = {
  buttons: some(({ buttons = [] }) => buttons),
  menus: some(({ menus = [] }) => menus),
  forms: some(({ forms = [] }) => forms),
};

/** Ids of an action of ours, made by somebody who knows how. */
export function forged(action: string): readonly (BadValue & { readonly id: (real: Real) => string })[] {
  const made = (name: string, id: (real: Real) => string) => ({ name: `${action}, ${name}`, text: '', id });
  return [
    made('without fields', ({ asker }) => `1:${action}:${asker}`),
    made('for somebody else', ({ other, version }) => `1:${action}:${other}:${version}:0:0:0`),
    made('of a version that never was', ({ asker }) => `1:${action}:${asker}:000000000000:0:0:0`),
    made(
      'far behind the last',
      ({ asker, version }) => `1:${action}:${asker}:${version}:zzzzzz:zzzzzz:zzzzzz`,
    ),
    made('as long as an id may be', ({ asker }) => `1:${action}:${asker}:`.padEnd(100, 'a')),
    made('with words for numbers', ({ asker }) => `1:${action}:${asker}:__proto__:constructor:-:..`),
  ];
}
