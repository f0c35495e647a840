import type { SeenChannel } from '../protocol.ts';
import { Icon } from './icon.tsx';
import { view } from './state.ts';

export function Header({ channel, openDrawer }: { channel: SeenChannel; openDrawer: () => void }) {
  const isBot = channel.kind === 'bot-direct-message';
  const topic = isBot ? 'Direct messages: whatever you write here reaches the bot' : channel.topic;
  return (
    <header class="header">
      <button
        type="button"
        class="icon-button drawer-button"
        aria-label="Channels and people"
        onClick={openDrawer}
      >
        <Icon name="menu" />
      </button>
      <h1>
        <Icon name={channel.kind} /> {channel.name}
      </h1>
      {topic && <p class="topic">{topic}</p>}
      {view.value && !view.value.bot.online && (
        <p class="bot-offline" role="status">
          {view.value.bot.name} is not connected
        </p>
      )}
    </header>
  );
}
