import { useLayoutEffect, useRef } from 'preact/hooks';
import type { SeenMessage } from '../protocol.ts';
import { Dots } from './dots.tsx';
import { Message } from './message/message.tsx';
import { channel, channelId, messages, typing } from './state.ts';
import { dayOf } from './time.ts';
import { Welcome } from './welcome.tsx';

/** Messages of one author stand together for this long. */
const togetherMs = 7 * 60_000;
/** Closer to the end than this, one reads along. */
const nearPx = 150;

export function Conversation() {
  const list = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const all = messages.value;
  const here = channelId.value;

  useLayoutEffect(() => {
    atEnd.current = true;
  }, [here]);
  useLayoutEffect(() => {
    const { current } = list;
    if (current && atEnd.current) current.scrollTop = current.scrollHeight;
  }, [all, here, typing.value]);

  const writer = typing.value?.channelId === here ? typing.value.name : null;
  return (
    <>
      <div
        ref={list}
        class="conversation"
        onScroll={({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) => {
          atEnd.current = scrollHeight - scrollTop - clientHeight < nearPx;
        }}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
        tabIndex={0}
        role="log"
        aria-label={`Messages in ${channel.value?.name ?? 'this channel'}`}
      >
        {all.length === 0 && channel.value && <Welcome channel={channel.value} />}
        <ol>
          {all.map((message, index) => {
            const before = all[index - 1];
            const newDay = before === undefined || dayOf(before.timestamp) !== dayOf(message.timestamp);
            return (
              <li key={message.id}>
                {newDay && <p class="day">{dayOf(message.timestamp)}</p>}
                <Message message={message} follows={!newDay && belongTogether(before, message)} />
              </li>
            );
          })}
        </ol>
      </div>
      <p class="typing" role="status">
        {writer !== null && (
          <>
            <Dots /> {writer} is typing …
          </>
        )}
      </p>
    </>
  );
}

function belongTogether(before: SeenMessage, message: SeenMessage): boolean {
  return (
    before.author.id === message.author.id &&
    before.ephemeral === message.ephemeral &&
    !message.interaction &&
    !message.referenced_message &&
    Date.parse(message.timestamp) - Date.parse(before.timestamp) < togetherMs
  );
}
