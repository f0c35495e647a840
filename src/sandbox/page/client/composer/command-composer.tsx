import { useSignal } from '@preact/signals';
import { ApplicationCommandOptionType as Kind } from 'discord-api-types/v10';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { SentOption } from '../../protocol.ts';
import { Icon } from '../icon.tsx';
import { attempt, notice, run } from '../state.ts';
import { readUploads } from '../upload.ts';
import { type CommandDraft, commandDraft, focusWish, leaveCommand } from './draft.ts';
import type { CommandOption } from './flat-commands.ts';
import { OptionField } from './option-field.tsx';

/** A command with a field for each option: Tab goes on, Enter sends, Escape leaves. */
export function CommandComposer({ draft }: { draft: CommandDraft }) {
  const { command } = draft;
  const values = useSignal<Readonly<Record<string, string>>>(draft.values);
  /** What stands behind the words that were chosen from a list. */
  const chosen = useSignal<Readonly<Record<string, { shown: string; value: string | number }>>>({});
  const files = useSignal<Readonly<Record<string, File>>>({});
  const added = useSignal<readonly string[]>(Object.keys(draft.values));
  const focused = useSignal<string | null>(null);
  const form = useRef<HTMLFormElement>(null);

  const shown = command.options.filter(({ name, required }) => required || added.value.includes(name));
  const more = command.options.filter((option) => !shown.includes(option));

  const inputOf = (name: string) =>
    form.current?.querySelector<HTMLInputElement>(`[data-option="${CSS.escape(name)}"] input`);

  // Before the next key is pressed: to the option that was added last, or the first.
  useLayoutEffect(() => {
    const input = inputOf(added.value.at(-1) ?? command.options[0]?.name ?? '');
    (input ?? form.current)?.focus();
    if (input && input.type !== 'file') input.selectionStart = input.value.length;
  }, [focusWish.value, added.value]);

  const given = (option: CommandOption): SentOption | undefined => {
    const typed = values.value[option.name] ?? '';
    const picked = chosen.value[option.name];
    return picked && picked.shown === typed ? picked.value : typed === '' ? undefined : typed;
  };
  const options = () => {
    const filled = shown.map((option) => [option.name, given(option)] as const);
    return Object.fromEntries(filled.filter((each): each is [string, SentOption] => each[1] !== undefined));
  };

  const add = ({ name }: CommandOption) => {
    added.value = [...added.value, name];
  };

  const send = async () => {
    const missing = shown.find(({ name, required, type }) => {
      const empty = type === Kind.Attachment ? !files.value[name] : (values.value[name] ?? '').trim() === '';
      return required && empty;
    });
    if (missing) {
      notice.value = `“${missing.name}” is needed: ${missing.description}`;
      inputOf(missing.name)?.focus();
      return;
    }
    const picked = Object.entries(files.value);
    const sent: Record<string, SentOption> = options();
    const read = await attempt(async () => {
      const uploads = await readUploads(picked.map(([, file]) => file));
      for (const [index, [name]] of picked.entries()) {
        const upload = uploads[index];
        if (upload) sent[name] = upload;
      }
    });
    if (!read) return;
    const before = { command, values: values.value };
    leaveCommand();
    const well = await run(command.name, sent);
    if (!well && commandDraft.value === null) commandDraft.value = before;
  };

  const hint = command.options.find(({ name }) => name === focused.value)?.description;
  return (
    <form
      ref={form}
      class="command-composer"
      aria-label={`Command ${command.name}`}
      tabIndex={-1}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') leaveCommand();
        else if (event.key === 'Enter' && event.target === form.current) {
          // The text field, where the keyboard goes next, would get the line break.
          event.preventDefault();
          void send();
        }
      }}
    >
      <p class="hint" id="command-hint">
        {hint ?? command.description}
      </p>
      <div class="command-line">
        <strong class="command-name">/{command.name}</strong>
        {shown.map((option) => (
          <OptionField
            key={option.name}
            option={option}
            command={command.name}
            typed={values.value[option.name] ?? ''}
            others={options}
            type={(typed) => {
              values.value = { ...values.value, [option.name]: typed };
            }}
            pick={({ name, value }) => {
              values.value = { ...values.value, [option.name]: name };
              chosen.value = { ...chosen.value, [option.name]: { shown: name, value } };
            }}
            attach={(file) => {
              const { [option.name]: _, ...rest } = files.value;
              files.value = file ? { ...rest, [option.name]: file } : rest;
            }}
            focus={() => {
              focused.value = option.name;
            }}
            leave={leaveCommand}
          />
        ))}
        {more.map((option) => (
          <button
            key={option.name}
            type="button"
            class="add-option"
            title={option.description}
            aria-label={`Add ${option.name}: ${option.description}`}
            onClick={() => add(option)}
          >
            <Icon name="add" /> {option.name}
          </button>
        ))}
        <span class="command-buttons">
          <button type="button" class="icon-button" aria-label="Leave the command" onClick={leaveCommand}>
            <Icon name="close" />
          </button>
          <button type="submit" class="icon-button send" aria-label="Send" title="Send">
            <Icon name="send" />
          </button>
        </span>
      </div>
    </form>
  );
}
