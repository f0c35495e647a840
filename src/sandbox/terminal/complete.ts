/** What the Tab key offers: commands, people, places, and what the bot suggests for an option. */

import { type APIApplicationCommandOption, ApplicationCommandType } from 'discord-api-types/v10';
import type { Chat } from './chat.ts';
import { readCommand } from './read-command.ts';

/** Endings for the last part of a line, and that part: what node:readline wants. */
export type Endings = [string[], string];

export async function complete(chat: Chat, line: string): Promise<Endings> {
  const [, verb, name = ''] = /^(as|in) (\S*)$/.exec(line) ?? [];
  if (verb === 'as') return fitting(chat.directory.sandbox.people, name);
  if (verb === 'in')
    return fitting(
      chat.visitor.channels().map(({ key }) => key),
      name,
    );
  if (!line.startsWith('/')) return [[], line];
  const all = chat.visitor.commands(chat.place);
  const slash = all.filter(({ type }) => type === ApplicationCommandType.ChatInput);
  if (!line.includes(' '))
    return fitting(
      slash.map((each) => `/${each.name} `),
      line,
    );

  const typed = readCommand(line.slice(1), slash);
  const word = /\S*$/.exec(line)?.[0] ?? '';
  const focused = optionAtEnd(line, typed.definitions, typed.values);
  if (focused && 'autocomplete' in focused && focused.autocomplete) {
    const partial = typed.values[focused.name] ?? '';
    const offered = await chat.visitor.complete(chat.place, typed.name, typed.values, focused.name);
    if (offered.kind !== 'choices') return [[], line];
    for (const choice of offered.choices) chat.suggest(choice.name, String(choice.value));
    return [offered.choices.map((choice) => choice.name), partial];
  }
  const names = typed.definitions.map((each) => (each.type <= 2 ? `${each.name} ` : `${each.name}:`));
  return fitting(names, word);
}

/** The option whose value stands at the end of a line. */
function optionAtEnd(
  line: string,
  definitions: readonly APIApplicationCommandOption[],
  values: Readonly<Record<string, string>>,
): APIApplicationCommandOption | undefined {
  const marked = [...line.matchAll(/(?<=\s)([^\s:]+):/gu)].map(([, name]) => name);
  const last = marked.findLast((name) => definitions.some((each) => each.name === name));
  if (last !== undefined) return definitions.find((each) => each.name === last);
  return definitions.find((each) => values[each.name] !== undefined);
}

function fitting(all: readonly string[], typed: string): Endings {
  return [all.filter((each) => each.toLowerCase().startsWith(typed.toLowerCase())), typed];
}
