import { useSignal } from '@preact/signals';
import { ApplicationCommandOptionType as Kind } from 'discord-api-types/v10';
import { useEffect, useId, useRef } from 'preact/hooks';
import type { SentOption } from '../../protocol.ts';
import { choicesOf } from '../choices.ts';
import { suggestions } from '../state.ts';
import type { CommandOption } from './flat-commands.ts';
import { moved, SuggestionList } from './suggestion-list.tsx';

interface Choice {
  readonly name: string;
  readonly value: string | number;
}

interface FieldProps {
  readonly option: CommandOption;
  readonly command: string;
  readonly typed: string;
  /** The values of all options, for the bot's suggestions. */
  readonly others: () => Readonly<Record<string, SentOption>>;
  readonly type: (typed: string) => void;
  readonly pick: (choice: Choice) => void;
  readonly attach: (file: File | null) => void;
  readonly focus: () => void;
  readonly leave: () => void;
}

/** While one types on, the bot is not asked again for so long. */
const pauseMs = 120;
const mostShown = 25;

export function OptionField(props: FieldProps) {
  const { option, attach, focus } = props;
  const id = useId();
  return (
    <div class="option" data-option={option.name}>
      <label for={id}>{option.name}</label>
      {option.type === Kind.Attachment ? (
        <input
          id={id}
          type="file"
          aria-describedby="command-hint"
          onFocus={focus}
          onChange={({ currentTarget }) => attach(currentTarget.files?.[0] ?? null)}
        />
      ) : (
        <Combobox id={id} {...props} />
      )}
    </div>
  );
}

function Combobox({
  id,
  option,
  command,
  typed,
  others,
  type,
  pick,
  focus,
  leave,
}: FieldProps & { id: string }) {
  const fixed = fixedChoices(option);
  const offered = useSignal<readonly Choice[]>([]);
  const open = useSignal(false);
  const first = fixed ? 0 : -1;
  const active = useSignal(first);
  const asked = useRef(0);
  const timer = useRef(0);
  const listId = useId();

  const load = async (text: string) => {
    asked.current += 1;
    const mine = asked.current;
    const all = fixed
      ? fixed.filter(({ name }) => name.toLowerCase().includes(text.toLowerCase()))
      : await suggestions(command, { ...others(), [option.name]: text }, option.name);
    if (mine !== asked.current) return;
    offered.value = all.slice(0, mostShown);
    active.value = first;
  };
  const look = (text: string, pause: number) => {
    if (!fixed && !option.autocomplete) return;
    open.value = true;
    clearTimeout(timer.current);
    // A list that is at hand follows each key before the next one.
    if (pause === 0) void load(text);
    else timer.current = setTimeout(() => void load(text), pause);
  };
  useEffect(() => () => clearTimeout(timer.current), []);

  const take = (index: number) => {
    const choice = offered.value[index];
    if (!choice) return;
    pick(choice);
    open.value = false;
  };
  const shows = open.value && offered.value.length > 0;
  const key = (event: KeyboardEvent) => {
    const next = shows ? moved(event.key, active.value, offered.value.length) : null;
    if (next !== null) active.value = next;
    else if (shows && event.key === 'Enter' && active.value >= 0) take(active.value);
    else if (shows && event.key === 'Tab' && active.value >= 0 && typed !== '') return take(active.value);
    else if (shows && event.key === 'Escape') open.value = false;
    else if (event.key === 'Backspace' && typed === '') leave();
    else if (event.key === 'ArrowDown' && (fixed || option.autocomplete)) look(typed, 0);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <>
      {shows && (
        <SuggestionList
          id={listId}
          label={option.description}
          active={active.value}
          pick={take}
          suggestions={offered.value.map(({ name }) => ({ key: name, title: name, words: '' }))}
        />
      )}
      <input
        id={id}
        type="text"
        role="combobox"
        autocomplete="off"
        value={typed}
        size={Math.min(Math.max(typed.length, 8), 60)}
        required={option.required}
        inputMode={option.type === Kind.Integer || option.type === Kind.Number ? 'decimal' : 'text'}
        aria-describedby="command-hint"
        aria-autocomplete="list"
        aria-expanded={shows}
        aria-controls={shows ? listId : undefined}
        aria-activedescendant={shows && active.value >= 0 ? `${listId}-${active.value}` : undefined}
        onFocus={() => {
          focus();
          look(typed, 0);
        }}
        onBlur={() => {
          open.value = false;
        }}
        onInput={({ currentTarget: { value } }) => {
          type(value);
          look(value, fixed ? 0 : pauseMs);
        }}
        onKeyDown={key}
      />
    </>
  );
}

/** The choices of an option that has a fixed list; null where one types freely. */
function fixedChoices({ type, choices }: CommandOption): readonly Choice[] | null {
  switch (type) {
    case Kind.Boolean:
      return [
        { name: 'True', value: 'true' },
        { name: 'False', value: 'false' },
      ];
    case Kind.User:
      return choicesOf('people');
    case Kind.Role:
      return choicesOf('roles');
    case Kind.Mentionable:
      return choicesOf('mentionables');
    case Kind.Channel:
      return choicesOf('channels');
    default:
      return choices.length > 0 ? choices : null;
  }
}
