/** The registered slash commands as one types them: each subcommand is one. */

import type { APIApplicationCommand, APIApplicationCommandOption } from 'discord-api-types/v10';
import { ApplicationCommandType, ApplicationCommandOptionType as Kind } from 'discord-api-types/v10';

export interface CommandOption {
  readonly name: string;
  readonly description: string;
  readonly type: Kind;
  readonly required: boolean;
  readonly autocomplete: boolean;
  readonly choices: readonly { readonly name: string; readonly value: string | number }[];
}

export interface FlatCommand {
  /** With its subcommand: "library add". */
  readonly name: string;
  readonly description: string;
  readonly options: readonly CommandOption[];
}

export function flatCommands(commands: readonly APIApplicationCommand[]): readonly FlatCommand[] {
  return commands
    .filter(({ type }) => type === ApplicationCommandType.ChatInput)
    .flatMap(({ name, description, options = [] }) => descend(name, description, options));
}

function descend(
  name: string,
  description: string,
  options: readonly APIApplicationCommandOption[],
): readonly FlatCommand[] {
  const nested = options.flatMap((option) =>
    option.type === Kind.Subcommand || option.type === Kind.SubcommandGroup
      ? descend(`${name} ${option.name}`, option.description, option.options ?? [])
      : [],
  );
  return nested.length > 0 ? nested : [{ name, description, options: options.map(plain) }];
}

function plain(option: APIApplicationCommandOption): CommandOption {
  const { name, description, type, required = false } = option;
  const choices = 'choices' in option ? (option.choices ?? []) : [];
  const autocomplete = 'autocomplete' in option && option.autocomplete === true;
  return { name, description, type, required, autocomplete, choices };
}

/**
 * Reads a line that begins with a whole command and a space.
 * @returns the command and what stands after it, or null while it is still being typed.
 */
export function readTyped(
  line: string,
  commands: readonly FlatCommand[],
): { readonly command: FlatCommand; readonly values: Readonly<Record<string, string>> } | null {
  const fitting = commands.filter(({ name }) => line.startsWith(`/${name} `));
  const command = fitting.sort((a, b) => b.name.length - a.name.length)[0];
  if (!command) return null;
  return { command, values: readValues(line.slice(command.name.length + 2), command.options) };
}

/** "question:the moon private:true" by its names; text without a name is the first option's. */
function readValues(text: string, options: readonly CommandOption[]): Record<string, string> {
  const [first] = options;
  const marks = [...text.matchAll(/(?<=^|\s)([^\s:]+):/gu)].filter(([, name]) =>
    options.some((option) => option.name === name),
  );
  const head = text.slice(0, marks[0]?.index ?? text.length);
  const values: Record<string, string> = {};
  if (first && head.trim() !== '') values[first.name] = head.trimStart();
  for (const [index, mark] of marks.entries()) {
    const [whole, name = ''] = mark;
    values[name] = text.slice(mark.index + whole.length, marks[index + 1]?.index).trim();
  }
  return values;
}
