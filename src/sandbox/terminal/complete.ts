/** What the Tab key offers: commands, people, places, and what the bot suggests for an option. */

import { ApplicationCommandType } from 'discord-api-types/v10';
import type { Chat } from './chat.ts';
import { readCommand } from './read-command.ts';

/** @returns endings for the last part of the line, and that part. */
export async function complete(chat: Chat, line: string): Promise<[string[], string]> {
  const fits = (all: readonly string[], typed: string): [string[], string] => {
    return [all.filter((each) => each.toLowerCase().startsWith(typed.toLowerCase())), typed];
  };
  const [, verb, name = ''] = /^(as|in) (\S*)$/.exec(line) ?? [];
  if (verb === 'as') return fits(chat.directory.sandbox.people, name);
  if (verb === 'in')
    return fits(
      chat.channels.map(({ key }) => key),
      name,
    );
  if (!line.startsWith('/')) return [[], line];
  const slash = chat.commands.filter(({ type }) => type === ApplicationCommandType.ChatInput);
  if (!line.includes(' '))
    return fits(
      slash.map((each) => `/${each.name} `),
      line,
    );

  const typed = readCommand(line.slice(1), slash);
  const [, last = '', word = ''] = /(?:^|\s)(?:([^\s:]+):)?([^:]*)$/.exec(line) ?? [];
  const option = last ? typed.definitions.find((each) => each.name === last) : undefined;
  const focused = option ?? typed.definitions.find((each) => typed.values[each.name]?.endsWith(word.trim()));
  if (focused && 'autocomplete' in focused && focused.autocomplete) {
    const partial = typed.values[focused.name] ?? '';
    const { visitor } = chat.directory;
    const offered = await visitor.complete(chat.placeId, typed.name, typed.values, focused.name);
    return offered.kind === 'choices'
      ? [offered.choices.map(({ name: words }) => words), partial]
      : [[], line];
  }
  if (focused && 'choices' in focused && focused.choices)
    return fits(
      focused.choices.map((each) => each.name),
      word,
    );
  const start = /\S*$/.exec(line)?.[0] ?? '';
  return fits(
    typed.definitions.map((each) => `${each.name}:`),
    start,
  );
}
