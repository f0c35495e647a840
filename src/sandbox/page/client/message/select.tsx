/** A select menu of a message: opens a list; one choice is sent at once, several when the list is closed. */

import { useSignal } from '@preact/signals';
import type {
  APIChannelSelectComponent,
  APIMentionableSelectComponent,
  APIRoleSelectComponent,
  APIStringSelectComponent,
  APIUserSelectComponent,
} from 'discord-api-types/v10';
import { ComponentType as Kind } from 'discord-api-types/v10';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { choicesOf } from '../choices.ts';
import { Icon } from '../icon.tsx';
import { busy, choose } from '../state.ts';

export type Select =
  | APIStringSelectComponent
  | APIUserSelectComponent
  | APIRoleSelectComponent
  | APIMentionableSelectComponent
  | APIChannelSelectComponent;

interface Option {
  readonly label: string;
  readonly value: string;
  readonly description?: string | undefined;
}

export function SelectControl({ messageId, select }: { messageId: string; select: Select }) {
  const { custom_id: customId, placeholder = 'Make a selection', disabled = false } = select;
  const { min_values: min = 1, max_values: max = 1 } = select;
  const several = max > 1;
  const options = optionsOf(select);
  const open = useSignal(false);
  const at = useSignal(0);
  const chosen = useSignal<readonly string[]>(defaultsOf(select));
  const place = useRef<HTMLDivElement>(null);
  const id = useId();
  const isBusy = busy.value.has(`${messageId}:${customId}`);

  useLayoutEffect(() => {
    if (!open.value) return;
    const outside = (event: Event) => {
      if (!place.current?.contains(event.target as globalThis.Node)) close(true);
    };
    document.addEventListener('pointerdown', outside);
    return () => document.removeEventListener('pointerdown', outside);
  }, [open.value]);

  function close(send: boolean): void {
    if (!open.value) return;
    open.value = false;
    const values = chosen.value;
    if (send && several && values.length >= min) void choose(messageId, customId, values);
  }

  function pick(option: Option | undefined): void {
    if (!option) return;
    if (!several) {
      open.value = false;
      chosen.value = [option.value];
      void choose(messageId, customId, [option.value]);
      return;
    }
    const without = chosen.value.filter((value) => value !== option.value);
    const adds = without.length === chosen.value.length && without.length < max;
    chosen.value = adds ? [...without, option.value] : without;
  }

  function key(event: KeyboardEvent): void {
    if (!open.value) {
      if (!['ArrowDown', 'ArrowUp', 'Enter', ' '].includes(event.key)) return;
      open.value = true;
    } else if (event.key === 'ArrowDown') at.value = Math.min(at.value + 1, options.length - 1);
    else if (event.key === 'ArrowUp') at.value = Math.max(at.value - 1, 0);
    else if (event.key === 'Enter' || event.key === ' ') pick(options[at.value]);
    else if (event.key === 'Escape') close(false);
    else if (event.key === 'Tab') close(true);
    else return;
    if (event.key !== 'Tab') event.preventDefault();
  }

  const labels = options.filter(({ value }) => chosen.value.includes(value)).map(({ label }) => label);
  return (
    <div class="select" ref={place}>
      <button
        type="button"
        class="select-button"
        role="combobox"
        aria-label={placeholder}
        aria-haspopup="listbox"
        aria-expanded={open.value}
        aria-controls={id}
        aria-activedescendant={open.value ? `${id}-${at.value}` : undefined}
        aria-busy={isBusy}
        disabled={disabled || isBusy}
        onKeyDown={key}
        onClick={() => {
          if (open.value) close(true);
          else open.value = true;
        }}
      >
        <span>{labels.join(', ') || placeholder}</span> <Icon name="down" />
      </button>
      <div class="list" hidden={!open.value}>
        <div
          role="listbox"
          class="list-items"
          id={id}
          aria-label={placeholder}
          aria-multiselectable={several}
        >
          {options.map((option, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the button's, which keeps the focus
            // biome-ignore lint/a11y/useFocusableInteractive: aria-activedescendant points to it
            <div
              key={option.value}
              id={`${id}-${index}`}
              role="option"
              class="list-item"
              data-at={index === at.value}
              aria-selected={chosen.value.includes(option.value)}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => pick(option)}
            >
              <span>
                {several && (
                  <span aria-hidden="true">{chosen.value.includes(option.value) ? '☑ ' : '☐ '}</span>
                )}
                {option.label}
              </span>
              {option.description && <small>{option.description}</small>}
            </div>
          ))}
        </div>
        {several && (
          <button type="button" class="control" data-look="primary" onClick={() => close(true)}>
            Done
          </button>
        )}
      </div>
    </div>
  );
}

function optionsOf(select: Select): readonly Option[] {
  if (select.type === Kind.StringSelect) return select.options;
  const kinds = {
    [Kind.UserSelect]: 'people',
    [Kind.RoleSelect]: 'roles',
    [Kind.MentionableSelect]: 'mentionables',
    [Kind.ChannelSelect]: 'channels',
  } as const;
  return choicesOf(kinds[select.type]).map(({ name, value }) => ({ label: name, value }));
}

function defaultsOf(select: Select): readonly string[] {
  if (select.type !== Kind.StringSelect) return (select.default_values ?? []).map(({ id }) => id);
  return select.options.filter((option) => option.default).map(({ value }) => value);
}
