/** A typed command: its name with subcommands, and its options by name. */

import {
  type APIApplicationCommand,
  type APIApplicationCommandOption,
  ApplicationCommandType,
  ApplicationCommandOptionType as Kind,
} from 'discord-api-types/v10';

export interface TypedCommand {
  /** "library add" */
  readonly name: string;
  readonly definitions: readonly APIApplicationCommandOption[];
  readonly values: Readonly<Record<string, string>>;
}

/**
 * `/ask question text here speaker:Xi`: text before the first `name:` goes to the first required option that is
 * not named, else to the first of all. A value reaches to the next `name:`, or is "in quotation marks"; where the
 * free text is still missing, an unquoted value is one word and the rest is the free text.
 */
export function readCommand(text: string, commands: readonly APIApplicationCommand[]): TypedCommand {
  const [name = '', ...rest] = text.split(/(?<=\S)\s+/);
  const command = commands.find(
    (each) => each.type === ApplicationCommandType.ChatInput && each.name === name,
  );
  let definitions: readonly APIApplicationCommandOption[] = command?.options ?? [];
  const path = [name];
  while (rest[0] !== undefined) {
    const next = definitions.find((each) => isNest(each) && each.name === rest[0]);
    if (!next) break;
    path.push(String(rest.shift()));
    definitions = ('options' in next ? next.options : undefined) ?? [];
  }
  return { name: path.join(' '), definitions, values: readOptions(rest.join(' '), definitions) };
}

function isNest({ type }: APIApplicationCommandOption): boolean {
  return type === Kind.Subcommand || type === Kind.SubcommandGroup;
}

function readOptions(
  text: string,
  definitions: readonly APIApplicationCommandOption[],
): Record<string, string> {
  const names = definitions.filter((each) => !isNest(each)).map(({ name }) => name);
  const values: Record<string, string> = {};
  const marks = [...text.matchAll(/(?<=^|\s)([^\s:"]+):/gu)].filter(([, name = '']) => names.includes(name));
  let free = text.slice(0, marks[0]?.index ?? text.length).trim();
  const named = marks.map(([mark, name = ''], index) => {
    const value = text.slice(
      marks[index] ? Number(marks[index]?.index) + mark.length : 0,
      marks[index + 1]?.index,
    );
    return { name, value: value.trim() };
  });
  const isNamed = (name: string) => named.some((each) => each.name === name);
  const target =
    definitions.find((each) => 'required' in each && each.required && !isNamed(each.name)) ??
    definitions.find((each) => !isNamed(each.name));
  for (const { name, value } of named) {
    const [quoted, inside = '', after = ''] = /^"([^"]*)"\s*(.*)$/s.exec(value) ?? [];
    const mustShare = free === '' && target !== undefined && 'required' in target && target.required === true;
    const [, first = '', others = ''] = /^(\S*)\s*(.*)$/s.exec(value) ?? [];
    if (quoted !== undefined) {
      values[name] = inside;
      free = [free, after].filter(Boolean).join(' ');
    } else if (mustShare) {
      values[name] = first;
      free = others;
    } else {
      values[name] = value;
    }
  }
  // Text that no option takes is named as one, so that whoever checks the options says that there is none.
  if (free !== '') values[target?.name ?? free] = free;
  return values;
}
