import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { OptionValue } from '../../../src/sandbox/visitor/visitor.ts';
import { buttonsOf, type Conversation, messageOf, startConversation, textOf } from '../conversation.ts';

let conversation: Conversation;
beforeAll(async () => {
  conversation = await startConversation();
});
afterAll(() => conversation.end());
beforeEach(() => {
  conversation.clock.now += 600_000;
});

const channel = (key = 'general') => conversation.sandbox.channelId(key);
const as = (person: string) => conversation.sandbox.as(person);
const current = () => conversation.settings.settings(conversation.sandbox.guildId());

async function set(what: string, options: Record<string, OptionValue> = {}, person = 'moderator') {
  return messageOf(await as(person).runCommand(channel(), `settings ${what}`, options));
}

async function ask(options: Record<string, OptionValue> = {}, where = 'general') {
  const question = 'will the fees go up';
  return messageOf(await as('member').runCommand(channel(where), 'ask', { question, ...options }));
}

describe('/settings', () => {
  it('shows moderators what is set, privately', async () => {
    const shown = await set('show');
    expect(shown.ephemeral).toBe(true);
    expect(textOf(shown)).toContain('Questions are about **The new harbour**');
    expect(textOf(shown)).toContain('Answers are seen by everybody');
    expect(textOf(shown)).toContain('Questions are not kept.');
  });

  it('makes answers private in a channel, whatever the asker wishes, and nowhere else', async () => {
    await set('answers', { 'seen-by': 'private', channel: channel() });
    const answer = await ask({ private: false });
    expect(answer.ephemeral).toBe(true);
    expect(answer.content).toContain('We will not raise the fees,');
    expect(buttonsOf(answer)).not.toContain('Share');
    const mention = as('member').say(channel(), `<@${conversation.sandbox.botUserId}> will the fees go up`);
    expect((await as('member').answerTo(mention)).content).toBe(
      'In this channel I answer privately. Please ask with /ask.',
    );
    await set('answers', { 'seen-by': 'public', channel: channel() });
    expect((await ask()).ephemeral).toBe(false);
  });

  it('makes answers private everywhere but in one channel', async () => {
    await set('answers', { 'seen-by': 'private' });
    await set('answers', { 'seen-by': 'public', channel: channel() });
    expect((await ask()).ephemeral).toBe(false);
    const other = messageOf(
      await as('moderator').runCommand(channel('moderators'), 'ask', { question: 'will the fees go up' }),
    );
    expect(other.ephemeral).toBe(true);
    await set('answers', { 'seen-by': 'public' });
  });

  it('takes a time zone that there is', async () => {
    const typed = await as('moderator').complete(channel(), 'settings time-zone', { zone: 'vienna' }, 'zone');
    expect(typed).toMatchObject({ kind: 'choices', choices: [{ value: 'Europe/Vienna' }] });
    await set('time-zone', { zone: 'Europe/Vienna' });
    expect((await current()).timeZone).toBe('Europe/Vienna');
    expect((await set('time-zone', { zone: 'Mars @everyone' })).content).toContain(
      'no time zone called Mars \\@everyone',
    );
    expect((await current()).timeZone).toBe('Europe/Vienna');
  });

  it('lets only people who manage the server decide who moderates and whether one alone can post', async () => {
    const role = conversation.sandbox.roleId('news');
    expect(textOf(await set('moderator-role', { role }))).toContain(`and those with <@&${role}>`);
    conversation.sandbox.setCommandAccess('settings', 'member', true);
    // The member has that role, and moderates by it alone.
    expect((await set('time-zone', { zone: 'UTC' }, 'member')).content).toBe('Saved.');
    for (const [what, options] of [
      ['approval', { required: false }],
      ['moderator-role', {}],
    ] as const) {
      expect((await set(what, options, 'member')).content).toMatch(/Only people who may manage the server/);
    }
    expect(await current()).toMatchObject({ approvalRequired: true, moderatorRole: role });
    await set('approval', { required: false });
    expect((await set('moderator-role', { role: conversation.sandbox.guildId() })).content).toMatch(
      /everybody/,
    );
    await set('moderator-role');
    expect(await current()).toMatchObject({ approvalRequired: false, moderatorRole: null });
    conversation.sandbox.setCommandAccess('settings', 'member', false);
  });

  it('is not for members, not even with the command opened to them', async () => {
    conversation.sandbox.setCommandAccess('settings', 'member', true);
    for (const [what, options] of [
      ['show', {}],
      ['answers', { 'seen-by': 'private' }],
    ] as const) {
      expect((await set(what, options, 'member')).content).toMatch(/Only moderators/);
    }
    expect((await current()).answers).toBe('public');
  });
});
