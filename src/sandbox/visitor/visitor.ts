/** What one person can do and see, as if they sat in a Discord client. */

import type { APIApplicationCommand, APIApplicationCommandOptionChoice } from 'discord-api-types/v10';
import type { Change, Form, Outcome, SeenMessage } from './outcome.ts';

/** A file picked for an attachment option, a file field of a form, or a message. */
export interface Upload {
  readonly filename: string;
  readonly contentType: string;
  readonly data: Uint8Array;
}

/** A user, channel, role or mentionable is given by its id. */
export type OptionValue = string | number | boolean | Upload;

export interface SeenChannel {
  readonly id: string;
  /** The plan's key ("general"); of the direct messages with the bot, "bot". */
  readonly key: string;
  readonly name: string;
  readonly topic: string | null;
  readonly kind: 'text' | 'announcement' | 'bot-direct-message' | 'private-channel';
  readonly guild: { readonly id: string; readonly name: string } | null;
  /** Whether this person may write there. */
  readonly writable: boolean;
}

/** Whom and what one can name in a channel: in a mention, an option, a select. */
export interface Surroundings {
  readonly people: readonly {
    readonly id: string;
    readonly name: string;
    readonly username: string;
    readonly bot: boolean;
  }[];
  readonly roles: readonly { readonly id: string; readonly name: string }[];
}

export type Completion =
  | { readonly kind: 'choices'; readonly choices: readonly APIApplicationCommandOptionChoice[] }
  | { readonly kind: 'failed'; readonly words: string }
  | { readonly kind: 'refused'; readonly problems: readonly string[] };

export interface Visitor {
  readonly id: string;
  readonly key: string;
  readonly username: string;
  readonly displayName: string;
  readonly locale: string;

  /** The channels this person can see: guilds' in the plan's order, the bot's direct messages, private ones. */
  channels(): readonly SeenChannel[];

  /** The id of the direct-message channel with the bot; opened when it is not open yet. */
  openDirectMessage(): string;

  /** The messages of a channel as this person sees them, oldest first; private replies only to whom they belong. */
  messages(channelId: string): readonly SeenMessage[];

  /**
   * The commands (of all three types) this person is offered in a channel: by context, installation and
   * `default_member_permissions`, as the bot registered them.
   */
  commands(channelId: string): readonly APIApplicationCommand[];

  /** The people (the bot too, where it is) and roles of a channel, in the plan's order. */
  around(channelId: string): Surroundings;

  /**
   * Writes a message. The bot may or may not answer one: see `answerTo` and `until`.
   * @throws Refusal when Discord would not take it (no permission, empty, over 2000 characters).
   */
  say(
    channelId: string,
    text: string,
    options?: { readonly replyTo?: string; readonly files?: readonly Upload[] },
  ): SeenMessage;

  /** Deletes an own message, or (with MANAGE_MESSAGES) somebody's. @throws Refusal when not allowed. */
  remove(messageId: string): void;

  /** Dismisses a private reply: it is gone from this person's view only. */
  dismiss(messageId: string): void;

  /**
   * Runs a slash command.
   * @param name with subcommands: "library add".
   * @param options by the option's name.
   */
  runCommand(
    channelId: string,
    name: string,
    options?: Readonly<Record<string, OptionValue>>,
  ): Promise<Outcome>;

  /** Asks for suggestions while typing into the option `focused`; required options may still be missing. */
  complete(
    channelId: string,
    name: string,
    options: Readonly<Record<string, OptionValue>>,
    focused: string,
  ): Promise<Completion>;

  /** Uses a command of a message's Apps menu. */
  runMessageCommand(name: string, messageId: string): Promise<Outcome>;

  /** Uses a command of a person's Apps menu. */
  runUserCommand(channelId: string, name: string, userId: string): Promise<Outcome>;

  /** Presses a button, by its custom id. */
  press(messageId: string, customId: string): Promise<Outcome>;

  /** Chooses from a select menu, by its custom id; the values of its options, or ids. */
  choose(messageId: string, customId: string, values: readonly string[]): Promise<Outcome>;

  /** Sends a form in. @param values by the field's custom id; a field left out keeps its prefilled value. */
  submit(form: Form, values: Readonly<Record<string, FormValue>>): Promise<Outcome>;

  /** Hears every change this person would see. @returns stops it. */
  watch(listener: (change: Change) => void): () => void;

  /**
   * Waits until `look` finds something (any value but undefined, null and false), looking now and after each
   * change this person sees.
   * @throws Error when it did not within `withinMs` (the sandbox's `patienceMs` by default).
   */
  until<T>(look: () => T | undefined | null | false, withinMs?: number): Promise<T>;

  /** The first message of the bot in the same channel that came after a message, now or later; throws as `until`. */
  answerTo(message: SeenMessage, withinMs?: number): Promise<SeenMessage>;

  /** Resolves when this person has seen nothing change for `quietMs`. */
  settled(quietMs: number): Promise<void>;
}

/** A text, the chosen values of a select, radio or checkbox group, a ticked checkbox, or files. */
export type FormValue = string | boolean | readonly string[] | readonly Upload[];
