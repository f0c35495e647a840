import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buttonId, type Conversation, messageOf, startConversation, textOf } from '../conversation.ts';

let conversation: Conversation;
beforeAll(async () => {
  conversation = await startConversation();
});
afterAll(() => conversation.end());

const channel = () => conversation.sandbox.channelId('general');
const as = (person: string) => conversation.sandbox.as(person);

async function privacy(what: string, person: string, where = channel()) {
  return messageOf(await as(person).runCommand(where, `privacy ${what}`));
}

describe('/privacy', () => {
  it('says what is kept, to anybody, in direct messages too', async () => {
    await as('member').runCommand(channel(), 'ask', { question: 'will the fees go up' });
    const shown = await privacy('show', 'member');
    expect(shown.ephemeral).toBe(true);
    expect(textOf(shown)).toContain('With your id, nothing is kept.');
    const direct = await privacy('show', 'member', as('member').openDirectMessage());
    expect(textOf(direct)).toContain('Questions, checks and what you read are not kept');
    expect((await privacy('erase', 'member')).content).toBe('Nothing is kept with your id.');
  });

  it('gives a moderator what is kept of them, and takes their id off it once they confirm', async () => {
    const taught = { question: 'what about parking', answer: 'not-said' };
    await as('moderator').runCommand(channel(), 'taught add', taught);
    expect(textOf(await privacy('show', 'moderator'))).toContain('1 entry is kept');
    const exported = await privacy('export', 'moderator');
    expect(exported.attachments.map(({ filename }) => filename)).toEqual(['kept-about-you.json']);
    const asking = await privacy('erase', 'moderator');
    expect(textOf(await privacy('show', 'moderator'))).toContain('1 entry is kept');
    const done = messageOf(await as('moderator').press(asking.id, buttonId(asking, 'Erase it')));
    expect(done.content).toBe('Done. Your id is off 1 entry.');
    expect(textOf(await privacy('show', 'moderator'))).toContain('nothing is kept');
    const listed = textOf(messageOf(await as('second-moderator').runCommand(channel(), 'taught list')));
    expect(listed).toContain('by somebody who had their data erased');
    expect(listed).not.toContain(as('moderator').id);
  });
});
