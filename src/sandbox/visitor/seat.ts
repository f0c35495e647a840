/** One person's seat at the sandbox: the `Visitor` that does what a Discord client does. */

import type { APIApplicationCommand } from 'discord-api-types/v10';
import { ApplicationCommandType, PermissionFlagsBits as Bit, InteractionType } from 'discord-api-types/v10';
import type { Discord } from '../discord.ts';
import type { Interaction } from '../interactions/interaction.ts';
import { apiMemberIn } from '../world/api-objects.ts';
import { type StoredMessage, seen } from '../world/message.ts';
import { has } from '../world/permissions.ts';
import type { Channel, Person } from '../world/world.ts';
import { failureWords, outcomeOf } from './await-outcome.ts';
import { begin } from './begin.ts';
import { seenChannel } from './channels.ts';
import { useComponent } from './component.ts';
import { fillForm } from './fill-form.ts';
import { type Offer, offers } from './offer.ts';
import { fillOptions } from './options.ts';
import { type Change, type Form, type Outcome, Refusal, type SeenMessage } from './outcome.ts';
import { canSee, perceive, seesMessage } from './perceive.ts';
import { speak } from './speak.ts';
import type { Completion, FormValue, OptionValue, SeenChannel, Upload, Visitor } from './visitor.ts';
import { waitFor } from './wait.ts';

export class Seat implements Visitor {
  readonly id: string;
  readonly key: string;
  readonly username: string;
  readonly displayName: string;
  readonly locale: string;
  private readonly discord: Discord;
  private readonly person: Person;
  private readonly patienceMs: number;
  /** By the form's id, what opened it. */
  private readonly opened = new Map<string, Interaction>();

  constructor(discord: Discord, person: Person, patienceMs: number) {
    this.discord = discord;
    this.person = person;
    this.patienceMs = patienceMs;
    this.id = person.user.id;
    this.key = person.key;
    this.username = person.user.username;
    this.displayName = person.user.global_name ?? person.user.username;
    this.locale = person.locale;
  }

  channels(): readonly SeenChannel[] {
    this.openDirectMessage();
    const order = ['guild', 'bot', 'private'];
    return [...this.discord.world.channels.values()]
      .filter((channel) => canSee(this.discord, this.person, channel))
      .sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
      .map((channel) => seenChannel(this.discord, this.person, channel));
  }

  openDirectMessage(): string {
    return this.discord.world.directMessages(this.person).id;
  }

  messages(channelId: string): readonly SeenMessage[] {
    const channel = this.channel(channelId);
    const all = this.discord.messages.in(channel);
    return all.filter((message) => seesMessage(this.discord, this.person, message)).map(seen);
  }

  commands(channelId: string): readonly APIApplicationCommand[] {
    return offers(this.discord, this.person, this.channel(channelId)).map(({ command }) => command);
  }

  say(
    channelId: string,
    text: string,
    { replyTo, files = [] }: { readonly replyTo?: string; readonly files?: readonly Upload[] } = {},
  ): SeenMessage {
    const answered = replyTo === undefined ? null : this.message(replyTo);
    return seen(speak(this.discord, this.person, this.channel(channelId), { text, answered, files }));
  }

  remove(messageId: string): void {
    const message = this.message(messageId);
    if (message.visibleTo !== null) throw new Refusal('A private reply can be dismissed, not deleted');
    const own = message.api.author.id === this.id;
    const bits = this.discord.world.permissionsIn(message.channel, this.id);
    const mayRemove = own || (message.channel.kind === 'guild' && has(bits, Bit.ManageMessages));
    if (!mayRemove) throw new Refusal('You may not delete this message');
    this.discord.messages.delete(message);
  }

  dismiss(messageId: string): void {
    const message = this.message(messageId);
    if (message.visibleTo === null) throw new Refusal('Only a private reply can be dismissed');
    this.discord.messages.dismiss(message);
  }

  async runCommand(
    channelId: string,
    name: string,
    options: Readonly<Record<string, OptionValue>> = {},
  ): Promise<Outcome> {
    const begun = this.call(channelId, name, options, null);
    return 'problems' in begun ? { kind: 'refused', problems: begun.problems } : this.outcome(begun);
  }

  async complete(
    channelId: string,
    name: string,
    options: Readonly<Record<string, OptionValue>>,
    focused: string,
  ): Promise<Completion> {
    const begun = this.call(channelId, name, options, focused);
    if ('problems' in begun) return { kind: 'refused', problems: begun.problems };
    await outcomeOf(this.discord, begun, this.patienceMs);
    const { choices } = begun;
    return choices ? { kind: 'choices', choices } : { kind: 'failed', words: failureWords(begun) };
  }

  async runMessageCommand(name: string, messageId: string): Promise<Outcome> {
    const target = this.message(messageId);
    if (target.visibleTo !== null) return { kind: 'refused', problems: ['A private reply has no Apps menu'] };
    return this.useMenu(target.channel, ApplicationCommandType.Message, name, {
      data: { target_id: target.id, resolved: { messages: { [target.id]: target.api } } },
      note: { target_message_id: target.id },
    });
  }

  async runUserCommand(channelId: string, name: string, userId: string): Promise<Outcome> {
    const channel = this.channel(channelId);
    const { world } = this.discord;
    const user = world.userOf(userId);
    if (!user) return { kind: 'refused', problems: ['There is no such person'] };
    const member = channel.kind === 'guild' ? channel.guild.members.get(userId) : undefined;
    const members =
      channel.kind === 'guild' && member
        ? { members: { [userId]: apiMemberIn(world, channel.guild, member, channel) } }
        : {};
    return this.useMenu(channel, ApplicationCommandType.User, name, {
      data: { target_id: userId, resolved: { users: { [userId]: user }, ...members } },
      note: { target_user: user },
    });
  }

  press(messageId: string, customId: string): Promise<Outcome> {
    return this.useComponent(messageId, customId, null);
  }

  choose(messageId: string, customId: string, values: readonly string[]): Promise<Outcome> {
    return this.useComponent(messageId, customId, values);
  }

  async submit(form: Form, values: Readonly<Record<string, FormValue>>): Promise<Outcome> {
    const interaction = this.opened.get(form.id);
    if (!interaction) return { kind: 'refused', problems: ['This form is not open'] };
    const { problems, data } = fillForm(this.discord, form, values);
    if (problems.length > 0) return { kind: 'refused', problems };
    const outcome = await this.outcome(
      begin(this.discord, {
        type: InteractionType.ModalSubmit,
        person: this.person,
        channel: interaction.channel,
        owners: interaction.metadata.authorizing_integration_owners,
        data,
        source: interaction.source,
        commandType: interaction.commandType,
        note: { triggering_interaction_metadata: interaction.metadata },
      }),
    );
    // Where sending failed, the form stays open for another try.
    if (outcome.kind !== 'failed') this.opened.delete(form.id);
    return outcome;
  }

  watch(listener: (change: Change) => void): () => void {
    return this.discord.world.happenings.listen((happening) => {
      const change = perceive(this.discord, this.person, happening);
      if (change) listener(change);
    });
  }

  async until<T>(look: () => T | undefined | null | false, withinMs = this.patienceMs): Promise<T> {
    const found = await waitFor(this.discord.world, look, withinMs);
    if (found === undefined)
      throw new Error(`${this.displayName} saw nothing of the kind within ${withinMs} ms`);
    return found;
  }

  answerTo(message: SeenMessage, withinMs?: number): Promise<SeenMessage> {
    const { bot } = this.discord.world;
    const later = () =>
      this.messages(message.channel_id).find(
        ({ id, author, thinking }) => author.id === bot.id && BigInt(id) > BigInt(message.id) && !thinking,
      );
    return this.until(later, withinMs);
  }

  settled(quietMs: number): Promise<void> {
    return new Promise((resolve) => {
      let timer: NodeJS.Timeout;
      const stop = this.watch(() => timer.refresh());
      timer = setTimeout(() => {
        stop();
        resolve();
      }, quietMs);
    });
  }

  private call(
    channelId: string,
    name: string,
    values: Readonly<Record<string, OptionValue>>,
    focused: string | null,
  ): Interaction | { readonly problems: readonly string[] } {
    const channel = this.channel(channelId);
    const [first = '', ...path] = name.split(' ');
    const offer = this.offer(channel, ApplicationCommandType.ChatInput, first);
    if (!offer) return { problems: [`There is no command /${first} for you here`] };
    const { command } = offer;
    const { problems, options, resolved } = fillOptions(this.discord, channel, {
      command,
      path,
      values,
      focused,
    });
    if (problems.length > 0) return { problems };
    return begin(this.discord, {
      type:
        focused === null
          ? InteractionType.ApplicationCommand
          : InteractionType.ApplicationCommandAutocomplete,
      person: this.person,
      channel,
      owners: offer.owners,
      data: { ...aboutCommand(command), options, ...(resolved ? { resolved } : {}) },
      source: null,
      commandType: command.type,
      note: { name, command_type: command.type },
    });
  }

  private async useMenu(
    channel: Channel,
    type: ApplicationCommandType,
    name: string,
    { data, note }: { readonly data: object; readonly note: object },
  ): Promise<Outcome> {
    const offer = this.offer(channel, type, name);
    if (!offer) return { kind: 'refused', problems: [`There is no command "${name}" for you here`] };
    return this.outcome(
      begin(this.discord, {
        type: InteractionType.ApplicationCommand,
        person: this.person,
        channel,
        owners: offer.owners,
        data: { ...aboutCommand(offer.command), ...data },
        source: null,
        commandType: type,
        note: { name, command_type: type, ...note },
      }),
    );
  }

  private async useComponent(
    messageId: string,
    customId: string,
    values: readonly string[] | null,
  ): Promise<Outcome> {
    const message = this.message(messageId);
    const { problems, data } = useComponent(this.discord, message, customId, values);
    if (problems.length > 0) return { kind: 'refused', problems };
    const here = message.channel.kind === 'guild' ? message.channel.guild.id : '0';
    return this.outcome(
      begin(this.discord, {
        type: InteractionType.MessageComponent,
        person: this.person,
        channel: message.channel,
        owners: message.api.interaction_metadata?.authorizing_integration_owners ?? { 0: here },
        data,
        source: message,
        commandType: null,
        note: { interacted_message_id: message.id },
      }),
    );
  }

  private async outcome(interaction: Interaction): Promise<Outcome> {
    const outcome = await outcomeOf(this.discord, interaction, this.patienceMs);
    if (outcome.kind === 'form') this.opened.set(outcome.form.id, interaction);
    return outcome;
  }

  private offer(channel: Channel, type: ApplicationCommandType, name: string): Offer | undefined {
    const all = offers(this.discord, this.person, channel);
    return all.find(({ command }) => command.type === type && command.name === name);
  }

  private channel(id: string): Channel {
    const channel = this.discord.world.channels.get(id);
    if (!channel || !canSee(this.discord, this.person, channel))
      throw new Refusal('There is no such channel for you');
    return channel;
  }

  private message(id: string): StoredMessage {
    const message = this.discord.messages.get(id);
    if (!message || !seesMessage(this.discord, this.person, message)) {
      throw new Refusal('There is no such message for you');
    }
    return message;
  }
}

function aboutCommand({ id, name, type, guild_id: guildId }: APIApplicationCommand): object {
  return { id, name, type, ...(guildId === undefined ? {} : { guild_id: guildId }) };
}
