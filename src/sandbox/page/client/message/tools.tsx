import { ApplicationCommandType } from 'discord-api-types/v10';
import type { SeenMessage } from '../../protocol.ts';
import { focusComposer } from '../composer/draft.ts';
import { Icon } from '../icon.tsx';
import { Menu } from '../menu.tsx';
import { answering, channel, opened, remove, useMessageMenu, view } from '../state.ts';

/** What one can do with a message: answer it, use the bot's menu on it, delete it. */
export function Tools({ message }: { message: SeenMessage }) {
  if (message.ephemeral) return null;
  const commands = (opened.value?.commands ?? []).filter(
    ({ type }) => type === ApplicationCommandType.Message,
  );
  const own = message.author.id === view.value?.me.id;
  const writable = channel.value?.writable === true;
  const reply = () => {
    answering.value = message;
    focusComposer();
  };
  return (
    <div class="tools">
      {writable && (
        <button type="button" class="icon-button quick" aria-label="Reply" title="Reply" onClick={reply}>
          <Icon name="reply" />
        </button>
      )}
      <Menu
        label="Apps and more"
        look="icon-button"
        items={[
          ...(writable ? [{ key: 'reply', label: 'Reply', act: reply }] : []),
          ...commands.map(({ id, name }) => ({
            key: id,
            label: name,
            act: () => void useMessageMenu(name, message.id),
          })),
          ...(own || channel.value?.guild
            ? [{ key: 'delete', label: 'Delete message', act: () => void remove(message.id) }]
            : []),
        ]}
      >
        <Icon name="more" />
      </Menu>
    </div>
  );
}
