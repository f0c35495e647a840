import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Form, Outcome, SeenMessage } from '../../../src/sandbox/visitor/outcome.ts';
import type { OptionValue } from '../../../src/sandbox/visitor/visitor.ts';
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
  conversation.clock.now += 600_000;
});

const channel = () => conversation.sandbox.channelId('general');
const as = (person: string) => conversation.sandbox.as(person);

async function ask(question: string, options: Record<string, OptionValue> = {}, person = 'member') {
  return messageOf(await as(person).runCommand(channel(), 'ask', { question, ...options }));
}

function taught(what: string, options: Record<string, OptionValue> = {}, person = 'moderator') {
  return as(person).runCommand(channel(), `taught ${what}`, options);
}

function press(message: SeenMessage, label: string, person = 'moderator') {
  return as(person).press(message.id, buttonId(message, label));
}

function formOf(outcome: Outcome): Form {
  if (outcome.kind === 'form') return outcome.form;
  throw new Error(`No form came: ${JSON.stringify(outcome)}`);
}

/** Value of the form's option with these words. */
function optionIn(form: Form, words: string): string {
  for (const field of form.fields) {
    if (field.kind !== 'select') continue;
    const found = field.options.find(({ label }) => label.includes(words));
    if (found !== undefined) return found.value;
  }
  throw new Error(`No option with "${words}".`);
}

const public_ = { private: false };

describe('"Wrong answer"', () => {
  it('lets a moderator name the right statement, which the next person gets', async () => {
    const wrong = await ask('what of the wee passengers', public_);
    expect(wrong.content).not.toContain('stays free for schoolchildren');
    const form = formOf(await press(wrong, 'Wrong answer'));
    expect(form.fields[0]).toMatchObject({ kind: 'text', value: 'what of the wee passengers' });
    const told = messageOf(
      await as('moderator').submit(form, { answer: [optionIn(form, 'stays free for schoolchildren')] }),
    );
    expect(told.ephemeral).toBe(true);
    expect(told.content).toContain('whoever asks “what of the wee passengers” here gets this');
    expect(told.content).toContain('> Lund said the ferry stays free for schoolchildren.');
    for (const question of ['what of the wee passengers', 'What of the WEE pasengers??']) {
      expect((await ask(question, public_)).content).toContain('> Lund said the ferry stays free');
    }
    const direct = as('member').say(as('member').openDirectMessage(), 'what of the wee passengers');
    expect((await as('member').answerTo(direct)).content).not.toContain('> Lund said the ferry');
  });

  it('lets a moderator say that it was not said', async () => {
    const wrong = await ask('will the fees go up', public_);
    expect(wrong.content).toContain('We will not raise the fees,');
    const form = formOf(await press(wrong, 'Wrong answer'));
    const told = messageOf(await as('moderator').submit(form, { answer: ['-'], about: 'parking' }));
    expect(told.content).toContain('told that nothing is said about “parking”');
    const refused = await ask('will the fees go up?');
    expect(refused.content).toContain('does not say. I find nothing in it about “parking”');
    const undone = messageOf(await press(told, 'Take it back'));
    expect(undone.content).toContain('Taken back');
    expect((await ask('will the fees go up?')).content).toContain('We will not raise the fees,');
  });

  it('is for moderators only, whoever presses', async () => {
    const answer = await ask('will the fees go up', public_);
    const refused = messageOf(await press(answer, 'Wrong answer', 'member'));
    expect(refused.content).toMatch(/Only moderators/);
    expect(refused.ephemeral).toBe(true);
    const form = formOf(await press(answer, 'Wrong answer'));
    conversation.sandbox.setRoles('moderator', []);
    const late = messageOf(await as('moderator').submit(form, { answer: ['-'] }));
    expect(late.content).toMatch(/Only moderators/);
    conversation.sandbox.setRoles('moderator', ['moderators']);
  });

  it('stands under what moderators see alone, and not under what members or nobody’s server do', async () => {
    const alone = { private: true };
    expect(buttonsOf(await ask('will the fees go up', alone, 'moderator'))).toContain('Wrong answer');
    expect(buttonsOf(await ask('will the fees go up', alone))).not.toContain('Wrong answer');
    const direct = as('moderator').say(as('moderator').openDirectMessage(), 'will the fees go up');
    expect(buttonsOf(await as('moderator').answerTo(direct))).not.toContain('Wrong answer');
  });

  it('takes hostile questions as text', async () => {
    const hostile = '@everyone **is** <@1> `the` ferry > free\u202e?';
    const form = formOf(await press(await ask(hostile, public_), 'Wrong answer'));
    const told = messageOf(
      await as('moderator').submit(form, { answer: [optionIn(form, 'schoolchildren')] }),
    );
    expect(told.notified).toEqual([]);
    expect(told.content).toContain('\\@everyone \\*\\*is\\*\\*');
    expect((await ask(hostile, public_)).content).toContain('> Lund said the ferry');
  });
});

describe('/taught', () => {
  it('adds by picking any statement, lists, exports and reverts', async () => {
    const completion = await as('moderator').complete(
      channel(),
      'taught add',
      { question: 'who builds our cranes', answer: 'cranes' },
      'answer',
    );
    if (completion.kind !== 'choices') throw new Error(completion.kind);
    expect(completion.choices[0]).toEqual({ name: 'It was not said', value: 'not-said' });
    const answer = completion.choices.find(({ name }) => name.includes('Ben Okoro'))?.value ?? '';
    await taught('add', { question: 'who builds our lifting gear', answer });
    expect((await ask('who builds our lifting gear?', public_)).content).toContain('cranes come from Gdansk');
    const listed = textOf(messageOf(await taught('list')));
    expect(listed).toMatch(/“who builds our lifting gear” → Port director .*, by <@\d+> <t:\d+:f>/);
    expect(listed).toMatch(/“will the fees go up” → not said \(parking\), by .*, taken back by/);
    const exported = messageOf(await taught('export'));
    expect(exported.attachments.map(({ filename }) => filename)).toEqual(['taught.json']);
    const which = await as('moderator').complete(
      channel(),
      'taught revert',
      { correction: 'lifting' },
      'correction',
    );
    if (which.kind !== 'choices') throw new Error(which.kind);
    const correction = which.choices[0]?.value ?? '';
    expect(messageOf(await taught('revert', { correction })).content).toContain('Taken back');
    expect(messageOf(await taught('revert', { correction })).content).toContain('taken back before');
    expect((await ask('who builds our lifting gear?')).content).not.toContain('> Port director');
  });

  it('asks to pick the answer from the list, and for a question', async () => {
    expect(messageOf(await taught('add', { question: 'what?', answer: 'the cranes' })).content).toMatch(
      /pick the right/,
    );
    expect(messageOf(await taught('add', { question: '???', answer: 'not-said' })).content).toMatch(
      /Write the question/,
    );
  });
});
