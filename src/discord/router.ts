import {
  type AutocompleteInteraction,
  type ButtonInteraction,
  DiscordAPIError,
  type Interaction,
  type Message,
  type ModalSubmitInteraction,
  RateLimitError,
  type StringSelectMenuInteraction,
} from 'discord.js';
import type { Desk } from '../desk/desk.ts';
import { chat } from '../desk/wording/chat.ts';
import { KeepingError } from '../keeping-error.ts';
import type { Log, sparingly } from '../log.ts';
import type { Button, Call, Command, Form, Kept, Menu, SlashCommand, Suggested } from './command.ts';
import { decodeCustomId } from './custom-id.ts';
import { answerMessage } from './messages.ts';
import type { Handling, Observer, Occasion } from './observer.ts';
import type { Answerable, Outbox } from './outbox.ts';
import { createPace } from './pace.ts';
import { plainReply } from './reply.ts';
import { mayPress } from './rights.ts';
import type { Say } from './say.ts';
import { createSeen } from './seen.ts';
import { surfaceIn } from './surface.ts';
import { UnclearError, untilClear } from './until-clear.ts';

export interface RouterParts {
  readonly commands: readonly Command[];
  readonly desks: (server: string | null) => Promise<Desk>;
  readonly outbox: Outbox;
  readonly log: Log;
  /** Tells of errors that may come again and again. */
  readonly tellOften: ReturnType<typeof sparingly>;
  readonly kept: Kept;
  readonly reference: () => string;
  readonly observer: Observer;
  /** Milliseconds within which the last try of a first response begins. */
  readonly lastTryMs: number;
}

/** Leads every event to who answers it. Never rejects: here is the one catch. */
export interface Router {
  interaction(interaction: Interaction): Promise<void>;
  message(message: Message): Promise<void>;
  /** Resolves when everything that is being answered now has been. */
  settled(): Promise<void>;
}

/** Throws a RangeError when two commands, buttons or forms go by one name. */
export function createRouter(parts: RouterParts): Router {
  const { commands, desks, outbox, log, tellOften, kept, reference, observer, lastTryMs } = parts;
  const onUnreadable = (error: unknown) => tellOften(error, 'settings cannot be read; answers stay private');
  const byName = index(commands.map((command) => [`${command.kind} ${command.data.name}`, command] as const));
  const buttons = index(
    commands.flatMap(({ buttons = [] }) => buttons).map((button) => [button.action, button] as const),
  );
  const forms = index(
    commands.flatMap(({ forms = [] }) => forms).map((form) => [form.action, form] as const),
  );
  const menus = index(
    commands.flatMap(({ menus = [] }) => menus).map((menu) => [menu.action, menu] as const),
  );
  const names = new Set([
    ...commands.map(({ data }) => data.name),
    ...buttons.keys(),
    ...forms.keys(),
    ...menus.keys(),
  ]);
  const known = (name: string) => (names.has(name) ? name : 'unknown');
  const firstTime = createSeen();
  const paceOfPerson = createPace({ burst: 15, everyMs: 2_000 }, kept.clock);
  const paceOfChannel = createPace({ burst: 30, everyMs: 1_000 }, kept.clock);

  const pace = (person: string, channel: string | null) =>
    paceOfPerson(person) ?? (channel === null ? null : paceOfChannel(channel));

  /** Lets the observer know of an event that `handle` deals with. */
  async function observed(occasion: Occasion, name: string, handle: () => Promise<Handling>): Promise<void> {
    const before = performance.now();
    const handling = await handle();
    if (handling === 'ignored') return;
    observer.handled({ occasion, name, handling, seconds: (performance.now() - before) / 1_000 });
  }

  /** Runs what answers, and answers itself when that fails. */
  async function guarded(
    about: object,
    say: Pick<Say, 'reply'>,
    run: () => Promise<Handling>,
  ): Promise<Handling> {
    try {
      return await run();
    } catch (error) {
      const ref = reference();
      log.error({ err: error, reference: ref, ...about }, 'could not answer');
      if (cannotHear(error)) return 'failed';
      try {
        await say.reply(plainReply(apology(error, ref)), { alone: true });
      } catch (inner) {
        log.error({ err: inner, reference: ref }, 'could not apologise');
      }
      return 'failed';
    }
  }

  async function answer(interaction: Answerable): Promise<Handling> {
    const say = outbox.toInteraction(interaction);
    const told = (sentence: string) => say.reply(plainReply(sentence), { alone: true });
    const tooFast = pace(interaction.user.id, interaction.channelId);
    if (tooFast !== null) {
      await told(chat.trouble.tooFast(Math.ceil(tooFast.waitMs / 1_000)));
      return 'too-fast';
    }
    const [desk, surface] = await Promise.all([
      desks(interaction.guildId),
      surfaceIn(interaction, kept, onUnreadable),
    ]);
    const call: Call = { ...kept, desk, say, surface };
    await lead(interaction, call, told);
    return 'answered';
  }

  async function lead(
    interaction: Answerable,
    call: Call,
    told: (sentence: string) => Promise<void>,
  ): Promise<void> {
    if (interaction.isChatInputCommand()) {
      const command = byName.get(`slash ${interaction.commandName}`);
      return command?.kind === 'slash' ? command.run(interaction, call) : told(chat.trouble.unknownCommand);
    }
    if (interaction.isMessageContextMenuCommand()) {
      const command = byName.get(`message ${interaction.commandName}`);
      return command?.kind === 'message' ? command.run(interaction, call) : told(chat.trouble.unknownCommand);
    }
    if (interaction.isModalSubmit()) return submit(interaction, call);
    if (interaction.isButton()) return press(interaction, call);
    if (interaction.isStringSelectMenu()) return choose(interaction, call);
    return told(interaction.isMessageComponent() ? chat.trouble.oldButton : chat.trouble.unknownCommand);
  }

  async function press(interaction: ButtonInteraction, call: Call): Promise<void> {
    const id = decodeCustomId(interaction.customId);
    const button: Button | undefined = id === null ? undefined : buttons.get(id.action);
    const told = (sentence: string) => call.say.reply(plainReply(sentence), { alone: true });
    if (id === null || button === undefined) return told(chat.trouble.oldButton);
    if (mayPress(button.who, id.asker, interaction)) return button.press(interaction, call, id);
    return told(button.who === 'asker' ? chat.trouble.notYours : chat.trouble.notYoursToRemove);
  }

  async function submit(interaction: ModalSubmitInteraction, call: Call): Promise<void> {
    const id = decodeCustomId(interaction.customId);
    const form: Form | undefined = id === null ? undefined : forms.get(id.action);
    if (id !== null && form !== undefined) return form.submit(interaction, call, id);
    return call.say.reply(plainReply(chat.trouble.oldButton), { alone: true });
  }

  async function choose(interaction: StringSelectMenuInteraction, call: Call): Promise<void> {
    const id = decodeCustomId(interaction.customId);
    const menu: Menu | undefined = id === null ? undefined : menus.get(id.action);
    if (id !== null && menu !== undefined && interaction.user.id === id.asker) {
      return menu.choose(interaction, call, id);
    }
    const sentence = menu === undefined ? chat.trouble.oldButton : chat.trouble.notYours;
    return call.say.reply(plainReply(sentence), { alone: true });
  }

  /** None while what is kept cannot be read: people can type on. */
  async function suggestions(
    { suggest: choices }: SlashCommand,
    interaction: AutocompleteInteraction,
  ): Promise<readonly Suggested[]> {
    try {
      return (await choices?.(interaction, await desks(interaction.guildId), kept)) ?? [];
    } catch (error) {
      if (!(error instanceof KeepingError)) throw error;
      tellOften(error, 'could not suggest', { command: interaction.commandName });
      return [];
    }
  }

  async function suggest(interaction: AutocompleteInteraction): Promise<Handling> {
    const command = byName.get(`slash ${interaction.commandName}`);
    try {
      const choices = command?.kind === 'slash' ? await suggestions(command, interaction) : [];
      await untilClear(() => interaction.respond(choices), lastTryMs);
      return 'answered';
    } catch (error) {
      // People type on while choices are looked up: late choices are nobody's loss.
      const late = error instanceof DiscordAPIError && (error.code === 10_062 || error.code === 40_060);
      if (!late) tellOften(error, 'could not suggest', { command: interaction.commandName });
      return late ? 'late' : 'failed';
    }
  }

  const underway = new Set<Promise<void>>();
  async function noted(work: Promise<void>): Promise<void> {
    underway.add(work);
    await work;
    underway.delete(work);
  }

  return {
    async interaction(interaction) {
      if (!firstTime(interaction.id)) return;
      const name = known(nameOf(interaction));
      if (interaction.isAutocomplete()) return observed('autocomplete', name, () => suggest(interaction));
      if (!interaction.isRepliable()) return;
      const about = { interaction: interaction.id, guild: interaction.guildId, what: nameOf(interaction) };
      const say = outbox.toInteraction(interaction);
      const answered = () => guarded(about, say, () => answer(interaction));
      await noted(observed(occasionOf(interaction), name, answered));
    },

    async message(message) {
      if (message.author.bot || message.system || !firstTime(message.id)) return;
      const say = outbox.toMessage(message);
      const about = { message: message.id, guild: message.guildId };
      const answered = () =>
        answerMessage(message, { desks, say, pace, settings: kept.settings, onUnreadable });
      const name = message.inGuild() ? 'mention' : 'direct';
      await noted(observed('message', name, () => guarded(about, say, answered)));
    },

    async settled() {
      await Promise.all(underway);
    },
  };
}

/** An apology would meet with what the answer met with: no right to write, a rate limit, or no answer at all. */
function cannotHear(error: unknown): boolean {
  if (error instanceof DiscordAPIError) return error.status === 403;
  return error instanceof RateLimitError || error instanceof UnclearError;
}

function apology(error: unknown, reference: string): string {
  const { notRead, notSaved, failed } = chat.trouble;
  if (!(error instanceof KeepingError)) return failed(reference);
  return error.during === 'reading' ? notRead(reference) : notSaved(reference);
}

function nameOf(interaction: Interaction): string {
  if (interaction.isCommand() || interaction.isAutocomplete()) return interaction.commandName;
  return decodeCustomId(interaction.customId)?.action ?? 'unknown';
}

function occasionOf(interaction: Answerable): Occasion {
  if (interaction.isCommand()) return 'command';
  return interaction.isModalSubmit() ? 'form' : 'button';
}

function index<Value>(entries: readonly (readonly [string, Value])[]): ReadonlyMap<string, Value> {
  const map = new Map<string, Value>();
  for (const [name, value] of entries) {
    if (map.has(name) && map.get(name) !== value) throw new RangeError(`Two things are called "${name}".`);
    map.set(name, value);
  }
  return map;
}
