/** A chat as somebody in the sandbox, line by line. */

import { ApplicationCommandType } from 'discord-api-types/v10';
import type { Sandbox } from '../sandbox.ts';
import { type Change, type Outcome, Refusal, type SeenMessage } from '../visitor/outcome.ts';
import type { Visitor } from '../visitor/visitor.ts';
import { type Control, controlsOf } from './controls.ts';
import { choose, fillInForm } from './form-dialogue.ts';
import type { Ink } from './ink.ts';
import { channelId, type Directory, optionValues, personId, roleId } from './option-values.ts';
import type { Names } from './plain-text.ts';
import { readCommand } from './read-command.ts';
import { type Intention, readLine } from './read-line.ts';
import { showMessage } from './show-message.ts';
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

export class Chat {
  private readonly options: ChatOptions;
  private readonly numbers = new Map<string, number>();
  private visitor: Visitor;
  private place: string;
  private latest: { readonly messageId: string; readonly controls: readonly Control[] } | null = null;
  private stop: () => void;

  constructor(options: ChatOptions) {
    this.options = options;
    this.visitor = options.sandbox.as(options.person);
    this.place = this.visitor.openDirectMessage();
    this.stop = this.visitor.watch((change) => this.notice(change));
  }

  get who(): string {
    return this.visitor.displayName;
  }

  /** The current channel's name, or null in the direct messages. */
  get where(): string | null {
    const channel = this.channels.find(({ id }) => id === this.place);
    return channel === undefined || channel.kind === 'bot-direct-message' ? null : channel.name;
  }

  get directory(): Directory {
    const { sandbox, folder } = this.options;
    return { sandbox, folder, visitor: this.visitor };
  }

  get commands() {
    return this.visitor.commands(this.place);
  }

  get placeId(): string {
    return this.place;
  }

  get channels() {
    return this.visitor.channels();
  }

  welcome(): void {
    this.options.print(words.welcome(this.botName, this.who));
  }

  /** Does what a line asks for and waits until everything that came of it has been shown. */
  async hear(line: string): Promise<void> {
    const { people } = this.options.sandbox;
    const channels = this.channels.map(({ key }) => key);
    const controls = this.latest?.controls.length ?? 0;
    const intention = readLine(line, { people, channels, controls });
    try {
      await this.act(intention);
    } catch (cause) {
      if (!(cause instanceof Refusal)) throw cause;
      this.options.print(cause.message);
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
        this.place = this.channels.find(({ key }) => key === intention.channel)?.id ?? this.place;
        return this.options.print(words.nowIn(this.placeName(this.place)));
      case 'say':
        return this.say(intention.text, intention.replyTo);
      case 'command': {
        const typed = readCommand(intention.text, this.commands);
        const values = optionValues(this.directory, typed.definitions, typed.values);
        return this.report(await this.visitor.runCommand(this.place, typed.name, values));
      }
      case 'menu':
        return this.useMenu(intention.message, intention.command);
      case 'use':
        return this.use(intention.message, intention.control, intention.choice);
    }
  }

  private help(): void {
    const commands = this.commands
      .filter(({ type }) => type === ApplicationCommandType.ChatInput)
      .map(({ name }) => `/${name}`);
    const channels = this.channels.map(({ key }) => key);
    for (const line of words.help(this.botName, commands, this.options.sandbox.people, channels)) {
      this.options.print(line);
    }
  }

  private become(person: string): void {
    this.stop();
    const wasInDirectMessages = this.where === null;
    this.visitor = this.options.sandbox.as(person);
    this.stop = this.visitor.watch((change) => this.notice(change));
    const stays = !wasInDirectMessages && this.channels.some(({ id }) => id === this.place);
    if (!stays) this.place = this.visitor.openDirectMessage();
    this.options.print(words.nowAs(this.who));
  }

  private async say(text: string, replyTo: number | null): Promise<void> {
    const answered = replyTo === null ? {} : { replyTo: this.messageAt(replyTo) };
    const said = this.visitor.say(this.place, text, answered);
    const addressed =
      this.where === null || said.mentions.some(({ id }) => id === this.options.sandbox.botUserId);
    if (addressed) {
      const answer = await this.visitor.answerTo(said).catch(() => null);
      if (!answer) this.options.print(words.noAnswer);
    }
    await this.visitor.settled(quietMs);
  }

  private async useMenu(message: number, command: string): Promise<void> {
    const target = this.messageAt(message);
    if (command !== '') return this.report(await this.visitor.runMessageCommand(command, target));
    const menu = this.commands.filter(({ type }) => type === ApplicationCommandType.Message);
    this.options.print(
      words.menuOf(
        message,
        menu.map(({ name }) => name),
      ),
    );
  }

  private async use(message: number | null, number: number, choice: string): Promise<void> {
    const messageId = message === null ? this.latest?.messageId : this.messageAt(message);
    const found = messageId === undefined ? undefined : this.find(messageId);
    const control = found ? controlsOf(found).controls[number - 1] : undefined;
    if (!found || !control) throw new Refusal(words.noSuchControl(number));
    if (control.kind === 'button') return this.report(await this.visitor.press(found.id, control.customId));
    const values = await this.choices(control, choice);
    if (values.length > 0) await this.report(await this.visitor.choose(found.id, control.customId, values));
  }

  private async choices(
    { label, options }: Extract<Control, { kind: 'menu' }>,
    choice: string,
  ): Promise<string[]> {
    for (const line of choice === ''
      ? words.chooseFrom(
          label,
          (options ?? []).map((each) => each.label),
        )
      : []) {
      this.options.print(line);
    }
    const given = choice === '' ? ((await this.options.ask(label)) ?? '') : choice;
    if (options) return choose(options, given);
    return given
      .split(',')
      .map((name) => this.idOf(name.trim()))
      .filter(Boolean);
  }

  /** For menus of people, roles and channels, whichever of them is called so. */
  private idOf(name: string): string {
    for (const find of [personId, roleId, channelId]) {
      try {
        return find(this.directory, name);
      } catch {
        // Not one of these; perhaps one of the next.
      }
    }
    throw new Refusal(words.noSuchName(name));
  }

  private async report(outcome: Outcome): Promise<void> {
    const { print, ask } = this.options;
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
        // Messages are shown as they come; see `notice`.
        return this.visitor.settled(quietMs);
    }
  }

  private notice(change: Change): void {
    if (change.kind === 'message-created' || change.kind === 'message-edited') this.show(change.message);
    if (change.kind !== 'message-deleted') return;
    const number = this.numbers.get(change.messageId);
    if (number !== undefined) this.options.print(words.removed(number));
  }

  private show(message: SeenMessage): void {
    if (message.thinking) return;
    const known = this.numbers.get(message.id);
    const number = known ?? this.numbers.size + 1;
    this.numbers.set(message.id, number);
    // One's own words stand there already, as they were typed.
    if (message.author.id === this.visitor.id) return;
    const place = message.channel_id === this.place ? null : this.placeName(message.channel_id);
    const { ink } = this.options;
    const shown = showMessage(message, {
      number,
      changed: known !== undefined,
      place,
      ink,
      names: this.names,
    });
    for (const line of shown) this.options.print(line);
    const { controls } = controlsOf(message);
    if (controls.length > 0) this.latest = { messageId: message.id, controls };
    else if (this.latest?.messageId === message.id) this.latest = null;
  }

  private get names(): Names {
    const { sandbox } = this.options;
    const called = <T extends { readonly id: string }>(
      all: readonly T[],
      id: string,
      name: (one: T) => string,
    ) => {
      const one = all.find((each) => each.id === id);
      return one ? name(one) : id;
    };
    const people = sandbox.people.map((key) => sandbox.as(key));
    return {
      user: (id) =>
        id === sandbox.botUserId ? this.botName : called(people, id, ({ displayName }) => displayName),
      role: (id) => sandbox.roleName(id) ?? id,
      channel: (id) => called(this.channels, id, ({ name }) => name),
    };
  }

  private get botName(): string {
    return this.options.sandbox.botName;
  }

  private placeName(id: string): string {
    const channel = this.channels.find((each) => each.id === id);
    if (!channel || channel.kind === 'bot-direct-message') return words.directMessages(this.botName);
    return channel.guild ? `#${channel.name}` : channel.name;
  }

  private messageAt(number: number): string {
    const found = [...this.numbers].find(([, each]) => each === number);
    if (!found) throw new Refusal(words.noSuchMessage(number));
    return found[0];
  }

  private find(messageId: string): SeenMessage | undefined {
    return this.channels.flatMap(({ id }) => this.visitor.messages(id)).find(({ id }) => id === messageId);
  }
}
