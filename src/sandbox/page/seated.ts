/** Somebody in a window of the page: does what they ask for, and tells them what changes. */

import type { Sandbox } from '../sandbox.ts';
import type { Form, Outcome } from '../visitor/outcome.ts';
import { type Change, Refusal } from '../visitor/outcome.ts';
import type { FormValue, OptionValue, Upload, Visitor } from '../visitor/visitor.ts';
import type { Answers, Request, SentField, SentFile, SentOption, Suggestions, View } from './protocol.ts';

export class Seated {
  private readonly sandbox: Sandbox;
  private readonly tell: (change: Change) => void;
  private visitor: Visitor | null = null;
  private stop: () => void = () => {};
  /** The forms that stand open in this window, by their ids. */
  private readonly forms = new Map<string, Form>();

  constructor(sandbox: Sandbox, tell: (change: Change) => void) {
    this.sandbox = sandbox;
    this.tell = tell;
  }

  /** @throws Refusal when Discord's client would not do it. */
  async carryOut(request: Request): Promise<Answers[keyof Answers]> {
    if (request.do === 'sit') return this.sit(request.person);
    const { visitor } = this;
    if (!visitor) throw new Refusal('Nobody sits here yet');
    switch (request.do) {
      case 'open': {
        const { channelId } = request;
        const [messages, commands] = [visitor.messages(channelId), visitor.commands(channelId)];
        return { messages, commands, around: visitor.around(channelId) };
      }
      case 'say': {
        const { channelId, text, replyTo, files } = request;
        visitor.say(channelId, text, { ...(replyTo === null ? {} : { replyTo }), files: files.map(upload) });
        return null;
      }
      case 'remove':
        visitor.remove(request.messageId);
        return null;
      case 'dismiss':
        visitor.dismiss(request.messageId);
        return null;
      case 'run':
        return this.note(
          await visitor.runCommand(request.channelId, request.name, optionsOf(request.options)),
        );
      case 'complete':
        return complete(visitor, request);
      case 'message-menu':
        return this.note(await visitor.runMessageCommand(request.name, request.messageId));
      case 'user-menu':
        return this.note(await visitor.runUserCommand(request.channelId, request.name, request.userId));
      case 'press':
        return this.note(await visitor.press(request.messageId, request.customId));
      case 'choose':
        return this.note(await visitor.choose(request.messageId, request.customId, request.values));
      case 'submit':
        return this.submit(visitor, request.formId, request.values);
    }
  }

  leave(): void {
    this.stop();
    this.forms.clear();
  }

  private async sit(key: string): Promise<View> {
    const { sandbox } = this;
    if (!sandbox.people.includes(key)) throw new Refusal('There is nobody of that name here');
    this.leave();
    const visitor = sandbox.as(key);
    this.visitor = visitor;
    this.stop = visitor.watch(this.tell);
    const online = await sandbox.botOnline(0).then(
      () => true,
      () => false,
    );
    return {
      me: person(visitor),
      people: sandbox.people.map((each) => person(sandbox.as(each))),
      bot: { id: sandbox.botUserId, name: sandbox.botName, online },
      channels: visitor.channels(),
    };
  }

  private async submit(visitor: Visitor, formId: string, values: Readonly<Record<string, SentField>>) {
    const form = this.forms.get(formId);
    if (!form) return { kind: 'refused', problems: ['This form is not open'] } as const;
    const filled = Object.entries(values).map(([name, value]) => [name, fieldValue(value)]);
    const outcome = await visitor.submit(form, Object.fromEntries(filled));
    if (outcome.kind !== 'failed' && outcome.kind !== 'refused') this.forms.delete(formId);
    return this.note(outcome);
  }

  private note(outcome: Outcome): Outcome {
    if (outcome.kind === 'form') this.forms.set(outcome.form.id, outcome.form);
    return outcome;
  }
}

async function complete(
  visitor: Visitor,
  { channelId, name, options, focused }: Extract<Request, { do: 'complete' }>,
): Promise<Suggestions> {
  const completion = await visitor.complete(channelId, name, optionsOf(options), focused);
  switch (completion.kind) {
    case 'choices':
      return completion;
    case 'failed':
      return { kind: 'none', words: completion.words };
    case 'refused':
      return { kind: 'none', words: completion.problems.join('. ') };
  }
}

function person({ key, id, displayName: name }: Visitor) {
  return { key, id, name };
}

function optionsOf(sent: Readonly<Record<string, SentOption>>): Record<string, OptionValue> {
  const given = Object.entries(sent).map(([name, value]) => [
    name,
    typeof value === 'object' ? upload(value) : value,
  ]);
  return Object.fromEntries(given);
}

function fieldValue(value: SentField): FormValue {
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  const texts = value.filter((each) => typeof each === 'string');
  return texts.length > 0 ? texts : value.filter((each) => typeof each === 'object').map(upload);
}

function upload({ filename, contentType, base64 }: SentFile): Upload {
  return {
    filename,
    contentType: contentType || 'application/octet-stream',
    data: new Uint8Array(Buffer.from(base64, 'base64')),
  };
}
