import type { APIUser } from 'discord-api-types/v10';
import { ApplicationCommandType } from 'discord-api-types/v10';
import { mention } from '../composer/draft.ts';
import { Menu } from '../menu.tsx';
import { opened, useUserMenu } from '../state.ts';

/** A name that can be clicked: what one can do with a person. */
export function Author({ user }: { user: APIUser }) {
  const name = user.global_name ?? user.username;
  const commands = (opened.value?.commands ?? []).filter(({ type }) => type === ApplicationCommandType.User);
  return (
    <Menu
      label={name}
      look="author"
      items={[
        { key: 'mention', label: `Mention @${user.username}`, act: () => mention(user.username) },
        ...commands.map((command) => ({
          key: command.id,
          label: command.name,
          act: () => void useUserMenu(command.name, user.id),
        })),
      ]}
    >
      {name}
    </Menu>
  );
}
