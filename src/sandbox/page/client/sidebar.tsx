import type { SeenChannel, View } from '../protocol.ts';
import { addressOf } from './address.ts';
import { Avatar } from './avatar.tsx';
import { Icon } from './icon.tsx';
import { attempt, channel, channelId, show, sit, unread } from './state.ts';
import { switchTheme, theme } from './theme.ts';

export function Sidebar({ view, open, close }: { view: View; open: boolean; close: () => void }) {
  const guilds = new Map<string, SeenChannel[]>();
  for (const each of view.channels) {
    const title = each.guild?.name ?? 'Direct messages';
    guilds.set(title, [...(guilds.get(title) ?? []), each]);
  }
  return (
    <div class="sidebar" data-open={open}>
      <p class="brand">
        <span class="brand-sign" aria-hidden="true">
          “
        </span>
        <span>
          <strong>{view.bot.name}</strong> <small>sandbox on this machine</small>
        </span>
        <button type="button" class="icon-button drawer-button" aria-label="Close the list" onClick={close}>
          <Icon name="close" />
        </button>
      </p>
      <nav aria-label="Channels">
        {[...guilds].map(([title, channels]) => (
          <section key={title}>
            <h2>{title}</h2>
            <ul>
              {channels.map((each) => (
                <li key={each.id}>
                  <ChannelLink channel={each} close={close} />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </nav>
      <section class="people" aria-label="Who you are">
        <h2>You are</h2>
        <ul>
          {view.people.map((person) => (
            <li key={person.key}>
              <button
                type="button"
                class="person"
                aria-pressed={person.key === view.me.key}
                onClick={() => void attempt(() => sit(person.key))}
              >
                <Avatar name={person.name} />
                <span>
                  {person.name} <small>{person.key.replaceAll('-', ' ')}</small>
                </span>
              </button>
              <a
                class="icon-button"
                href={addressOf(person.key, channel.value?.key ?? null)}
                target="_blank"
                rel="noreferrer"
                aria-label={`Be ${person.name} in a second window`}
                title={`Be ${person.name} in a second window`}
              >
                <Icon name="window" />
              </a>
            </li>
          ))}
        </ul>
        <button type="button" class="theme-button" onClick={switchTheme}>
          <Icon name={theme.value === 'dark' ? 'light' : 'dark'} />{' '}
          {theme.value === 'dark' ? 'Light' : 'Dark'} colours
        </button>
      </section>
    </div>
  );
}

function ChannelLink({ channel: { id, kind, name }, close }: { channel: SeenChannel; close: () => void }) {
  const isUnread = unread.value.has(id);
  return (
    <button
      type="button"
      class="channel"
      aria-current={id === channelId.value ? 'page' : undefined}
      data-unread={isUnread}
      onClick={() => {
        close();
        void attempt(() => show(id));
      }}
    >
      <Icon name={kind} /> {name}
      {isUnread && <span class="unread"> new</span>}
    </button>
  );
}
