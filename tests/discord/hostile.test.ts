import { PermissionFlagsBits } from 'discord-api-types/v10';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { OptionValue, Visitor } from '../../src/sandbox/visitor/visitor.ts';
import { defaultPlan } from '../../src/sandbox/world/default-plan.ts';
import { announcement, harbour } from './announcements.ts';
import {
  buttonId,
  buttonsOf,
  type Conversation,
  deskOf,
  messageOf,
  startConversation,
  textOf,
} from './conversation.ts';
import { activeMarkup, hostileTexts } from './hostile.ts';

const [square] = defaultPlan.guilds;
if (square === undefined) throw new Error('no guild');
/** A world where the bot may notify everybody, so that it is up to the bot not to. */
const plan = {
  ...defaultPlan,
  guilds: [
    {
      ...square,
      roles: square.roles.map((role) => ({
        ...role,
        mentionable: true,
        permissions: role.permissions | PermissionFlagsBits.MentionEveryone,
      })),
    },
  ],
};

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

/** An announcement made of hostile texts: its label, people, roles, topics and statements. */
const nasty = (() => {
  const lines = hostileTexts.map((text, index) => `Line ${index}: ${oneLine(text)} end.`);
  return announcement(
    lines.join('\n\n'),
    {
      label: lines[12],
      people: lines
        .slice(0, 20)
        .map((line, index) => ({ id: `p${index}`, name: line, role: lines[index + 20] })),
      topics: lines.slice(0, 20).map((line, index) => ({ id: `t${index}`, name: line })),
      statements: lines.map((words, index) => ({
        id: `s${index}`,
        kind: index % 2 === 0 ? 'mixed' : 'indirect',
        words,
        speaker: `p${index % 20}`,
        topics: [`t${index % 20}`],
      })),
    },
    'nasty',
  );
})();

let conversation: Conversation;
beforeAll(async () => {
  conversation = await startConversation({ plan, desk: deskOf([harbour, nasty]) });
});
afterAll(() => conversation.end());
beforeEach(() => {
  conversation.clock.now += 3_600_000;
});

const general = () => conversation.sandbox.channelId('general');
const member = () => conversation.sandbox.as('member');

type Path = (text: string, visitor: Visitor) => Promise<ReturnType<typeof messageOf>>;
const command =
  (name: string, options: (text: string) => Record<string, OptionValue>): Path =>
  async (text, visitor) =>
    messageOf(await visitor.runCommand(general(), name, options(text)));
const direct: Path = (text, visitor) => visitor.answerTo(visitor.say(visitor.openDirectMessage(), text));

const paths: Readonly<Record<string, Path>> = {
  'a question in the channel': command('ask', (question) => ({ question, private: false })),
  'a question with an answer': command('ask', (text) => ({
    question: `will the fees go up ${text}`,
    private: false,
  })),
  "a speaker's name": command('ask', (speaker) => ({ question: 'fees', speaker, private: false })),
  "an announcement's name": command('ask', (announcement) => ({ question: 'fees', announcement })),
  'a speaker to browse': command('quotes', (speaker) => ({ speaker })),
  'a topic to browse': command('quotes', (topic) => ({ topic })),
  'an announcement to read': command('source', (announcement) => ({ announcement })),
  'a direct message': direct,
  'a mention': (text, visitor) =>
    visitor.answerTo(visitor.say(general(), `<@${conversation.sandbox.botUserId}> ${text}`)),
  'a quote to check': command('check', (quote) => ({ quote })),
  'a quote with a word changed': command('check', (text) => ({
    quote: `We will not lower the fees ${text}`,
  })),
  'who is said to have said it': command('check', (speaker) => ({
    quote: 'We will raise the fees',
    speaker,
  })),
  'a quote from hostile words': command('check', (text) => ({
    quote: `Line 8: ${oneLine(text)} ended.`,
    announcement: 'nasty',
  })),
  'a message to check': async (text, visitor) =>
    messageOf(await visitor.runMessageCommand('Check this quote', visitor.say(general(), text).id)),
  'a message of several quotes to check': async (text, visitor) => {
    const said = `Lund said "${text} will not raise" and "${text}" and “We will raise the fees ${text}”`;
    return messageOf(await visitor.runMessageCommand('Check this quote', visitor.say(general(), said).id));
  },
  'a message to answer': async (text, visitor) =>
    messageOf(await visitor.runMessageCommand('Answer this', visitor.say(general(), text).id)),
};

describe('hostile text', () => {
  it('comes in a few hundred forms', () => {
    expect(new Set(hostileTexts).size).toBeGreaterThan(300);
    for (const text of ['@everyone', '<@1>', '[a](https://b.example)', '# a'])
      expect(activeMarkup(text)).not.toBeNull();
  });

  // Every text goes along two paths, and every path takes its share of them.
  const shares = Object.entries(paths).map(
    ([name, path], at) => [name, path, hostileTexts.filter((_, index) => index % 5 === at % 5)] as const,
  );
  it.each(shares)('as %s notifies nobody and acts as nothing', async (_, path, texts) => {
    for (const text of texts) {
      conversation.clock.now += 60_000;
      const message = await path(text, member());
      expect(message.notified).toEqual([]);
      expect({ text, active: activeMarkup(textOf(message)) }).toEqual({ text, active: null });
    }
  });

  it('in an announcement notifies nobody, acts as nothing, and is shown as it stands', async () => {
    for (const name of ['quotes', 'source']) {
      let message = messageOf(await member().runCommand(general(), name, { announcement: 'nasty' }));
      for (let more = true; more; ) {
        conversation.clock.now += 60_000;
        expect(message.notified).toEqual([]);
        expect(activeMarkup(textOf(message))).toBeNull();
        more = buttonsOf(message).includes('Forward') && !/Page (\d+) of \1\b/.test(message.content);
        if (more) message = messageOf(await member().press(message.id, buttonId(message, 'Forward')));
      }
    }
    for (let index = 0; index < hostileTexts.length; index += 2) {
      conversation.clock.now += 60_000;
      const question = `statement:${nasty.version}:${index}`;
      const message = messageOf(await member().runCommand(general(), 'ask', { question }));
      expect(message.notified).toEqual([]);
      expect(activeMarkup(textOf(message))).toBeNull();
      if (index % 20 !== 0) continue;
      const passage = messageOf(await member().press(message.id, buttonId(message, 'Context')));
      expect(activeMarkup(textOf(passage))).toBeNull();
    }
  });

  it('in suggestions stays within Discord’s limits', async () => {
    for (const typed of ['', ...hostileTexts.slice(0, 33)]) {
      const options = { question: typed, announcement: 'nasty' };
      const completion = await member().complete(general(), 'ask', options, 'question');
      expect(completion.kind).toBe('choices');
    }
  });

  it('never left with a mention allowed', () => {
    const bodies = conversation.sandbox.calls.flatMap(({ body }) => messagesIn(body));
    expect(bodies.length).toBeGreaterThan(700);
    for (const body of bodies) expect(body).toMatchObject({ allowed_mentions: { parse: [] } });
    expect(
      conversation.sandbox.allMessages.flatMap(({ author, notified }) => (author.bot ? notified : [])),
    ).toEqual([]);
    expect(conversation.logged.join()).not.toContain('"level":50');
  });
});

/** The message a REST call sends, if it sends one. */
function messagesIn(body: unknown): readonly object[] {
  if (typeof body !== 'object' || body === null) return [];
  if ('content' in body) return [body];
  return 'data' in body ? messagesIn(body.data) : [];
}
