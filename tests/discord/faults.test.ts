import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Faults, RestFault } from '../../src/sandbox/faults/faults.ts';
import { buttonId, type Conversation, messageOf, onceDealtWith, startConversation } from './conversation.ts';

let conversation: Conversation;
beforeAll(async () => {
  conversation = await startConversation();
});
afterAll(() => conversation.end());
beforeEach(() => {
  conversation.clock.now += 3_600_000;
});
afterEach(() => conversation.sandbox.faults.clear());

const general = () => conversation.sandbox.channelId('general');
const member = () => conversation.sandbox.as('member');
const bot = () => conversation.sandbox.botUserId;
const faults = (): Faults => conversation.sandbox.faults;
const ask = () => member().runCommand(general(), 'ask', { question: 'will the fees go up?' });
const onCallback = (fault: RestFault, times = 1) =>
  faults().onRest({ method: 'POST', route: '/interactions/*', times }, fault);
const onMessage = (fault: RestFault, times = 1) =>
  faults().onRest({ method: 'POST', route: '/channels/:channel/messages', times }, fault);

/** The bot's messages in the channel that came with `act`, once another question was answered after it. */
async function saidDuring(act: () => Promise<unknown>): Promise<readonly string[]> {
  const from = member().say(general(), 'mark');
  await act();
  faults().clear();
  const after = await member().answerTo(member().say(general(), `<@${bot()}> ferry?`));
  return member()
    .messages(general())
    .filter(({ id, author }) => author.id === bot() && BigInt(id) > BigInt(from.id) && id !== after.id)
    .map(({ content }) => content);
}

describe('an unclear answer to a command', () => {
  it.each<[string, RestFault]>([
    ['is carried out and answered 500', { kind: 'apply-then-status', status: 500 }],
    ['is carried out and the connection reset', { kind: 'apply-then-reset' }],
    ['is answered 502 and not carried out', { kind: 'status', status: 502 }],
  ])('that %s leaves one answer', async (_, fault) => {
    const said = await saidDuring(async () => {
      onCallback(fault);
      const before = conversation.logged.length;
      const message = messageOf(await ask());
      expect(message.content).toContain('fees');
      expect(conversation.logged.slice(before).join()).not.toContain('could not');
    });
    expect(said).toHaveLength(1);
  });

  it('that came too late is logged, and nothing else happens', async () => {
    const said = await saidDuring(async () => {
      onCallback({ kind: 'error', status: 404, code: 10062, message: 'Unknown interaction' });
      await onceDealtWith(conversation, ask);
    });
    expect(said).toEqual([]);
    expect(conversation.logged.join()).toContain('too late');
  });
});

describe('a reply to a message', () => {
  it.each<[string, RestFault]>([
    ['is carried out and answered 500', { kind: 'apply-then-status', status: 500 }],
    ['is carried out and the connection reset', { kind: 'apply-then-reset' }],
    ['is answered 503 and not carried out', { kind: 'status', status: 503 }],
    ['has to wait for a rate limit', { kind: 'rate-limit', header: 0.2, body: 0.2, scope: 'user' }],
  ])('that %s is sent once', async (_, fault) => {
    const said = await saidDuring(async () => {
      onMessage(fault);
      await member().answerTo(member().say(general(), `<@${bot()}> fees?`));
    });
    expect(said).toHaveLength(1);
    expect(said[0]).toContain('raise the fees');
  });

  it('that is refused without saying how long to wait is not repeated for ever', async () => {
    onMessage({ kind: 'rate-limit', header: null, body: 0, scope: 'user' }, Number.POSITIVE_INFINITY);
    const [calls, lines] = [conversation.sandbox.calls.length, conversation.logged.length];
    const { id: nonce } = member().say(general(), `<@${bot()}> fees?`);
    await expect.poll(() => conversation.logged.slice(lines).join()).toContain('could not answer');
    const refused = conversation.sandbox.calls
      .slice(calls)
      .filter(({ status, body }) => status === 429 && JSON.stringify(body).includes(nonce));
    expect(refused).toHaveLength(1);
  });

  it('that the channel forbids goes to the person directly', async () => {
    const moderator = conversation.sandbox.as('moderator');
    const rules = conversation.sandbox.channelId('rules');
    const direct = moderator.openDirectMessage();
    moderator.say(rules, `<@${bot()}> fees?`);
    const answer = await moderator.until(() =>
      moderator.messages(direct).find(({ content }) => content.includes('raise the fees')),
    );
    const [note] = moderator.messages(direct);
    expect(note?.content).toMatch(/may not write in the channel/);
    expect(answer.notified).toEqual([]);
    expect(moderator.messages(rules).filter(({ author }) => author.id === bot())).toEqual([]);
  });

  it('that nothing lets through is logged with a reference, and the bot goes on', async () => {
    const said = await saidDuring(async () => {
      onMessage({ kind: 'error', status: 403, code: 50013, message: 'Missing Permissions' }, 5);
      const before = conversation.logged.length;
      member().say(general(), `<@${bot()}> fees?`);
      await expect.poll(() => conversation.logged.slice(before).join()).toContain('could not answer');
    });
    expect(said).toEqual([]);
  });

  it('becomes a plain message where the history cannot be read', async () => {
    onMessage({ kind: 'error', status: 400, code: 160002, message: 'No history' });
    const answer = await member().answerTo(member().say(general(), `<@${bot()}> fees?`));
    expect(answer.content).toContain('raise the fees');
    expect(answer.message_reference).toBeUndefined();
  });
});

describe('an event that comes twice', () => {
  it.each([true, false])('is answered once (same sequence number: %s)', async (sameSequence) => {
    const before = conversation.logged.length;
    const said = await saidDuring(async () => {
      faults().duplicateDispatches(1, { sameSequence });
      await ask();
      faults().duplicateDispatches(1, { sameSequence });
      await member().answerTo(member().say(general(), `<@${bot()}> fees?`));
    });
    expect(said).toHaveLength(2);
    expect(conversation.logged.slice(before).join()).not.toMatch(/could not answer|already/);
  });
});

describe('a button', () => {
  it('pressed while Discord stumbles is answered once', async () => {
    const answer = messageOf(
      await member().runCommand(general(), 'ask', {
        question: 'what did the mayor promise?',
      }),
    );
    onCallback({ kind: 'apply-then-status', status: 500 });
    const next = messageOf(await member().press(answer.id, buttonId(answer, 'Next match')));
    expect(next.content).toMatch(/^Match 2/m);
  });

  it('that shares, pressed three times as fast as can be, shares once', async () => {
    const answer = messageOf(
      await member().runCommand(general(), 'ask', { question: 'will the fees go up?', private: true }),
    );
    const share = buttonId(answer, 'Share');
    const said = await saidDuring(async () => {
      const press = () => Promise.all([1, 2, 3].map(() => member().press(answer.id, share)));
      const pressed = (await onceDealtWith(conversation, press, 3)) ?? [];
      expect(pressed).toHaveLength(3);
      for (const outcome of pressed) expect(messageOf(outcome).content).toMatch(/^Shared in the channel/);
    });
    expect(said.filter((content) => !content.startsWith('Shared'))).toHaveLength(1);
  });

  it('that could not share can be pressed again', async () => {
    const answer = messageOf(
      await member().runCommand(general(), 'ask', { question: 'will the fees go up?', private: true }),
    );
    const share = buttonId(answer, 'Share');
    faults().onRest(
      { method: 'POST', route: '/webhooks/:application/:token' },
      { kind: 'error', status: 400, code: 200_000, message: 'Blocked' },
    );
    const own = () =>
      member()
        .messages(general())
        .find(({ id }) => id === answer.id)?.content;
    const press = () => onceDealtWith(conversation, () => member().press(answer.id, share));
    await press();
    expect(own()).toMatch(/could not be shared/);
    const said = await saidDuring(press);
    expect(own()).toMatch(/^Shared in/);
    expect(said).toHaveLength(1);
  });

  it('that removes, pressed twice, removes once and apologises to nobody', async () => {
    const answer = messageOf(await ask());
    const remove = buttonId(answer, 'Remove');
    const logged = conversation.logged.length;
    const said = await saidDuring(async () => {
      await onceDealtWith(conversation, () => [1, 2].map(() => member().press(answer.id, remove)), 2);
    });
    expect(said).toEqual([]);
    expect(conversation.logged.slice(logged).join()).not.toContain('could not');
  });
});

it('an error inside is told with a reference that the log knows, and nothing of the error', async () => {
  const broken = await startConversation({
    desk: {
      ...conversation.desk,
      ask: () => {
        throw new Error('the cause of it all');
      },
    },
  });
  const visitor = broken.sandbox.as('member');
  const message = messageOf(
    await visitor.runCommand(broken.sandbox.channelId('general'), 'ask', { question: 'fees?' }),
  );
  expect(message.ephemeral).toBe(true);
  expect(message.content).not.toContain('cause');
  const [reference] = /[2-9A-Z]{6}$/.exec(message.content) ?? [];
  const line = broken.logged.find((one) => one.includes(String(reference)));
  expect(line).toContain('the cause of it all');
  const direct = await visitor.answerTo(visitor.say(visitor.openDirectMessage(), 'fees?'));
  expect(direct.content).toMatch(/reference: [2-9A-Z]{6}$/);
  await broken.end();
});

it('keeps every token out of the log', () => {
  const logged = conversation.logged.join('\n');
  const tokens = conversation.sandbox.calls.flatMap(
    ({ path }) => /^\/(?:interactions|webhooks)\/\d+\/([^/]+)/.exec(path)?.[1] ?? [],
  );
  expect(tokens.length).toBeGreaterThan(5);
  for (const token of tokens) expect(logged).not.toContain(token);
  expect(logged).not.toContain(conversation.sandbox.botToken);
});
