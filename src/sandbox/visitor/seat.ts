/** One person's seat at the sandbox: the `Visitor` that does what a Discord client does. */

import type { APIApplicationCommand } from 'discord-api-types/v10';
import { PermissionFlagsBits as Bit } from 'discord-api-types/v10';
import type { Discord } from '../discord.ts';
import { type StoredMessage, seen } from '../world/message.ts';
import { has } from '../world/permissions.ts';
import type { Channel, Person } from '../world/world.ts';
import { type Begun, component, messageMenu, form as sendForm, slash, userMenu } from './act.ts';
import { failureWords, outcomeOf, type Patience } from './await-outcome.ts';
import { seenChannel } from './channels.ts';
import { offers } from './offer.ts';
import { type Change, type Form, type Outcome, Refusal, type SeenMessage } from './outcome.ts';
import { canSee, perceive, seesMessage } from './perceive.ts';
import { speak } from './speak.ts';
import { surroundings } from './surroundings.ts';
import type {
  Completion,
  FormValue,
  OptionValue,
  SeenChannel,
  Surroundings,
  Upload,
  Visitor,
} from './visitor.ts';
import { type Waiting, waitFor } from './wait.ts';

type Options = Readonly<Record<string, OptionValue>>;

export class Seat implements Visitor {
  readonly id: string;
  readonly key: string;
  readonly username: string;
  readonly displayName: string;
  readonly locale: string;
  private readonly discord: Discord;
  private readonly person: Person;
  private readonly patience: Patience;

  constructor(discord: Discord, person: Person, patience: Patience) {
    this.discord = discord;
    this.person = person;
    this.patience = patience;
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
    const all = this.discord.messages.in(this.channel(channelId));
    return all.filter((message) => seesMessage(this.discord, this.person, message)).map(seen);
  }

  commands(channelId: string): readonly APIApplicationCommand[] {
    return offers(this.discord, this.person, this.channel(channelId)).map(({ command }) => command);
  }

  around(channelId: string): Surroundings {
    return surroundings(this.discord, this.channel(channelId));
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

  async runCommand(channelId: string, name: string, options: Options = {}): Promise<Outcome> {
    return this.outcome(slash(this.discord, this.at(channelId), { name, values: options, focused: null }));
  }

  async complete(channelId: string, name: string, options: Options, focused: string): Promise<Completion> {
    const begun = slash(this.discord, this.at(channelId), { name, values: options, focused });
    if ('problems' in begun) return { kind: 'refused', problems: begun.problems };
    await outcomeOf(this.discord, begun, this.patience);
    const { choices } = begun;
    return choices ? { kind: 'choices', choices } : { kind: 'failed', words: failureWords(begun) };
  }

  async runMessageCommand(name: string, messageId: string): Promise<Outcome> {
    return this.outcome(messageMenu(this.discord, this.person, name, this.message(messageId)));
  }

  async runUserCommand(channelId: string, name: string, userId: string): Promise<Outcome> {
    return this.outcome(userMenu(this.discord, this.at(channelId), name, userId));
  }

  async press(messageId: string, customId: string): Promise<Outcome> {
    return this.outcome(
      component(this.discord, this.person, this.message(messageId), { customId, values: null }),
    );
  }

  async choose(messageId: string, customId: string, values: readonly string[]): Promise<Outcome> {
    return this.outcome(component(this.discord, this.person, this.message(messageId), { customId, values }));
  }

  async submit(form: Form, values: Readonly<Record<string, FormValue>>): Promise<Outcome> {
    const { interactions } = this.discord;
    const opener = interactions.openForm(form.id, this.person);
    if (!opener) return { kind: 'refused', problems: ['This form is not open'] };
    const outcome = await this.outcome(sendForm(this.discord, opener, { form, values }));
    // Where sending failed, the form stays open for another try.
    if (outcome.kind !== 'failed' && outcome.kind !== 'refused') interactions.closeForm(opener);
    return outcome;
  }

  watch(listener: (change: Change) => void): () => void {
    return this.discord.world.happenings.listen((happening) => {
      const change = perceive(this.discord, this.person, happening);
      if (change) listener(change);
    });
  }

  async until<T>(look: () => T | undefined | null | false, withinMs = this.patience.patienceMs): Promise<T> {
    return this.wait({ look, ms: withinMs });
  }

  async answerTo(message: SeenMessage, withinMs = this.patience.patienceMs): Promise<SeenMessage> {
    const { bot } = this.discord.world;
    const { channel_id: channelId } = message;
    return this.wait({
      look: () =>
        this.messages(channelId).find(
          ({ id, author, thinking }) => author.id === bot.id && BigInt(id) > BigInt(message.id) && !thinking,
        ),
      concerns: (happening) => 'message' in happening && happening.message.channel.id === channelId,
      ms: withinMs,
    });
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

  private async wait<T>(waiting: Waiting<T>): Promise<T> {
    const found = await waitFor(this.discord.world, waiting);
    if (found === undefined)
      throw new Error(`${this.displayName} saw nothing of the kind within ${waiting.ms} ms`);
    return found;
  }

  private async outcome(begun: Begun): Promise<Outcome> {
    if ('problems' in begun) return { kind: 'refused', problems: begun.problems };
    return outcomeOf(this.discord, begun, this.patience);
  }

  private at(channelId: string) {
    return { person: this.person, channel: this.channel(channelId) };
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
