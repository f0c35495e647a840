import type { APIButtonComponent } from 'discord-api-types/v10';
import { ButtonStyle } from 'discord-api-types/v10';
import { Icon } from '../icon.tsx';
import { busy, press } from '../state.ts';

const looks: Readonly<Record<number, string>> = {
  [ButtonStyle.Primary]: 'primary',
  [ButtonStyle.Success]: 'success',
  [ButtonStyle.Danger]: 'danger',
};

export function ButtonControl({ messageId, button }: { messageId: string; button: APIButtonComponent }) {
  const { disabled = false } = button;
  const words =
    button.style === ButtonStyle.Premium
      ? 'Premium'
      : [button.emoji?.name, button.label].filter(Boolean).join(' ');
  if (button.style === ButtonStyle.Link) {
    if (disabled || !/^https?:\/\//i.test(button.url)) {
      return (
        <button type="button" class="control" disabled>
          {words}
        </button>
      );
    }
    return (
      <a class="control" href={button.url} target="_blank" rel="noreferrer noopener">
        {words} <Icon name="outside" />
      </a>
    );
  }
  const customId = 'custom_id' in button ? button.custom_id : '';
  const isBusy = busy.value.has(`${messageId}:${customId}`);
  return (
    <button
      type="button"
      class="control"
      data-look={looks[button.style]}
      disabled={disabled}
      aria-busy={isBusy}
      onClick={() => {
        if (!isBusy) void press(messageId, customId);
      }}
    >
      {words}
    </button>
  );
}
