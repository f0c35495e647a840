import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createBot } from '../../../src/discord/bot.ts';
import { createLog } from '../../../src/log.ts';
import type { SeenMessage } from '../../../src/sandbox/visitor/outcome.ts';
import type { Visitor } from '../../../src/sandbox/visitor/visitor.ts';
import { harbour } from '../announcements.ts';
import {
  buttonId,
  buttonsOf,
  type Conversation,
  deskOf,
  messageOf,
  startConversation,
  textOf,
} from '../conversation.ts';
import { keptInMemory } from '../kept.ts';

let conversation: Conversation;
beforeAll(async () => {
  conversation = await startConversation();
});
afterAll(() => conversation.end());
beforeEach(() => {
  conversation.clock.now += 3_600_000;
});

const general = () => conversation.sandbox.channelId('general');
const as = (person: string) => conversation.sandbox.as(person);

async function ask(question: string, options: Record<string, string | boolean> = {}): Promise<SeenMessage> {
  return messageOf(await as('member').runCommand(general(), 'ask', { question, ...options }));
}

async function press(person: Visitor, message: SeenMessage, label: string) {
  return person.press(message.id, buttonId(message, label));
}

describe('Context', () => {
  it('shows the passage around, the quoted words bold, to whoever presses and to nobody else', async () => {
    const answer = await ask('will the fees go up?');
    for (const person of ['member', 'moderator']) {
      const passage = messageOf(await press(as(person), answer, 'Context'));
      expect(passage.ephemeral).toBe(true);
      expect(textOf(passage)).toContain('**Paragraph 1**\n> The new harbour');
      expect(textOf(passage)).toContain(
        '> "**We will not raise the fees,**" Mayor Ada Lund said. "**They stay as they are until 2030.**"',
      );
      expect(textOf(passage)).toContain('**Paragraph 3** · Ben Okoro');
    }
  });

  it('turns pages where the passage is long, starting where the words begin', async () => {
    const answer = await ask('what did the clerk read?', { announcement: 'chronicle' });
    const passage = messageOf(await press(as('moderator'), answer, 'Context'));
    expect(passage.content).toMatch(/Page 1 of 2/);
    const next = messageOf(await press(as('moderator'), passage, 'Forward'));
    expect(textOf(next)).toContain('item 400');
  });
});

describe('Next match', () => {
  it('goes through the candidates in place and comes round again, the question kept', async () => {
    const answer = await ask('what did the mayor promise?');
    let message = answer;
    const seen = [];
    do {
      message = messageOf(await press(as('member'), message, 'Next match'));
      expect(message.id).toBe(answer.id);
      expect(textOf(message)).toContain('You asked: what did the mayor promise?');
      seen.push(message.content);
    } while (!/^Match 1 of/m.test(message.content) && seen.length < 12);
    expect(seen.length).toBeGreaterThan(1);
    expect(new Set(seen).size).toBe(seen.length);
    expect(message.content).toContain(answer.content);
  });
});

describe('Next match after a correction', () => {
  it('goes on telling that somebody else was asked about, and names nobody who is not shown', async () => {
    const answer = await ask('will the fees go up?', { speaker: 'Otto' });
    expect(answer.content).toMatch(/^The announcement does not name “Otto”\.\nAda Lund .*\n> /);
    let message = answer;
    for (const at of [2, 3]) {
      message = messageOf(await press(as('member'), message, 'Next match'));
      expect(message.content).toMatch(/^The announcement does not name “Otto”\.\n> /);
      expect(message.content).toMatch(new RegExp(`\nMatch ${at} of \\d+\\.$`));
    }
  });
});

describe('Continue', () => {
  it('shows words too long for one message in parts, all of them', async () => {
    let message = await ask('what did the clerk read?', { announcement: 'chronicle' });
    const shown = [message.content];
    while (buttonsOf(message).includes('Continue')) {
      message = messageOf(await press(as('member'), message, 'Continue'));
      shown.push(message.content);
    }
    expect(shown.length).toBeGreaterThan(3);
    const words = shown
      .flatMap((content) => [...content.matchAll(/^> (.*)$/gm)].map(([, line]) => line))
      .join('');
    expect(words).toMatch(/^The clerk read the list: item 1, .* item 400\.$/);
  });
});

describe('Remove', () => {
  it('takes the answer away, for the asker and for a moderator', async () => {
    for (const person of ['member', 'moderator']) {
      const answer = await ask('will the fees go up?');
      const outcome = await press(as(person), answer, 'Remove');
      expect(outcome).toEqual({ kind: 'removed', messageId: answer.id });
    }
  });

  it('takes away the answer to a mention and to a direct message', async () => {
    const bot = conversation.sandbox.botUserId;
    const member = as('member');
    for (const question of [
      member.say(general(), `<@${bot}> fees?`),
      member.say(member.openDirectMessage(), 'fees?'),
    ]) {
      const answer = await member.answerTo(question);
      expect(await press(member, answer, 'Remove')).toEqual({ kind: 'removed', messageId: answer.id });
    }
  });
});

describe('who may press what', () => {
  const people = ['member', 'owner', 'moderator'] as const;
  const rights: readonly (readonly [string, readonly boolean[]])[] = [
    ['Context', [true, true, true]],
    ['Next match', [true, false, false]],
    ['Remove', [true, true, true]],
  ];
  for (const [label, allowed] of rights) {
    it.each(people.map((person, index) => [person, allowed[index] ?? false] as const))(
      `${label}, pressed by the %s: %s`,
      async (person, may) => {
        const answer = await ask('what did the mayor promise?');
        const outcome = await press(as(person), answer, label);
        const refused =
          outcome.kind === 'replied' && /^Only the person who asked/.test(outcome.message.content);
        expect(refused).toBe(!may);
        if (outcome.kind === 'replied') expect(outcome.message.ephemeral).toBe(true);
      },
    );
  }

  it('a member who did not ask can neither remove the answer nor turn it over', async () => {
    const moderator = as('moderator');
    const answer = messageOf(
      await moderator.runCommand(general(), 'ask', {
        question: 'what did the mayor promise?',
      }),
    );
    for (const label of ['Remove', 'Next match']) {
      const refusal = messageOf(await press(as('member'), answer, label));
      expect(refusal.ephemeral).toBe(true);
      expect(refusal.content).toMatch(/^Only the person who asked/);
    }
    expect(moderator.messages(general()).some(({ id }) => id === answer.id)).toBe(true);
  });
});

describe('after a restart', () => {
  it('buttons still work, and those of another version get a kind answer', async () => {
    const answer = await ask('what did the mayor promise?');
    await conversation.bot.stop();
    const { sandbox, desk } = conversation;
    const other = deskOf([{ ...harbour, version: '000000000000' }]);
    const others = createBot({
      token: sandbox.botToken,
      apiUrl: sandbox.apiUrl,
      log: createLog('silent'),
      clock: Date.now,
      desks: async () => other,
      ...(await keptInMemory()),
    });
    await others.start();
    for (const label of ['Context', 'Next match']) {
      const refusal = messageOf(await press(as('member'), answer, label));
      expect(refusal.content).toMatch(/earlier version/);
      expect(refusal.ephemeral).toBe(true);
    }
    await others.stop();
    const again = createBot({
      token: sandbox.botToken,
      apiUrl: sandbox.apiUrl,
      log: createLog('silent'),
      clock: Date.now,
      desks: async () => desk,
      ...(await keptInMemory()),
    });
    await again.start();
    const next = messageOf(await press(as('member'), answer, 'Next match'));
    expect(next.content).toMatch(/^Match 2 of/m);
    expect(await press(as('member'), next, 'Remove')).toMatchObject({ kind: 'removed' });
    await again.stop();
  });
});
