import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FaultAim } from '../../src/sandbox/faults/faults.ts';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import type { Outcome, SeenMessage } from '../../src/sandbox/visitor/outcome.ts';
import {
  buttonId,
  type Conversation,
  messageOf,
  onceDealtWith,
  startConversation,
  textOf,
} from './conversation.ts';
import { type Fate, isInvalid, outcomes, type RestOutcome } from './rest-outcomes.ts';

/**
 * What people see when Discord's REST API fails: for every way it fails, at every place where the bot calls it while
 * it answers somebody. docs/OPERATION.md tells the same in words.
 */

/**
 * What is seen in the end. `answer`: what should be seen; `part`: the same without what could not be had; `apology`:
 * words that it could not be given, with a reference; `nothing`: silence of the bot, and what Discord's client says of
 * that. Never two of them.
 */
type Seen = 'answer' | 'part' | 'answer or part' | 'apology' | 'nothing' | 'perhaps' | 'answer, perhaps';

interface Site {
  readonly name: string;
  readonly aim: (sandbox: Sandbox) => Omit<FaultAim, 'times'>;
  /** Gets everything ready, before Discord begins to fail, and returns what then is done and tells what is seen of it. */
  begin(conversation: Conversation): Promise<() => Promise<readonly string[]>>;
  readonly follows: Readonly<Record<Fate, Seen>>;
  readonly except?: Readonly<Record<string, Seen>>;
  /** A person is met only once. */
  readonly once?: true;
}

const question = 'will the fees go up?';
const usual = { passes: 'answer', refused: 'apology', barred: 'nothing', down: 'nothing' } as const;
const callback = () => ({ method: 'POST', route: '/interactions/*' });
const messages = () => ({ method: 'POST', route: '/channels/:channel/messages' });

const sites: readonly Site[] = [
  {
    name: 'the answer to a command',
    aim: callback,
    begin: async (conversation) => async () => whatCame(await ask(conversation)),
    follows: usual,
  },
  {
    name: 'suggestions',
    aim: callback,
    begin: async (conversation) => async () => {
      const { sandbox } = conversation;
      const complete = () =>
        sandbox.as('member').complete(sandbox.channelId('general'), 'ask', { question: 'fees' }, 'question');
      const completion = await onceDealtWith(conversation, complete);
      return completion?.kind === 'choices' && completion.choices.length > 0 ? ['answer'] : [];
    },
    follows: { ...usual, refused: 'nothing' },
  },
  {
    name: 'a message that a button replaces',
    aim: callback,
    async begin(conversation) {
      const { id, ...answer } = messageOf(
        await ask(conversation, { question: 'what did the mayor promise?' }),
      );
      const next = buttonId({ id, ...answer }, 'Next match');
      return async () => {
        const press = () => conversation.sandbox.as('member').press(id, next);
        const outcome = await onceDealtWith(conversation, press);
        if (outcome?.kind === 'updated') return [/^Match 2/m.test(outcome.message.content) ? 'answer' : '?'];
        return whatCame(outcome);
      };
    },
    follows: usual,
  },
  {
    name: 'a form',
    aim: callback,
    begin: async (conversation) => async () => {
      const { sandbox } = conversation;
      const open = () => sandbox.as('moderator').runCommand(sandbox.channelId('general'), 'library add');
      const outcome = await onceDealtWith(conversation, open);
      return outcome?.kind === 'form' ? ['answer'] : whatCame(outcome);
    },
    follows: usual,
  },
  {
    name: 'the word that an answer takes longer',
    aim: callback,
    begin: bringFile,
    follows: usual,
  },
  {
    name: 'the answer that took longer',
    aim: () => ({ method: 'PATCH', route: '/webhooks/:application/:token/messages/:message' }),
    begin: bringFile,
    follows: usual,
  },
  {
    name: 'the taking away of an answer',
    aim: () => ({ method: 'DELETE', route: '/webhooks/:application/:token/messages/:message' }),
    async begin(conversation) {
      const answer = messageOf(await ask(conversation));
      return async () => {
        const press = () => conversation.sandbox.as('member').press(answer.id, buttonId(answer, 'Remove'));
        const outcome = await onceDealtWith(conversation, press);
        return outcome?.kind === 'removed' ? ['answer'] : whatCame(outcome);
      };
    },
    // The way to the person is another, and stays open; a 403 or nobody there is taken to hold for both.
    follows: { ...usual, barred: 'apology' },
    except: {
      '10008 unknown message': 'nothing',
      '50001 missing access': 'nothing',
      '50013 missing permissions': 'nothing',
      '40333 blocked by the network in front': 'nothing',
      'a page of the network in front': 'nothing',
    },
  },
  {
    name: 'the sharing of a private answer',
    aim: () => ({ method: 'POST', route: '/webhooks/:application/:token' }),
    async begin(conversation) {
      const answer = messageOf(await ask(conversation, { private: true }));
      return async () => {
        const { sandbox } = conversation;
        const before = said(sandbox, 'second-moderator').length;
        const press = () => sandbox.as('member').press(answer.id, buttonId(answer, 'Share'));
        await onceDealtWith(conversation, press);
        const own = sandbox
          .as('member')
          .messages(answer.channel_id)
          .find(({ id }) => id === answer.id);
        const there = said(sandbox, 'second-moderator').slice(before).map(whatIs);
        const told = own?.content ?? '';
        if (/^Shared in/.test(told)) return there;
        return [...there, /^Discord did not say/.test(told) ? 'perhaps' : 'apology'];
      };
    },
    // Discord cannot tell a repetition of these: nothing is repeated, and the person is told the truth.
    follows: { passes: 'perhaps', refused: 'apology', barred: 'apology', down: 'perhaps' },
    except: {
      'a slow answer': 'answer',
      '504, carried out': 'answer, perhaps',
      'a reset line, carried out': 'answer, perhaps',
      'a closed line, carried out': 'answer, perhaps',
      'silence, carried out': 'answer, perhaps',
      '429 twice': 'answer',
      '429 for everything': 'answer',
      '429 again and again': 'apology',
      '429 that names no wait, for ever': 'apology',
      '429 for twenty minutes': 'apology',
      '429 for a second by its header, for twenty minutes by its body': 'apology',
    },
  },
  {
    name: 'a reply to a mention',
    aim: messages,
    begin: async (conversation) => () => mention(conversation),
    follows: usual,
  },
  {
    name: 'a message where none can be replied to',
    aim: messages,
    async begin(conversation) {
      conversation.sandbox.faults.onRest(messages(), {
        kind: 'error',
        ...{ status: 400, code: 160_002, message: 'No history' },
      });
      return () => mention(conversation);
    },
    follows: usual,
  },
  {
    name: 'the opening of direct messages, where the channel cannot be written in',
    aim: () => ({ method: 'POST', route: '/users/@me/channels' }),
    begin: async (conversation) => () => mentionInRules(conversation),
    follows: usual,
    once: true,
  },
  {
    name: 'the direct message, where the channel cannot be written in',
    aim: ({ as }) => ({
      method: 'POST',
      route: `/channels/${as('moderator').openDirectMessage()}/messages`,
    }),
    begin: async (conversation) => () => mentionInRules(conversation),
    follows: usual,
  },
  {
    name: 'the message that a mention replies to',
    aim: () => ({ method: 'GET', route: '/channels/:channel/messages/:message' }),
    async begin(conversation) {
      const { sandbox } = conversation;
      const member = sandbox.as('member');
      const general = sandbox.channelId('general');
      const mention = `<@${sandbox.botUserId}>`;
      const say = (text: string, replyTo?: string) =>
        onceDealtWith(conversation, () =>
          member.say(general, text, replyTo === undefined ? {} : { replyTo }),
        );
      const asked = await say(`${mention} ${question}`);
      if (asked === null) throw new Error('Nobody can say anything.');
      // Of a channel the bot remembers but a few messages, and Discord does not always send along what is replied to.
      for (let said = 0; said < 6; said += 1) member.say(general, 'So much for that.');
      sandbox.faults.alterDispatch('MESSAGE_CREATE', (message) => ({
        ...message,
        referenced_message: undefined,
      }));
      return async () => {
        const before = said(sandbox).length;
        await say(mention, asked.id);
        return said(sandbox).slice(before).map(whatIs);
      };
    },
    follows: { passes: 'answer', refused: 'part', barred: 'part', down: 'part' },
  },
  {
    name: 'how many members a role has',
    aim: () => ({ method: 'GET', route: '/guilds/:guild/roles/member-counts' }),
    async begin(conversation) {
      const { sandbox } = conversation;
      const moderator = sandbox.as('moderator');
      const [general, channel] = [sandbox.channelId('general'), sandbox.channelId('announcements')];
      const open = () => moderator.runCommand(general, 'announce new', { channel });
      const opened = await onceDealtWith(conversation, open);
      if (opened?.kind !== 'form') throw new Error('No form came.');
      const text = 'We will not raise the fees.';
      return async () => {
        const written = { title: '', text, roles: [sandbox.roleId('news')] };
        const submit = () => moderator.submit(opened.form, written);
        const outcome = await onceDealtWith(conversation, submit);
        return outcome?.kind === 'replied' ? [whatIs(outcome.message)] : [];
      };
    },
    // Asked once, and for a second: the bulletin matters more than the number.
    follows: { passes: 'answer or part', refused: 'part', barred: 'part', down: 'part' },
  },
];

// A bot that gives up soon where nothing comes, another that waits for as long as a busy machine takes.
const groups = sites.flatMap((site) =>
  [true, false].map((silent) => ({
    site,
    name: site.name,
    start: () => startConversation(silent ? { answerWithinMs: 900 } : {}),
    met: outcomes.filter((outcome) => outcome.silent === silent),
  })),
);

// One after the other, and before the first test: a starting bot leaves the others no time.
const started = new Map<object, Conversation>();
beforeAll(async () => {
  for (const group of groups) if (!group.site.once) started.set(group, await group.start());
});
afterAll(async () => {
  for (const conversation of started.values()) await conversation.end();
});

describe.concurrent.each(groups)('$name', (group) => {
  const { site, met } = group;
  const { aim, begin, follows, except = {} } = site;
  it.sequential.each(met)(
    'after $name',
    { timeout: 60_000 },
    async ({ name, fault, times, fate }: RestOutcome) => {
      const conversation = started.get(group) ?? (await group.start());
      const { sandbox, logged } = conversation;
      const act = await begin(conversation);
      const callsBefore = sandbox.calls.length;
      sandbox.faults.onRest({ ...aim(sandbox), times }, fault);
      const seen = await act();
      // What the bot asks of its own accord, about its commands, is another matter.
      const calls = sandbox.calls.slice(callsBefore).filter(({ path }) => !path.startsWith('/applications/'));
      sandbox.faults.clear();
      const expected = except[name] ?? follows[fate];
      expect(expected.split(' or ')).toContain(seen.join(', ') || 'nothing');
      expect(calls.length).toBeLessThanOrEqual(8);
      expect(calls.filter(isInvalid).length).toBeLessThanOrEqual(6);
      // It goes on as if nothing had been.
      const other = sandbox.as('second-moderator');
      const direct = other.openDirectMessage();
      await onceDealtWith(conversation, () => other.say(direct, question));
      expect(other.messages(direct).slice(-1).map(whatIs)).toEqual(['answer']);
      const lines = logged.join('\n');
      expect(lines).not.toContain('an event was lost');
      expectNoSecrets(sandbox, lines);
      conversation.clock.now += 3_600_000;
      if (!started.has(group)) await conversation.end();
    },
  );
});

function expectNoSecrets({ botToken, calls }: Sandbox, lines: string): void {
  expect(lines).not.toContain(botToken);
  for (const { path } of calls) {
    const token = /^\/(?:interactions|webhooks)\/\d+\/([^/]+)/.exec(path)?.[1];
    if (token !== undefined) expect(lines).not.toContain(token);
  }
}

function ask(conversation: Conversation, options: Record<string, string | boolean> = {}) {
  const { sandbox } = conversation;
  return onceDealtWith(conversation, () =>
    sandbox.as('member').runCommand(sandbox.channelId('general'), 'ask', { question, ...options }),
  );
}

async function bringFile(conversation: Conversation) {
  const { sandbox, library } = conversation;
  for (const { id } of await library.manuscripts(sandbox.guildId())) await library.removeManuscript(id);
  const text = 'The pool opens at nine, it was said.\nCoach Ann Lee said: "Bring a towel."';
  const file = { filename: 'pool.txt', contentType: 'text/plain', data: Buffer.from(text) };
  const bring = () =>
    sandbox.as('moderator').runCommand(sandbox.channelId('general'), 'library add', { file });
  return async () => whatCame(await onceDealtWith(conversation, bring));
}

async function mention(conversation: Conversation) {
  const { sandbox } = conversation;
  const before = said(sandbox).length;
  await onceDealtWith(conversation, () =>
    sandbox.as('member').say(sandbox.channelId('general'), `<@${sandbox.botUserId}> ${question}`),
  );
  return said(sandbox).slice(before).map(whatIs);
}

/** Asks where the bot may not write; the answer should come as a direct message, after a word on why. */
async function mentionInRules(conversation: Conversation) {
  const { sandbox } = conversation;
  const moderator = sandbox.as('moderator');
  const direct = moderator.openDirectMessage();
  const got = () => moderator.messages(direct).filter(({ author }) => author.id === sandbox.botUserId);
  const before = got().length;
  await onceDealtWith(conversation, () =>
    moderator.say(sandbox.channelId('rules'), `<@${sandbox.botUserId}> ${question}`),
  );
  const fresh = got().slice(before);
  expect(new Set(fresh.map(({ content }) => content)).size).toBe(fresh.length);
  return fresh.map(whatIs).filter((what) => what !== 'why here');
}

/** What the bot has said in the channel so far, as far as a person sees it. */
function said(sandbox: Sandbox, person = 'member'): readonly SeenMessage[] {
  const all = sandbox.as(person).messages(sandbox.channelId('general'));
  return all.filter(({ author }) => author.id === sandbox.botUserId);
}

function whatCame(outcome: Outcome | null): readonly string[] {
  return outcome?.kind === 'replied' ? [whatIs(outcome.message)] : [];
}

function whatIs(message: SeenMessage): string {
  const { content } = message;
  const told = textOf(message);
  if (told.includes('Will notify everybody in') || content.startsWith('Discord does not show me'))
    return 'part';
  if (content.includes('raise the fees') || content.includes('Statement 1 of')) return 'answer';
  if (content.startsWith('I may not write in the channel')) return 'why here';
  return /reference: [2-9A-Z]{6}$/.test(content) ? 'apology' : content;
}
