import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { SeenMessage } from '../../src/sandbox/visitor/outcome.ts';
import { textOf } from '../discord/conversation.ts';
import { activeMarkup } from '../discord/hostile.ts';
import { share } from './catalogue/bad-value.ts';
import { typed } from './catalogue/typed.ts';
import { expectKindlySaid, expectKindMessage, startTrial, type Trial } from './trial.ts';

let trial: Trial;
beforeAll(async () => {
  trial = await startTrial();
});
afterAll(() => trial.end());
afterEach(() => trial.expectUnharmed());

/** As long as a message of a subscriber may be. */
const everything = typed(4_000);

/** Says something of which the bot hears something else: no client trims, completes or refuses it. */
function say(channel: string, heard: string): Promise<SeenMessage> {
  const { faults, botUserId } = trial.conversation.sandbox;
  const member = trial.as('member');
  faults.alterDispatch('MESSAGE_CREATE', (data) => ({ ...data, content: heard }));
  return member.answerTo(member.say(channel, `<@${botUserId}> x`));
}

describe('a direct message', () => {
  it.each(everything)('may be $name', async ({ text }) => {
    const answer = await say(trial.as('member').openDirectMessage(), text);
    expectKindlySaid(answer, text);
    expect(activeMarkup(textOf(answer))).toBeNull();
  });
});

describe('a message that mentions the bot', () => {
  it.each(share(everything, 'mention', 3))('may be $name', async ({ text }) => {
    const answer = await say(trial.general, `<@${trial.conversation.sandbox.botUserId}> ${text}`);
    expectKindlySaid(answer, text);
    expect(activeMarkup(textOf(answer))).toBeNull();
  });
});

describe.each([
  ['a message to check', 'Check this quote', 'member', 3],
  ['a message to answer', 'Answer this', 'member', 3],
  ['a message to use as announcement', 'Use as announcement', 'moderator', 3],
] as const)('%s', (path, command, person, parts) => {
  it.each(share(everything, path, parts))('may be $name', async ({ text }) => {
    const { id } = trial.as('member').say(trial.general, 'x');
    trial.alter((interaction) => {
      const { messages } = interaction.data.resolved as { readonly messages: Record<string, object> };
      const message = { ...messages[id], content: text };
      return { ...interaction, data: { ...interaction.data, resolved: { messages: { [id]: message } } } };
    });
    const answer = expectKindMessage(await trial.as(person).runMessageCommand(command, id), text);
    expect(activeMarkup(textOf(answer))).toBeNull();
  });
});
