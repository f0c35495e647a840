/** What is being written. */

import { computed, signal } from '@preact/signals';
import { opened } from '../state.ts';
import { type FlatCommand, flatCommands, readTyped } from './flat-commands.ts';

export interface CommandDraft {
  readonly command: FlatCommand;
  /** What stands in each option, as it is shown. */
  readonly values: Readonly<Record<string, string>>;
}

export const text = signal('');
export const commandDraft = signal<CommandDraft | null>(null);
/** Counts the wishes for the keyboard to be in the composer. */
export const focusWish = signal(0);

export const allCommands = computed(() => flatCommands(opened.value?.commands ?? []));

export function focusComposer(): void {
  focusWish.value += 1;
}

/** Takes what was typed; a whole command with a space behind it becomes a command with its options. */
export function type(typed: string): void {
  const read = typed.startsWith('/') ? readTyped(typed, allCommands.value) : null;
  if (read) {
    text.value = '';
    commandDraft.value = read;
  } else text.value = typed;
}

export function startCommand(command: FlatCommand): void {
  text.value = '';
  commandDraft.value = { command, values: {} };
}

export function leaveCommand(): void {
  commandDraft.value = null;
  focusComposer();
}

/** Starts a command by its name, or shows those that begin with it. */
export function prefill(typed: string): void {
  commandDraft.value = null;
  const whole = allCommands.value.find(({ name }) => `/${name}` === typed);
  if (whole) startCommand(whole);
  else text.value = `${typed} `;
  focusComposer();
}

export function mention(username: string): void {
  commandDraft.value = null;
  text.value = `${text.value}${text.value === '' || text.value.endsWith(' ') ? '' : ' '}@${username} `;
  focusComposer();
}
