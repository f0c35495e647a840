import { expect } from 'vitest';
import type { Outcome, SeenMessage } from '../../src/sandbox/visitor/outcome.ts';
import type { Completion, OptionValue, Visitor } from '../../src/sandbox/visitor/visitor.ts';
import { type Conversation, messageOf, startConversation, textOf } from '../discord/conversation.ts';
import { expectKindWords } from './kind-words.ts';

/** One bot that has bad inputs thrown at it, one after another, and must stay as it was. */
export interface Trial {
  readonly conversation: Conversation;
  readonly general: string;
  as(person: string): Visitor;
  /**
   * Runs a command in which an option holds what no client would send: any value, of any length or type;
   * undefined leaves the option out.
   */
  run(name: string, option: string, bad: unknown, more?: Options, person?: string): Promise<Outcome>;
  /** The same for suggestions while somebody types into the option. */
  complete(name: string, option: string, bad: unknown, person?: string): Promise<Completion>;
  /** Changes the next interaction's data on its way to the bot, whatever a client says to it. */
  alter(change: (interaction: Payload) => Payload): void;
  /** After a case: nobody was notified, nothing secret was logged, nothing broke, and the next question is answered. */
  expectUnharmed(how?: { readonly broken?: boolean }): Promise<void>;
  end(): Promise<void>;
}

type Options = Readonly<Record<string, OptionValue>>;
/** An interaction as Discord sends it; parts of it are changed by name. */
type Payload = Readonly<Record<string, unknown>> & {
  readonly data: Readonly<Record<string, unknown>>;
};

interface SentOption {
  readonly name: string;
  readonly value?: unknown;
  readonly options?: readonly SentOption[];
}

export async function startTrial(): Promise<Trial> {
  const conversation = await startConversation({ patienceMs: 5_000 });
  const { sandbox, clock, logged } = conversation;
  const general = sandbox.channelId('general');
  let looked = { calls: sandbox.calls.length, lines: logged.length };
  const alter = (change: (interaction: Payload) => Payload) =>
    sandbox.faults.alterDispatch('INTERACTION_CREATE', (data) => change(data as Payload));
  const smuggle = (option: string, bad: unknown) =>
    alter((interaction) => ({
      ...interaction,
      data: {
        ...interaction.data,
        options: withOption(interaction.data.options as SentOption[], option, bad),
      },
    }));

  return {
    conversation,
    general,
    as: (person) => sandbox.as(person),
    alter,

    run(name, option, bad, more = {}, person = 'member') {
      smuggle(option, bad);
      return sandbox.as(person).runCommand(general, name, { [option]: 'x', ...more });
    },

    complete(name, option, bad, person = 'member') {
      smuggle(option, bad);
      return sandbox.as(person).complete(general, name, { [option]: 'x' }, option);
    },

    async expectUnharmed({ broken = false } = {}) {
      clock.now += 60_000;
      const [calls, lines] = [sandbox.calls.slice(looked.calls), logged.slice(looked.lines).join('')];
      looked = { calls: sandbox.calls.length, lines: logged.length };
      for (const { body } of calls) {
        for (const message of messagesIn(body))
          expect(message).toMatchObject({ allowed_mentions: { parse: [] } });
      }
      if (!broken) expect(lines).not.toMatch(/"level":[56]0/);
      expect(lines).not.toContain(sandbox.botToken);
      for (const { path } of calls) {
        const token = /^\/(?:interactions|webhooks)\/\d+\/([^/]+)/.exec(path)?.[1];
        if (token !== undefined) expect(lines).not.toContain(token);
      }
      const member = sandbox.as('member');
      const answer = messageOf(await member.runCommand(general, 'ask', { question: 'will the fees go up?' }));
      expect(answer.content).toContain('We will not raise the fees');
      looked = { calls: sandbox.calls.length, lines: logged.length };
    },

    end: () => conversation.end(),
  };
}

/** The message a bad input was answered with: whole, kind, and notifying nobody. */
export function expectKindMessage(outcome: Outcome, bad = ''): SeenMessage {
  const message = messageOf(outcome);
  expectKindlySaid(message, bad);
  return message;
}

export function expectKindlySaid(message: SeenMessage, bad = ''): void {
  expect(message.notified).toEqual([]);
  expectKindWords(textOf(message), bad);
}

/** A reply in words, or a form to fill in. */
export function expectKindOutcome(outcome: Outcome, bad = ''): void {
  if (outcome.kind === 'form') expectKindWords(JSON.stringify(outcome.form.title), bad);
  else expectKindMessage(outcome, bad);
}

function withOption(options: readonly SentOption[], name: string, value: unknown): readonly SentOption[] {
  return options.flatMap((option) => {
    if (option.options !== undefined)
      return [{ ...option, options: withOption(option.options, name, value) }];
    if (option.name !== name) return [option];
    return value === undefined ? [] : [{ ...option, value }];
  });
}

/** The messages that a REST call sends. */
function messagesIn(body: unknown): readonly object[] {
  if (typeof body !== 'object' || body === null) return [];
  if ('content' in body) return [body];
  return 'data' in body ? messagesIn(body.data) : [];
}
