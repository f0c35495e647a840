/** What stands on the screen: messages as they come and change, numbered so that one can point at them. */

import type { Sandbox } from '../sandbox.ts';
import { type Change, Refusal, type SeenMessage } from '../visitor/outcome.ts';
import type { Visitor } from '../visitor/visitor.ts';
import { type Control, controlsOf } from './controls.ts';
import type { Ink } from './ink.ts';
import type { Names } from './plain-text.ts';
import { showMessage } from './show-message.ts';
import { words } from './words.ts';

export interface Reader {
  readonly visitor: Visitor;
  /** The channel the reader is in. */
  readonly place: string;
}

export class Screen {
  private readonly sandbox: Sandbox;
  private readonly ink: Ink;
  private readonly print: (line: string) => void;
  private readonly numbers = new Map<string, number>();
  private withControls: { readonly messageId: string; readonly controls: readonly Control[] } | null = null;

  constructor(sandbox: Sandbox, ink: Ink, print: (line: string) => void) {
    this.sandbox = sandbox;
    this.ink = ink;
    this.print = print;
  }

  /** How many controls the last message with controls has. */
  get controls(): number {
    return this.withControls?.controls.length ?? 0;
  }

  notice(reader: Reader, change: Change): void {
    if (change.kind === 'message-created' || change.kind === 'message-edited')
      this.show(reader, change.message);
    if (change.kind !== 'message-deleted') return;
    const number = this.numbers.get(change.messageId);
    if (number !== undefined) this.print(words.removed(number));
  }

  /** The id of a numbered message. @throws Refusal. */
  messageAt(number: number): string {
    const found = [...this.numbers].find(([, each]) => each === number);
    if (!found) throw new Refusal(words.noSuchMessage(number));
    return found[0];
  }

  /** Where a numbered message stands. @throws Refusal. */
  channelOf({ visitor }: Reader, number: number): string {
    const messageId = this.messageAt(number);
    const found = everything(visitor).find(({ id }) => id === messageId);
    if (!found) throw new Refusal(words.noSuchMessage(number));
    return found.channel_id;
  }

  /** The control with a number, of a numbered message or (null) of the last one with controls. @throws Refusal. */
  controlAt(
    { visitor }: Reader,
    message: number | null,
    number: number,
  ): { messageId: string; control: Control } {
    const messageId = message === null ? this.withControls?.messageId : this.messageAt(message);
    const found = everything(visitor).find(({ id }) => id === messageId);
    const control = found ? controlsOf(found).controls[number - 1] : undefined;
    if (!found || !control) throw new Refusal(words.noSuchControl(number));
    return { messageId: found.id, control };
  }

  placeName({ visitor }: Pick<Reader, 'visitor'>, channelId: string): string {
    const channel = visitor.channels().find(({ id }) => id === channelId);
    if (!channel || channel.kind === 'bot-direct-message') return words.directMessages(this.sandbox.botName);
    return channel.guild ? `#${channel.name}` : channel.name;
  }

  private show(reader: Reader, message: SeenMessage): void {
    if (message.thinking) return;
    const known = this.numbers.get(message.id);
    const number = known ?? this.numbers.size + 1;
    this.numbers.set(message.id, number);
    // One's own words stand there already, as they were typed.
    if (message.author.id === reader.visitor.id) return;
    const place = message.channel_id === reader.place ? null : this.placeName(reader, message.channel_id);
    const changed = known !== undefined;
    const lines = showMessage(message, { number, changed, place, ink: this.ink, names: this.names(reader) });
    for (const line of lines) this.print(line);
    const { controls } = controlsOf(message);
    if (controls.length > 0) this.withControls = { messageId: message.id, controls };
    else if (this.withControls?.messageId === message.id) this.withControls = null;
  }

  private names({ visitor }: Reader): Names {
    const { sandbox } = this;
    const people = sandbox.people.map((key) => sandbox.as(key));
    return {
      user: (id) =>
        id === sandbox.botUserId
          ? sandbox.botName
          : (people.find((each) => each.id === id)?.displayName ?? id),
      role: (id) => sandbox.roleName(id) ?? id,
      channel: (id) => visitor.channels().find((each) => each.id === id)?.name ?? id,
    };
  }
}

function everything(visitor: Visitor): readonly SeenMessage[] {
  return visitor.channels().flatMap(({ id }) => visitor.messages(id));
}
