import { type Signal, useSignal } from '@preact/signals';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import type { SeenChannel } from '../../protocol.ts';
import { Icon } from '../icon.tsx';
import { answering, say } from '../state.ts';
import { allCommands, focusWish, startCommand, text, type } from './draft.ts';
import { moved, SuggestionList } from './suggestion-list.tsx';

const mostLines = 10;

export function TextComposer({ channel, files }: { channel: SeenChannel; files: Signal<readonly File[]> }) {
  const area = useRef<HTMLTextAreaElement>(null);
  const active = useSignal(0);
  /** The text for which the list was closed with Escape. */
  const closedFor = useSignal<string | null>(null);
  const listId = useId();
  const typed = text.value;
  const isCommand = typed.startsWith('/');
  const wanted = typed.slice(1).toLowerCase();
  const fitting = isCommand ? ranked(wanted) : [];
  const open = isCommand && closedFor.value !== typed && fitting.length > 0;
  const name = channel.kind === 'bot-direct-message' ? `@${channel.name}` : `#${channel.name}`;

  useLayoutEffect(() => {
    // Where one types on the screen, the keyboard is not opened unasked.
    if (focusWish.value > 0 || matchMedia('(pointer: fine)').matches) area.current?.focus();
  }, [focusWish.value]);

  const pick = (index: number) => {
    const command = fitting[index];
    if (command) startCommand(command);
    active.value = 0;
  };

  const send = async () => {
    if (typed.trim() === '' && files.value.length === 0) return;
    const before = files.value;
    text.value = '';
    files.value = [];
    if (await say(typed, before)) return;
    if (text.value === '') text.value = typed;
    files.value = before;
  };

  const key = (event: KeyboardEvent) => {
    const next = open ? moved(event.key, active.value, fitting.length) : null;
    if (next !== null) active.value = next;
    else if (open && (event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey) pick(active.value);
    else if (open && event.key === 'Escape') closedFor.value = typed;
    else if (event.key === 'Escape' && answering.value) answering.value = null;
    else if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) void send();
    else return;
    event.preventDefault();
  };

  const lines = Math.min(typed.split('\n').length, mostLines);
  if (!channel.writable && fitting.length === 0 && !isCommand && allCommands.value.length === 0) {
    return <p class="readonly">You cannot write in this channel.</p>;
  }
  return (
    <>
      {open && (
        <SuggestionList
          id={listId}
          label="Commands"
          active={active.value}
          pick={pick}
          suggestions={fitting.map((each) => ({
            key: each.name,
            title: `/${each.name}`,
            words: each.description,
          }))}
        />
      )}
      {isCommand && fitting.length === 0 && (
        <p class="hint" role="status">
          There is no such command here; Enter sends it as a message.
        </p>
      )}
      {files.value.length > 0 && (
        <ul class="picked-files" aria-label="Files to send">
          {files.value.map((file) => (
            <li key={file.name}>
              {file.name}
              <button
                type="button"
                class="icon-button"
                aria-label={`Do not send ${file.name}`}
                onClick={() => {
                  files.value = files.value.filter((each) => each !== file);
                }}
              >
                <Icon name="close" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <form
        class="text-composer"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <label class="icon-button" title="Add files">
          <Icon name="add" />
          <span class="for-readers">Add files</span>
          <input
            type="file"
            multiple
            class="for-readers"
            onChange={({ currentTarget }) => {
              files.value = [...files.value, ...(currentTarget.files ?? [])];
              currentTarget.value = '';
              area.current?.focus();
            }}
          />
        </label>
        <textarea
          ref={area}
          rows={lines}
          value={typed}
          placeholder={
            channel.writable ? `Write to ${name}, or / for commands` : 'Only commands here: type /'
          }
          aria-label={`Write to ${channel.name}`}
          aria-autocomplete="list"
          aria-controls={open ? listId : undefined}
          aria-activedescendant={open ? `${listId}-${active.value}` : undefined}
          maxLength={4000}
          onInput={({ currentTarget: { value } }) => {
            active.value = 0;
            type(value);
          }}
          onKeyDown={key}
        />
        <button type="submit" class="icon-button send" aria-label="Send" title="Send">
          <Icon name="send" />
        </button>
      </form>
    </>
  );
}

/** Names that begin so come first, then those that have it anywhere, in name or description. */
function ranked(wanted: string) {
  const rank = ({ name, description }: { name: string; description: string }) => {
    if (name.startsWith(wanted)) return 0;
    if (name.includes(wanted)) return 1;
    return wanted.length > 2 && description.toLowerCase().includes(wanted) ? 2 : 3;
  };
  return allCommands.value.filter((each) => rank(each) < 3).sort((a, b) => rank(a) - rank(b));
}
