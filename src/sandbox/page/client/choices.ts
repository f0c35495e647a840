/** People, roles and channels to choose from, where one is. */

import { opened, view } from './state.ts';

export interface Choice {
  readonly name: string;
  readonly value: string;
}

export function choicesOf(kind: 'people' | 'roles' | 'mentionables' | 'channels'): readonly Choice[] {
  const around = opened.value?.around ?? { people: [], roles: [] };
  const people = around.people.map(({ id, name }) => ({ name: `@${name}`, value: id }));
  const roles = around.roles.map(({ id, name }) => ({
    name: name.startsWith('@') ? name : `@${name}`,
    value: id,
  }));
  switch (kind) {
    case 'people':
      return people;
    case 'roles':
      return roles;
    case 'mentionables':
      return [...people, ...roles];
    case 'channels': {
      const channels = (view.value?.channels ?? []).filter(({ guild }) => guild !== null);
      return channels.map(({ id, name }) => ({ name: `#${name}`, value: id }));
    }
  }
}
