import type {
  AutocompleteInteraction,
  ButtonInteraction,
  ChatInputCommandInteraction,
  MessageContextMenuCommandInteraction,
  ModalSubmitInteraction,
  StringSelectMenuInteraction,
} from 'discord.js';
import type {
  APIApplicationCommandOptionChoice,
  RESTPostAPIApplicationCommandsJSONBody,
  RESTPostAPIChatInputApplicationCommandsJSONBody,
  RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import type { BulletinStore } from '../bulletins/bulletin-store.ts';
import type { Office } from '../bulletins/office.ts';
import type { Desk } from '../desk/desk.ts';
import type { Library } from '../library/library.ts';
import type { PersonalData } from '../privacy/personal-data.ts';
import type { SettingsStore } from '../settings/server-settings.ts';
import type { LessonStore } from '../teaching/lesson.ts';
import type { ComponentId } from './custom-id.ts';
import type { TextFetcher } from './fetch-text.ts';
import type { Say } from './say.ts';
import type { Surface } from './surface.ts';

/** What servers have written and decided. */
export interface Kept {
  readonly settings: SettingsStore;
  readonly bulletins: BulletinStore;
  /** What moderators do with bulletins. */
  readonly office: Office;
  /** What moderators do with their server's announcements. */
  readonly library: Library;
  /** What moderators taught. */
  readonly lessons: LessonStore;
  /** What is kept about people. */
  readonly personalData: PersonalData;
  /** Ten characters nobody else gets. */
  readonly newId: () => string;
  /** Reads files that people attach. */
  readonly fetchText: TextFetcher;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
}

/** What a command may use while it answers one interaction. */
export interface Call extends Kept {
  /** The desk of the server the interaction came from. */
  readonly desk: Desk;
  readonly say: Say;
  readonly surface: Surface;
}

/** One entry of Discord's command list: a slash command, or a message command ("Apps" in a message's menu). */
export type Command = SlashCommand | MessageCommand;

interface Registered<Data extends RESTPostAPIApplicationCommandsJSONBody> {
  /** As registered with Discord; a builder's `toJSON()`. */
  readonly data: Data;
  /** The buttons under this command's messages. */
  readonly buttons?: readonly Button[];
  /** The menus under this command's messages. */
  readonly menus?: readonly Menu[];
  /** The forms this command opens. */
  readonly forms?: readonly Form[];
}

export interface SlashCommand extends Registered<RESTPostAPIChatInputApplicationCommandsJSONBody> {
  readonly kind: 'slash';
  run(interaction: ChatInputCommandInteraction, call: Call): Promise<void>;
  /** Choices for the option being typed, best first; at most 25, names and values at most 100 long. */
  suggest?(
    interaction: AutocompleteInteraction,
    desk: Desk,
    kept: Kept,
  ): Promise<readonly Suggested[]> | readonly Suggested[];
}

export interface MessageCommand extends Registered<RESTPostAPIContextMenuApplicationCommandsJSONBody> {
  readonly kind: 'message';
  run(interaction: MessageContextMenuCommandInteraction, call: Call): Promise<void>;
}

export type Suggested = APIApplicationCommandOptionChoice<string>;

/** Who may press a button, judged by the id it carries and the rights Discord gives with the press. */
export type Presser = 'anyone' | 'asker' | 'asker-or-moderator';

/** A button, told by the action its custom id begins with. */
export interface Button {
  readonly action: string;
  readonly who: Presser;
  press(interaction: ButtonInteraction, call: Call, id: ComponentId): Promise<void>;
}

/** A menu of texts to choose from, told by the action its custom id begins with. Only the person it was made for may. */
export interface Menu {
  readonly action: string;
  choose(interaction: StringSelectMenuInteraction, call: Call, id: ComponentId): Promise<void>;
}

/** A form, told by the action its custom id begins with. */
export interface Form {
  readonly action: string;
  submit(interaction: ModalSubmitInteraction, call: Call, id: ComponentId): Promise<void>;
}
