import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buttonsOf, type Conversation, startConversation, textOf } from './conversation.ts';

let conversation: Conversation;
beforeAll(async () => {
  conversation = await startConversation();
});
afterAll(() => conversation.end());
beforeEach(() => {
  conversation.clock.now += 3_600_000;
});

const general = () => conversation.sandbox.channelId('general');
const member = () => conversation.sandbox.as('member');
const bot = () => `<@${conversation.sandbox.botUserId}>`;

function direct(text: string) {
  return member().answerTo(member().say(member().openDirectMessage(), text));
}

/** Whether the bot says anything in the channel until a question asked afterwards is answered. */
async function silentOn(text: string): Promise<boolean> {
  const message = member().say(general(), text);
  const after = member().say(general(), `${bot()} fees?`);
  await member().answerTo(after);
  const later = member()
    .messages(general())
    .filter(
      ({ id, author }) => BigInt(id) > BigInt(message.id) && author.id === conversation.sandbox.botUserId,
    );
  return later.length === 1;
}

describe('a direct message', () => {
  it('is a question', async () => {
    const answer = await direct('is the ferry free for schoolchildren?');
    expect(answer.content).toContain('> Lund said the ferry stays free for schoolchildren.');
    expect(buttonsOf(answer)).toContain('Remove');
  });

  it.each(['hi', 'hello!', 'help', '/help', 'Help?'])('gets help for %j', async (text) => {
    expect(textOf(await direct(text))).toContain('/quotes');
  });

  it('gets a kind word for thanks', async () => {
    expect((await direct('thank you!')).content).toMatch(/welcome/);
  });

  it('gets an answer to nothing but signs', async () => {
    expect((await direct('???')).content).toMatch(/question/);
  });

  it('gets an answer to 2000 characters of markup', async () => {
    const answer = await direct('**_~`|>#'.repeat(250));
    expect(answer.content).not.toBe('');
  });
});

describe('a message in a channel', () => {
  it('that mentions the bot is a question, the mention taken out', async () => {
    const question = member().say(general(), `hey ${bot()} will they raise the fees?`);
    const answer = await member().answerTo(question);
    expect(answer.content).toContain('> “We will not raise the fees,”');
    expect(textOf(answer)).toContain('You asked: hey will they raise the fees?');
    expect(answer.message_reference?.message_id).toBe(question.id);
    expect(answer.notified).toEqual([]);
  });

  it('that only mentions the bot in a reply asks what was replied to', async () => {
    const other = conversation.sandbox
      .as('moderator')
      .say(general(), 'is the ferry free for schoolchildren?');
    const answer = await member().answerTo(member().say(general(), bot(), { replyTo: other.id }));
    expect(answer.content).toContain('the ferry stays free');
  });

  it('that mentions the bot in a reply with a question asks that', async () => {
    const other = conversation.sandbox.as('moderator').say(general(), 'is the ferry free?');
    const answer = await member().answerTo(
      member().say(general(), `${bot()} and the fees?`, { replyTo: other.id }),
    );
    expect(answer.content).toContain('raise the fees');
  });

  it('that is only the mention asks what to ask', async () => {
    const answer = await member().answerTo(member().say(general(), bot()));
    expect(answer.content).toMatch(/question/);
  });

  it('without a mention is none of its business', async () => {
    expect(await silentOn('what about the fees?')).toBe(true);
  });

  it('for everyone is none of its business', async () => {
    const moderator = conversation.sandbox.as('moderator');
    moderator.say(general(), '@everyone the fees stay');
    expect(await silentOn('@here so what?')).toBe(true);
  });

  it('in reply to the bot, with its ping, is no question without a mention', async () => {
    const answer = await member().answerTo(member().say(general(), `${bot()} fees?`));
    const reply = member().say(general(), 'oh, good', { replyTo: answer.id });
    const after = await member().answerTo(member().say(general(), `${bot()} ferry?`));
    const between = member()
      .messages(general())
      .filter(({ id }) => BigInt(id) > BigInt(reply.id) && BigInt(id) < BigInt(after.id));
    expect(between.filter(({ author }) => author.id === conversation.sandbox.botUserId)).toEqual([]);
  });
});

describe('somebody in a hurry', () => {
  it('is told once to slow down, then answered again', async () => {
    const channel = member().openDirectMessage();
    const asked = Array.from({ length: 20 }, () => member().say(channel, 'fees?'));
    const [first] = asked;
    if (first === undefined) throw new Error('nothing said');
    const replies = () =>
      member()
        .messages(channel)
        .filter(
          ({ id, author }) => author.id === conversation.sandbox.botUserId && BigInt(id) > BigInt(first.id),
        );
    await member().until(() => replies().length === 16);
    conversation.clock.now += 3_600_000;
    const answer = await direct('ferry for schoolchildren?');
    expect(answer.content).toContain('ferry');
    const told = replies().filter(({ content }) => /a lot at once/.test(content));
    expect(told).toHaveLength(1);
  });

  it('is told each time when using commands, privately', async () => {
    const ask = () => member().runCommand(general(), 'ask', { question: 'fees?' });
    const outcomes = [];
    for (let count = 0; count < 17; count += 1) outcomes.push(await ask());
    const told = outcomes.slice(-2).map((outcome) => (outcome.kind === 'replied' ? outcome.message : null));
    for (const message of told) {
      expect(message?.content).toMatch(/try again in \d+ seconds/);
      expect(message?.ephemeral).toBe(true);
    }
  });
});

it('logs neither tokens nor what was asked', () => {
  expect(conversation.logged.join('\n')).not.toContain('fees');
  expect(conversation.logged.join('\n')).not.toContain(conversation.sandbox.botToken);
});
