import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SeenMessage } from '../../../src/sandbox/visitor/outcome.ts';
import {
  buttonId,
  buttonsOf,
  type Conversation,
  messageOf,
  startConversation,
  textOf,
} from '../conversation.ts';

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

/** The last message of the channel in the eyes of somebody else, once it says this. */
function seenByOthers(content: string): Promise<SeenMessage> {
  const moderator = conversation.sandbox.as('moderator');
  return moderator.until(() =>
    moderator.messages(general()).findLast((message) => message.content === content),
  );
}

describe('/ask', () => {
  it('answers in the channel with the exact words, whose they are and where', async () => {
    const message = messageOf(
      await member().runCommand(general(), 'ask', { question: 'will the fees go up?' }),
    );
    expect(message.ephemeral).toBe(false);
    expect(message.content).toContain('> “We will not raise the fees,”');
    expect(message.content).toContain('**Ada Lund**, Mayor');
    expect(textOf(message)).toContain('You asked: will the fees go up?');
  });

  it('answers privately when wished, with a way to share it', async () => {
    const message = messageOf(
      await member().runCommand(general(), 'ask', { question: 'ferry for schoolchildren', private: true }),
    );
    expect(message.ephemeral).toBe(true);
    expect(buttonsOf(message)).toContain('Share');
    const shared = await member().press(message.id, buttonId(message, 'Share'));
    expect(messageOf(shared).content).toMatch(/^Shared in the channel/);
    expect(buttonsOf(messageOf(shared))).toEqual([]);
    const seen = await seenByOthers(message.content);
    expect(seen.ephemeral).toBe(false);
    expect(buttonsOf(seen)).toEqual(['Context', 'Next match', 'Remove', 'Wrong answer']);
  });

  it('refuses privately what was not said, and the refusal can be shared', async () => {
    const message = messageOf(
      await member().runCommand(general(), 'ask', { question: 'how much is parking?' }),
    );
    expect(message.ephemeral).toBe(true);
    expect(message.content).toMatch(/announcement does not say.*parking/);
    await member().press(message.id, buttonId(message, 'Share'));
    expect((await seenByOthers(message.content)).embeds).toEqual(message.embeds);
  });

  it('limits the answer to a speaker', async () => {
    const message = messageOf(
      await member().runCommand(general(), 'ask', { question: 'what about the cranes?', speaker: 'okoro' }),
    );
    expect(message.content).toContain('**Ben Okoro**, Port director');
  });

  it('asks the announcement that was named', async () => {
    const message = messageOf(
      await member().runCommand(general(), 'ask', {
        question: 'does the marina stay closed this winter?',
        announcement: 'marina',
      }),
    );
    expect(message.content).toContain('The marina stays closed this winter.');
  });

  it('says which announcements there are when there is none of that name', async () => {
    const message = messageOf(
      await member().runCommand(general(), 'ask', { question: 'fees?', announcement: '@everyone' }),
    );
    expect(message.ephemeral).toBe(true);
    expect(message.content).toMatch(
      /no announcement called .*The new harbour; The marina; The clerk read the list/,
    );
  });

  it('suggests statements, and answers with the one chosen', async () => {
    const completion = await member().complete(general(), 'ask', { question: 'ferr' }, 'question');
    if (completion.kind !== 'choices') throw new Error(JSON.stringify(completion));
    const first = completion.choices.find(({ value }) => String(value).startsWith('statement:'));
    expect(first?.name).toMatch(/^Ada Lund \(reported\): Lund said the ferry/);
    const message = messageOf(
      await member().runCommand(general(), 'ask', { question: String(first?.value) }),
    );
    expect(message.content).toContain('> Lund said the ferry stays free for schoolchildren.');
    expect(textOf(message)).not.toContain('statement:');
  });

  it('suggests a topic or a speaker, and shows everything on or by them when chosen', async () => {
    for (const [typed, name, content] of [
      ['ferr', 'Everything on: ferry', '1 statement on ferry.'],
      ['Okoro', 'Everything by: Ben Okoro', '1 statement by Ben Okoro.'],
    ] as const) {
      const completion = await member().complete(general(), 'ask', { question: typed }, 'question');
      if (completion.kind !== 'choices') throw new Error(JSON.stringify(completion));
      const chosen = completion.choices.find((choice) => choice.name === name);
      const message = messageOf(
        await member().runCommand(general(), 'ask', { question: String(chosen?.value) }),
      );
      expect(message.content).toBe(content);
    }
    const old = messageOf(await member().runCommand(general(), 'ask', { question: 'topic:000000000000:1' }));
    expect(old.content).toMatch(/earlier version/);
  });

  it('suggests speakers and announcements', async () => {
    const speakers = await member().complete(general(), 'ask', { speaker: 'lu' }, 'speaker');
    expect(speakers).toMatchObject({ kind: 'choices', choices: [{ name: 'Ada Lund' }] });
    const announcements = await member().complete(general(), 'ask', { announcement: 'mar' }, 'announcement');
    expect(announcements).toMatchObject({ choices: [{ name: 'The marina', value: 'marina' }] });
  });

  it('asks again kindly for a suggestion of an earlier version', async () => {
    const message = messageOf(
      await member().runCommand(general(), 'ask', { question: 'statement:000000000000:1' }),
    );
    expect(message.content).toMatch(/earlier version/);
  });

  it('answers a very long question in any script', async () => {
    const question = '港口什么时候开放？'.repeat(600);
    const message = messageOf(await member().runCommand(general(), 'ask', { question }));
    expect(message.content).not.toBe('');
  });

  it('writes nothing for others where the asker may not write', async () => {
    const rules = conversation.sandbox.channelId('rules');
    const message = messageOf(
      await member().runCommand(rules, 'ask', { question: 'will the fees go up?', private: false }),
    );
    expect(message.ephemeral).toBe(true);
    expect(buttonsOf(message)).not.toContain('Share');
    const moderator = conversation.sandbox.as('moderator');
    const open = messageOf(await moderator.runCommand(rules, 'ask', { question: 'will the fees go up?' }));
    expect(open.ephemeral).toBe(false);
  });

  it('is private by default where only the asker has installed the bot', async () => {
    const [elsewhere] = member()
      .channels()
      .filter(({ kind }) => kind === 'private-channel');
    if (elsewhere === undefined) throw new Error('no private channel');
    const message = messageOf(await member().runCommand(elsewhere.id, 'ask', { question: 'fees?' }));
    expect(message.ephemeral).toBe(true);
    const open = messageOf(
      await member().runCommand(elsewhere.id, 'ask', { question: 'fees?', private: false }),
    );
    expect(open.ephemeral).toBe(false);
  });

  it('is never private in a direct message', async () => {
    const direct = member().openDirectMessage();
    const message = messageOf(
      await member().runCommand(direct, 'ask', { question: 'parking?', private: true }),
    );
    expect(message.ephemeral).toBe(false);
    expect(buttonsOf(message)).toContain('Remove');
  });
});
