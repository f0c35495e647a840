import { opened, view } from './state.ts';

/** What people, roles and channels are called. */
export const names = {
  user: (id: string) =>
    [...(view.value?.people ?? []), ...(view.value ? [view.value.bot] : [])].find((each) => each.id === id)
      ?.name ?? 'unknown person',
  role: (id: string) => opened.value?.around.roles.find((each) => each.id === id)?.name ?? 'unknown role',
  channel: (id: string) =>
    view.value?.channels.find((each) => each.id === id)?.name ?? 'a channel you cannot see',
};
