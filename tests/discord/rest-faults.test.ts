import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { FaultAim, RestFault } from '../../src/sandbox/faults/faults.ts';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import type { SeenMessage } from '../../src/sandbox/visitor/outcome.ts';
import { thorough } from './bulletins/thorough.ts';
import { type Conversation, deskOf, startConversation } from './conversation.ts';

/** What people see when Discord's REST API fails, for every way it fails and every kind of thing the bot sends. */

/** What is seen in the end: the answer, words that it could not be given, or nothing. Never two of them. */
type Seen = 'answer' | 'apology' | 'nothing';

const forEver = Number.POSITIVE_INFINITY;
const error = (status: number, code: number, message: string): RestFault => ({
  kind: 'error',
  status,
  code,
  message,
});
const limit = (
  header: number | null,
  scope: 'user' | 'global' | 'shared' = 'user',
  body = header ?? 1,
): RestFault => ({
  kind: 'rate-limit',
  header,
  body,
  scope,
});

/** Name, fault, how often it strikes, and what is then seen of: an answer to a command, suggestions, a reply to a message. */
const table: readonly (readonly [string, RestFault, number, Seen, Seen, Seen])[] = [
  ['500 for ever', { kind: 'status', status: 500 }, forEver, 'nothing', 'nothing', 'nothing'],
  ['502 once', { kind: 'status', status: 502 }, 1, 'answer', 'answer', 'answer'],
  ['503 for ever', { kind: 'status', status: 503 }, forEver, 'nothing', 'nothing', 'nothing'],
  ['504, carried out', { kind: 'apply-then-status', status: 504 }, 1, 'answer', 'answer', 'answer'],
  ['a reset line, carried out', { kind: 'apply-then-reset' }, 1, 'answer', 'answer', 'answer'],
  ['a closed line, carried out', { kind: 'apply-then-close' }, 1, 'answer', 'answer', 'answer'],
  ['silence, carried out', { kind: 'apply-then-hang' }, 1, 'answer', 'answer', 'answer'],
  ['a slow answer', { kind: 'delay', ms: 500 }, 1, 'answer', 'answer', 'answer'],
  ['a page of the network in front', { kind: 'html' }, forEver, 'nothing', 'nothing', 'nothing'],
  [
    '10062 unknown interaction',
    error(404, 10062, 'Unknown interaction'),
    forEver,
    'nothing',
    'nothing',
    'nothing',
  ],
  [
    '40060 already acknowledged',
    error(400, 40060, 'Already acknowledged'),
    forEver,
    'nothing',
    'nothing',
    'nothing',
  ],
  ['10015 unknown webhook', error(404, 10015, 'Unknown Webhook'), forEver, 'nothing', 'nothing', 'nothing'],
  ['10003 unknown channel', error(404, 10003, 'Unknown Channel'), forEver, 'nothing', 'nothing', 'nothing'],
  ['10008 unknown message', error(404, 10008, 'Unknown Message'), forEver, 'nothing', 'nothing', 'nothing'],
  ['50001 missing access', error(403, 50001, 'Missing Access'), forEver, 'nothing', 'nothing', 'nothing'],
  [
    '50013 missing permissions',
    error(403, 50013, 'Missing Permissions'),
    forEver,
    'nothing',
    'nothing',
    'nothing',
  ],
  ['50035 invalid form', error(400, 50035, 'Invalid Form Body'), 1, 'apology', 'nothing', 'apology'],
  ['50035 for ever', error(400, 50035, 'Invalid Form Body'), forEver, 'nothing', 'nothing', 'nothing'],
  ['20016 slow mode', error(400, 20016, 'Slowmode'), 1, 'apology', 'nothing', 'apology'],
  ['50083 archived thread', error(400, 50083, 'Archived'), 1, 'apology', 'nothing', 'apology'],
  ['200000 blocked by AutoMod', error(400, 200000, 'Blocked'), 1, 'apology', 'nothing', 'apology'],
  ['240000 link filter', error(400, 240000, 'Link'), 1, 'apology', 'nothing', 'apology'],
  ['130000 overloaded', error(503, 130000, 'Overloaded'), 1, 'answer', 'answer', 'answer'],
  ['429 twice', limit(0.1), 2, 'answer', 'answer', 'answer'],
  ['429 for everything', limit(0.1, 'global'), 1, 'answer', 'answer', 'answer'],
  ['429 that names no wait, for ever', limit(null), forEver, 'nothing', 'nothing', 'nothing'],
  ['429 for twenty minutes', limit(1_163, 'shared'), 1, 'answer', 'nothing', 'answer'],
  ['silence for ever', { kind: 'hang' }, forEver, 'nothing', 'nothing', 'nothing'],
];

/** What lasts for ever takes long to give up: all of it is tried by `npm run prove -- crashes`, some of it always. */
const always = /^(?:503|10062|50013|50035|429)/;
const rows = table.filter(([name, , times]) => thorough || times !== forEver || always.test(name));

interface Site {
  readonly name: string;
  readonly aim: Omit<FaultAim, 'times'>;
  readonly column: 3 | 4 | 5;
  /** Does something, and tells what is seen of it. */
  act(conversation: Conversation): Promise<readonly string[]>;
}

const sites: readonly Site[] = [
  {
    name: 'the answer to a command',
    aim: { method: 'POST', route: '/interactions/*' },
    column: 3,
    async act({ sandbox }) {
      const general = sandbox.channelId('general');
      const outcome = await sandbox
        .as('member')
        .runCommand(general, 'ask', { question: 'will the fees go up?' });
      return outcome.kind === 'replied' ? [whatIs(outcome.message)] : [];
    },
  },
  {
    name: 'suggestions',
    aim: { method: 'POST', route: '/interactions/*' },
    column: 4,
    async act({ sandbox }) {
      const general = sandbox.channelId('general');
      const completion = await sandbox
        .as('member')
        .complete(general, 'ask', { question: 'fees' }, 'question');
      return completion.kind === 'choices' && completion.choices.length > 0 ? ['answer'] : [];
    },
  },
  {
    name: 'a reply to a mention',
    aim: { method: 'POST', route: '/channels/:channel/messages' },
    column: 5,
    async act({ sandbox, logged }) {
      const member = sandbox.as('member');
      const [before, loggedBefore] = [said(sandbox), logged.length];
      member.say(sandbox.channelId('general'), `<@${sandbox.botUserId}> will the fees go up?`);
      await expect
        .poll(() => {
          const lines = logged.slice(loggedBefore).join();
          const silent = /could not apologise|"status":403/.test(lines);
          return silent || said(sandbox).length > before.length;
        })
        .toBe(true);
      await member.settled(300);
      return said(sandbox).slice(before.length).map(whatIs);
    },
  },
];

const desk = deskOf();

describe.each(sites)('$name', ({ aim, act, column }) => {
  let conversation: Conversation;
  beforeAll(async () => {
    conversation = await startConversation({ desk, responseMs: 1_500 });
  });
  afterAll(() => conversation.end());
  afterEach(() => {
    conversation.sandbox.faults.clear();
    conversation.clock.now += 3_600_000;
  });

  it.each(rows)('after %s', { timeout: 60_000 }, async (...row) => {
    const [, fault, times] = row;
    const { sandbox, logged } = conversation;
    const callsBefore = sandbox.calls.length;
    sandbox.faults.onRest({ ...aim, times }, fault);
    const seen = await act(conversation);
    const calls = sandbox.calls.slice(callsBefore);
    sandbox.faults.clear();
    expect(seen).toEqual(row[column] === 'nothing' ? [] : [row[column]]);
    expect(calls.length).toBeLessThanOrEqual(16);
    expect(calls.filter(({ status }) => [401, 403, 429].includes(status)).length).toBeLessThan(50);
    // It goes on as if nothing had been.
    const member = sandbox.as('second-moderator');
    const answer = await member.answerTo(member.say(member.openDirectMessage(), 'will the fees go up?'));
    expect(whatIs(answer)).toBe('answer');
    expect(logged.join('\n')).not.toContain(sandbox.botToken);
  });
});

/** What the bot has said in the channel so far. */
function said(sandbox: Sandbox): readonly SeenMessage[] {
  const all = sandbox.as('member').messages(sandbox.channelId('general'));
  return all.filter(({ author }) => author.id === sandbox.botUserId);
}

function whatIs({ content }: SeenMessage): string {
  if (content.includes('raise the fees')) return 'answer';
  return /reference: [2-9A-Z]{6}$/.test(content) ? 'apology' : content;
}
