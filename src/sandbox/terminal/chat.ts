/** A chat as somebody in the sandbox, line by line. */

import { ApplicationCommandType } from 'discord-api-types/v10';
import type { Sandbox } from '../sandbox.ts';
import { type Outcome, Refusal } from '../visitor/outcome.ts';
import type { Visitor } from '../visitor/visitor.ts';
import type { Control } from './controls.ts';
import { choose, fillInForm } from './form-dialogue.ts';
import { disarmed, type Ink } from './ink.ts';
import { type Directory, idOf, optionValues } from './option-values.ts';
import { readCommand } from './read-command.ts';
import { type Intention, readLine } from './read-line.ts';
import { type Reader, Screen } from './screen.ts';
import { words } from './words.ts';

export interface ChatOptions {
  readonly sandbox: Sandbox;
  readonly person: string;
  readonly ink: Ink;
  /** Where relative paths start. */
  readonly folder: string;
  print(line: string): void;
  /** The next typed line; null when there are no more. */
  ask(question: string): Promise<string | null>;
}

/** How long nothing must happen until an action counts as finished. */
const quietMs = 120;

export class Chat implements Reader {
  visitor: Visitor;
  place: string;
  private readonly options: ChatOptions;
  private readonly screen: Screen;
  private stop: () => void;
  /** Suggestions shown for an option, from their words to their values. */
  private readonly suggested = new Map<string, string>();

  constructor(options: ChatOptions) {
    this.options = options;
    this.screen = new Screen(options.sandbox, options.ink, options.print);
    this.visitor = options.sandbox.as(options.person);
    this.place = this.visitor.openDirectMessage();
    this.stop = this.visitor.watch((change) => this.screen.notice(this, change));
  }

  get who(): string {
    return this.visitor.displayName;
  }

  /** The current channel's name, or null in the direct messages. */
  get where(): string | null {
    const channel = this.visitor.channels().find(({ id }) => id === this.place);
    return channel === undefined || channel.kind === 'bot-direct-message' ? null : channel.name;
  }

  get directory(): Directory {
    const { sandbox, folder } = this.options;
    return { sandbox, folder, visitor: this.visitor };
  }

  welcome(): void {
    this.options.print(words.welcome(this.options.sandbox.botName, this.who));
  }

  /** What an option's suggestion stands for is sent when its words are typed. */
  suggest(shown: string, value: string): void {
    this.suggested.set(shown, value);
  }

  /** Does what a line asks for and waits until everything that came of it has been shown. */
  async hear(line: string): Promise<void> {
    const { people } = this.options.sandbox;
    const channels = this.visitor.channels().map(({ key }) => key);
    try {
      await this.act(readLine(line, { people, channels, controls: this.screen.controls }));
    } catch (cause) {
      if (!(cause instanceof Refusal)) throw cause;
      this.options.print(disarmed(cause.message));
    }
  }

  close(): void {
    this.stop();
  }

  private async act(intention: Intention): Promise<void> {
    switch (intention.kind) {
      case 'nothing':
        return;
      case 'help':
        return this.help();
      case 'become':
        return this.become(intention.person);
      case 'go':
        return this.go(intention.channel);
      case 'say':
        return this.say(intention.text, intention.replyTo);
      case 'command':
        return this.command(intention.text);
      case 'menu':
        return this.menu(intention.message, intention.command);
      case 'use':
        return this.use(intention.message, intention.control, intention.choice);
    }
  }

  private help(): void {
    const { botName, people } = this.options.sandbox;
    const slash = this.visitor
      .commands(this.place)
      .filter(({ type }) => type === ApplicationCommandType.ChatInput);
    const commands = slash.map(({ name }) => `/${name}`);
    const channels = this.visitor.channels().map(({ key }) => key);
    for (const line of words.help(botName, commands, people, channels)) this.options.print(line);
  }

  private become(person: string): void {
    this.stop();
    const wasInDirectMessages = this.where === null;
    this.visitor = this.options.sandbox.as(person);
    this.stop = this.visitor.watch((change) => this.screen.notice(this, change));
    const stays = !wasInDirectMessages && this.visitor.channels().some(({ id }) => id === this.place);
    if (!stays) this.place = this.visitor.openDirectMessage();
    this.options.print(words.nowAs(this.who));
  }

  private go(key: string): void {
    this.place = this.visitor.channels().find((each) => each.key === key)?.id ?? this.place;
    this.options.print(words.nowIn(this.screen.placeName(this, this.place)));
  }

  private async say(text: string, replyTo: number | null): Promise<void> {
    const answered = replyTo === null ? {} : { replyTo: this.screen.messageAt(replyTo) };
    const said = this.visitor.say(this.place, text, answered);
    const { botUserId } = this.options.sandbox;
    if (this.where === null || said.mentions.some(({ id }) => id === botUserId)) {
      const answer = await this.visitor.answerTo(said).catch(() => null);
      if (!answer) this.options.print(words.noAnswer);
    }
    await this.visitor.settled(quietMs);
  }

  private async command(text: string): Promise<void> {
    const typed = readCommand(text, this.visitor.commands(this.place));
    const meant = Object.entries(typed.values).map(([name, value]) => [
      name,
      this.suggested.get(value) ?? value,
    ]);
    const values = optionValues(this.directory, typed.definitions, Object.fromEntries(meant));
    await this.report(await this.visitor.runCommand(this.place, typed.name, values));
  }

  private async menu(message: number, command: string): Promise<void> {
    const target = this.screen.messageAt(message);
    if (command !== '') return this.report(await this.visitor.runMessageCommand(command, target));
    const menu = this.visitor
      .commands(this.place)
      .filter(({ type }) => type === ApplicationCommandType.Message);
    const names = menu.map(({ name }) => name);
    this.options.print(words.menuOf(message, names));
  }

  private async use(message: number | null, number: number, choice: string): Promise<void> {
    const { messageId, control } = this.screen.controlAt(this, message, number);
    if (control.kind === 'button') return this.report(await this.visitor.press(messageId, control.customId));
    const values = await this.choices(control, choice);
    if (values.length > 0) await this.report(await this.visitor.choose(messageId, control.customId, values));
  }

  private async choices(
    { label, options }: Extract<Control, { kind: 'menu' }>,
    choice: string,
  ): Promise<readonly string[]> {
    const labels = options?.map((option) => option.label);
    for (const line of choice === '' && labels ? words.chooseFrom(label, labels) : [])
      this.options.print(line);
    const given = choice === '' ? ((await this.options.ask(label)) ?? '') : choice;
    if (options) return choose(options, given);
    const names = given.split(',').map((name) => name.trim());
    return names.filter(Boolean).map((name) => idOf(this.directory, name));
  }

  private async report(outcome: Outcome): Promise<void> {
    const { ask } = this.options;
    // A refusal repeats what was typed.
    const print = (line: string) => this.options.print(disarmed(line));
    switch (outcome.kind) {
      case 'failed':
        return print(outcome.words);
      case 'refused':
        for (const problem of outcome.problems) print(problem);
        return;
      case 'thinking':
        return print(words.stillThinking);
      case 'form': {
        const sent = await fillInForm({ directory: this.directory, say: print, ask }, outcome.form);
        return sent ? this.report(sent) : print(words.formCancelled);
      }
      default:
        // The screen shows messages as they come.
        return this.visitor.settled(quietMs);
    }
  }
}
