import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SeenMessage } from '../../../src/sandbox/visitor/outcome.ts';
import { chronicle } from '../announcements.ts';
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

/** Everything a person reads who turns every page to the end; the pages counted. */
async function readAll(first: SeenMessage): Promise<{ readonly text: string; readonly pages: number }> {
  const pages = [textOf(first)];
  for (let message = first; /Page (\d+) of (?!\1\b)/.test(message.content); ) {
    conversation.clock.now += 60_000;
    message = messageOf(await member().press(message.id, buttonId(message, 'Forward')));
    pages.push(textOf(message));
  }
  return { text: pages.join('\n'), pages: pages.length };
}

describe('/quotes', () => {
  it('shows everything, each with who said it and where', async () => {
    const message = messageOf(await member().runCommand(general(), 'quotes'));
    expect(message.ephemeral).toBe(true);
    expect(message.content).toBe('4 statements.');
    expect(textOf(message)).toMatch(/\*\*Ada Lund\*\*, Mayor\n> “We will not raise the fees,”/);
    expect(buttonsOf(message)).toEqual([]);
  });

  it('shows every statement once, over as many pages as it takes', async () => {
    const first = messageOf(await member().runCommand(general(), 'quotes', { announcement: 'chronicle' }));
    const { text, pages } = await readAll(first);
    expect(pages).toBeGreaterThan(5);
    for (let street = 1; street <= 30; street += 1) {
      expect(text.split(`that street ${street} will`)).toHaveLength(2);
    }
  });

  it('turns a page back', async () => {
    const first = messageOf(await member().runCommand(general(), 'quotes', { announcement: 'chronicle' }));
    const second = messageOf(await member().press(first.id, buttonId(first, 'Forward')));
    expect(second.embeds).not.toEqual(first.embeds);
    const back = messageOf(await member().press(first.id, buttonId(second, 'Back')));
    expect(back.embeds).toEqual(first.embeds);
  });

  it('keeps the speaker and the topic from page to page', async () => {
    const options = { announcement: 'chronicle', speaker: 'berg', topic: 'streets' };
    const first = messageOf(await member().runCommand(general(), 'quotes', options));
    expect(first.content).toMatch(/^30 statements by Ida Berg on Streets\. Page 1 of 6/);
    const { text } = await readAll(first);
    expect(text).toContain('street 30 will');
    expect(text).not.toContain('The clerk read the list:');
  });

  it('names the speakers and topics there are when there is none of that name', async () => {
    const nobody = messageOf(await member().runCommand(general(), 'quotes', { speaker: 'Zorro **@here**' }));
    expect(nobody.content).toMatch(/nobody called Zorro .*Ada Lund; Ben Okoro/);
    const nothing = messageOf(await member().runCommand(general(), 'quotes', { topic: 'submarines' }));
    expect(nothing.content).toMatch(/no topic called submarines.*fees; ferry/);
  });

  it('suggests topics', async () => {
    const completion = await member().complete(general(), 'quotes', { topic: 'fer' }, 'topic');
    expect(completion).toMatchObject({ kind: 'choices', choices: [{ name: 'ferry', value: 'ferry' }] });
  });

  it('says so when a speaker said nothing on a topic', async () => {
    const message = messageOf(
      await member().runCommand(general(), 'quotes', { speaker: 'okoro', topic: 'fees' }),
    );
    expect(message.content).toMatch(/fits both/);
  });
});

describe('/source', () => {
  it('shows the article paragraph by paragraph and marks who speaks', async () => {
    const message = messageOf(await member().runCommand(general(), 'source'));
    expect(message.ephemeral).toBe(true);
    const text = textOf(message);
    expect(text).toContain('**Paragraph 1**\n> The new harbour opens in May');
    expect(text).toContain(
      '**Paragraph 2** · Ada Lund (quoted)\n> "We will not raise the fees," Mayor Ada Lund said.',
    );
    expect(text).toContain('**Paragraph 5** · Ada Lund (quoted)');
  });

  it('shows every word of a long article, over as many pages as it takes', async () => {
    const first = messageOf(await member().runCommand(general(), 'source', { announcement: 'chronicle' }));
    const { text, pages } = await readAll(first);
    expect(pages).toBeGreaterThan(2);
    const shown = [...text.matchAll(/^> (.*)$/gm)].map(([, words]) => words).join('');
    expect(shown.replace(/\s/g, '')).toBe(chronicle.source.text.replace(/\s/g, ''));
  });

  it('lets nobody else turn the page, and shows the first page for a direct message too', async () => {
    const direct = member().openDirectMessage();
    const message = messageOf(await member().runCommand(direct, 'source', { announcement: 'chronicle' }));
    expect(message.ephemeral).toBe(false);
    expect(message.content).toMatch(/Page 1 of/);
  });
});

describe('/help', () => {
  it('says what can be asked and how to read the answers', async () => {
    const message = messageOf(await member().runCommand(general(), 'help'));
    expect(message.ephemeral).toBe(true);
    expect(textOf(message)).toMatch(
      /\/ask[\s\S]*\/quotes[\s\S]*\/source[\s\S]*Answer this[\s\S]*The new harbour/,
    );
  });
});

describe('the message command "Answer this"', () => {
  it('takes somebody’s message as the question', async () => {
    const question = conversation.sandbox.as('moderator').say(general(), 'so do the fees go up or not??');
    const message = messageOf(await member().runMessageCommand('Answer this', question.id));
    expect(message.content).toContain('> “We will not raise the fees,”');
    expect(textOf(message)).toContain('so do the fees go up or not??');
  });

  it('says so when the message has no text', async () => {
    const picture = { filename: 'a.png', contentType: 'image/png', data: new Uint8Array([1]) };
    const silent = member().say(general(), '', { files: [picture] });
    const message = messageOf(await member().runMessageCommand('Answer this', silent.id));
    expect(message.content).toMatch(/no text/);
    expect(message.ephemeral).toBe(true);
  });
});

it('calls no route that Discord does not have', () => {
  expect(conversation.sandbox.unknownRoutes).toEqual([]);
});
