import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
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

async function check(quote: string, options: Record<string, string | boolean> = {}) {
  return messageOf(await member().runCommand(general(), 'check', { quote, ...options }));
}

/** Runs "Check this quote" on a message with this text, in a channel. */
async function checkThis(text: string, channel = general()) {
  const said = member().say(channel, text);
  return messageOf(await member().runMessageCommand('Check this quote', said.id));
}

describe('/check', () => {
  it('confirms words that were said, with whose they are and where', async () => {
    const message = await check('they stay as they are until 2030', { speaker: 'the mayor' });
    expect(message.ephemeral).toBe(false);
    expect(message.content).toMatch(
      /^✓ \*\*Verbatim\.\*\* These words stand in the announcement, as Ada Lund's\./,
    );
    expect(message.content).toContain('> “**They stay as they are until 2030**.”');
    expect(message.content).toContain('**Ada Lund**, Mayor');
    expect(textOf(message)).toContain('Said to be by: the mayor');
    expect(textOf(message)).toContain('• It differs only in capital letters.');
  });

  it('shows what was changed, both ways and in words, the reversal first', async () => {
    const message = await check('We will raise the fees. They stay as they are until 2031', {
      speaker: 'Lund',
    });
    expect(message.content).toMatch(/^≠ \*\*Altered\.\*\* .*A negation differs/);
    expect(message.content).toContain('> “We will **not** raise the fees,”');
    expect(message.content).toContain('> “They stay as they are until **2030**.”');
    const text = textOf(message);
    expect(text).toContain('Checked: We will raise the fees. They stay as they are until **2031**');
    expect(text).toMatch(/• negation: left out: not\n• date: 2030 became 2031/);
  });

  it('says whose the words really are', async () => {
    const message = await check('We will not raise the fees', { speaker: 'Ben Okoro' });
    expect(message.content).toMatch(
      /^⇄ \*\*Misattributed\.\*\* .*not as Ben Okoro's\. They are Ada Lund's\./,
    );
    const narrated = await check('The new harbour opens in May', { speaker: 'Lund' });
    expect(narrated.content).toMatch(/^⇄ .*The article itself says them; nobody is quoted\./);
    expect(narrated.content).toContain('> **The new harbour opens in May**, the council');
  });

  it('says that words of nobody are not found, with the nearest as near', async () => {
    const message = await check('The ferry costs nine crowns from now on for everybody');
    expect(message.content).toMatch(/^∅ \*\*Not found\.\*\*/);
    const strange = await check('Elephants paint better than painters');
    expect(strange.content).not.toContain('>');
    expect(buttonsOf(strange)).toEqual(['Remove']);
  });

  it('answers words that cannot be checked', async () => {
    expect((await check('!!! 😀')).content).toContain('no words');
    expect((await check('fees '.repeat(1_100))).content).not.toBe('');
  });

  it('asks the announcement that was named', async () => {
    expect((await check('nobody asked us', { announcement: 'marina' })).content).toMatch(/^✓/);
    expect((await check('nobody asked us')).content).toMatch(/^∅/);
  });

  it('suggests speakers', async () => {
    const speakers = await member().complete(general(), 'check', { speaker: 'lu' }, 'speaker');
    expect(speakers).toMatchObject({ kind: 'choices', choices: [{ name: 'Ada Lund' }] });
  });

  it('is private when wished, and can be shared as it stands', async () => {
    const message = await check('We will raise the fees', { private: true });
    expect(message.ephemeral).toBe(true);
    expect(buttonsOf(message)).toEqual(['Context', 'Share']);
    await member().press(message.id, buttonId(message, 'Share'));
    const moderator = conversation.sandbox.as('moderator');
    const seen = await moderator.until(() =>
      moderator.messages(general()).findLast(({ content }) => content === message.content),
    );
    expect(seen.embeds).toEqual(message.embeds);
    expect(buttonsOf(seen)).toEqual(['Context', 'Remove']);
  });

  it('shows the passage around the words', async () => {
    const message = await check('We will raise the fees');
    const passage = messageOf(await member().press(message.id, buttonId(message, 'Context')));
    expect(textOf(passage)).toContain('Port director');
  });
});

describe('a question that quotes', () => {
  it('is answered by the verdict, in a command and in a direct message', async () => {
    const question = 'did the mayor really say "we will raise the fees"?';
    const asked = messageOf(await member().runCommand(general(), 'ask', { question }));
    expect(asked.ephemeral).toBe(false);
    expect(asked.content).toMatch(/^≠ .*A negation differs/);
    const direct = await member().answerTo(member().say(member().openDirectMessage(), question));
    expect(direct.content).toBe(asked.content);
  });
});

describe('the message command "Check this quote"', () => {
  it('finds the quote and who is said to have said it', async () => {
    const message = await checkThis('lol the mayor said: "we will raise the fees"');
    expect(message.content).toMatch(/^≠/);
    expect(textOf(message)).toContain('Said to be by: the mayor');
  });

  it('takes words without any marks', async () => {
    expect((await checkThis('Okoro: we will not raise the fees')).content).toMatch(/^⇄/);
    expect((await checkThis('> we will not raise the fees')).content).toMatch(/^✓/);
  });

  it('judges each of several quotes', async () => {
    const message = await checkThis(
      'Lund said "we will not raise the fees" and Okoro said "the cranes come from Prague" and "pigs can fly over it"',
    );
    expect(message.content.split('\n').map((line) => line.replace(/\*\*.*/, ''))).toEqual([
      'Quote 1 of 3. ✓ ',
      'Quote 2 of 3. ≠ ',
      'Quote 3 of 3. ∅ ',
    ]);
    expect(textOf(message)).toContain('the cranes come from **Gdansk**');
  });

  it('says so when there is nothing to check', async () => {
    const message = await checkThis('<:blob:1170000000000000007>');
    expect(message.ephemeral).toBe(true);
    expect(message.content).toContain('no words to check');
  });

  it('is private by default where only the person has installed the bot', async () => {
    const elsewhere = member()
      .channels()
      .find(({ kind }) => kind === 'private-channel');
    expect((await checkThis('"we will raise the fees"', elsewhere?.id)).ephemeral).toBe(true);
    expect((await checkThis('"we will raise the fees"', member().openDirectMessage())).ephemeral).toBe(false);
    expect((await checkThis('"we will raise the fees"')).ephemeral).toBe(false);
  });
});
