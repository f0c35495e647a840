import Libsql from 'libsql';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Form, Outcome } from '../../src/sandbox/visitor/outcome.ts';
import type { OptionValue } from '../../src/sandbox/visitor/visitor.ts';
import { writePatience } from '../../src/store/connection.ts';
import { freshFile } from '../store/fresh-store.ts';
import { codes, type SpoilableStore, type Spoiling, spoilableStore } from '../store/spoiled-store.ts';
import { buttonId, type Conversation, startConversation } from './conversation.ts';

/**
 * What people see while the database fails, part by part: a real file that another process has locked, that has no
 * room left, that may not be written to, or that is damaged. docs/OPERATION.md tells the same in words.
 */

type Seen = 'answer' | 'private answer' | 'not read' | 'not saved' | 'use /ask' | 'no choices';

interface Part {
  readonly name: string;
  act(conversation: Conversation): Promise<Seen | string>;
  /** Where the database cannot be written to, and where it cannot be read either. */
  readonly unwritable: Seen;
  readonly unreadable: Seen;
  /** Takes no room on the disk, so that a full one does not hinder it. */
  readonly small?: true;
  /** What a write that failed must have left alone, in its number. */
  count?(store: SpoilableStore, guild: string, owner: string): Promise<number>;
}

const question = 'will the fees go up?';

const parts: readonly Part[] = [
  {
    name: '/ask',
    act: async (conversation) => told(await run(conversation, 'member', 'ask', { question })),
    unwritable: 'answer',
    unreadable: 'private answer',
  },
  {
    name: 'a direct message',
    async act({ sandbox }) {
      const member = sandbox.as('member');
      const { content } = await member.answerTo(member.say(member.openDirectMessage(), question));
      return content.includes('raise the fees') ? 'answer' : content;
    },
    unwritable: 'answer',
    unreadable: 'answer',
  },
  {
    name: 'a mention',
    async act({ sandbox }) {
      const member = sandbox.as('member');
      const said = member.say(sandbox.channelId('general'), `<@${sandbox.botUserId}> ${question}`);
      const { content } = await member.answerTo(said);
      return told({ kind: 'replied', message: { ephemeral: false, content } });
    },
    unwritable: 'answer',
    unreadable: 'use /ask',
  },
  {
    name: 'suggestions',
    act: async ({ sandbox }) =>
      choices(await sandbox.as('member').complete(general(sandbox), 'ask', { question: 'fees' }, 'question')),
    unwritable: 'answer',
    unreadable: 'answer',
  },
  {
    name: 'suggestions from what is kept',
    act: async ({ sandbox }) => {
      const typed = { bulletin: '' };
      const moderator = sandbox.as('moderator');
      return choices(await moderator.complete(general(sandbox), 'announce show', typed, 'bulletin'));
    },
    unwritable: 'answer',
    unreadable: 'no choices',
  },
  reads('settings: /settings show', 'settings show'),
  reads('bulletins: /announce list', 'announce list'),
  reads('library: /library list', 'library list'),
  reads('lessons: /taught list', 'taught list'),
  reads('privacy: /privacy show', 'privacy show', 'member'),
  {
    ...reads('settings: /settings time-zone', 'settings time-zone', 'moderator', { zone: 'Europe/Vienna' }),
    unwritable: 'not saved',
    count: async ({ settings }, guild) => ((await settings.settings(guild)).timeZone === 'UTC' ? 0 : 1),
  },
  {
    name: 'library: /library add',
    async act(conversation) {
      const opened = await run(conversation, 'moderator', 'library add');
      if (opened.kind !== 'form') return told(opened);
      const text = `Coach Ann Lee said: "Bring a towel." ${'The pool opens at nine, it was said. '.repeat(90)}`;
      return told(await conversation.sandbox.as('moderator').submit(opened.form, { name: 'Pool', text }));
    },
    unwritable: 'not saved',
    unreadable: 'not read',
    count: async ({ library }, guild) => (await library.manuscripts(guild)).length,
  },
  {
    ...reads('lessons: /taught add', 'taught add', 'moderator', {
      ...{ question: 'Is there a plan for the swimming pool? '.repeat(7), answer: 'not-said' },
    }),
    unwritable: 'not saved',
    count: async ({ lessons }, guild) => (await lessons.list(guild, 50)).length,
  },
  {
    name: 'bulletins: /announce new',
    async act(conversation) {
      const { sandbox } = conversation;
      const opened = await run(conversation, 'moderator', 'announce new', {
        channel: sandbox.channelId('announcements'),
      });
      if (opened.kind !== 'form') return told(opened);
      return told(await sandbox.as('moderator').submit(opened.form, written));
    },
    unwritable: 'not saved',
    unreadable: 'not read',
    count: async ({ bulletins }, guild) => (await bulletins.list(guild, ['draft'], 50)).length - 1,
  },
  {
    name: 'privacy: the erasing of what is kept',
    async act(conversation) {
      const { sandbox } = conversation;
      const asked = await run(conversation, 'owner', 'privacy erase');
      // Nothing to erase any more: a button is missing.
      if (asked.kind !== 'replied' || !asked.message.components?.length) return told(asked);
      const { id } = asked.message;
      return told(await sandbox.as('owner').press(id, buttonId(asked.message, 'Erase it')));
    },
    unwritable: 'not saved',
    unreadable: 'not read',
    small: true,
    count: async ({ personalData }, _, owner) => 1 - Math.min(1, (await personalData.about(owner)).length),
  },
];

const written = { title: 'Maintenance', text: 'The server restarts tonight. '.repeat(60) };

function reads(
  name: string,
  command: string,
  person = 'moderator',
  options: Record<string, OptionValue> = {},
): Part {
  return {
    name,
    act: async (conversation) => told(await run(conversation, person, command, options)),
    unwritable: 'answer',
    unreadable: 'not read',
  };
}

const ways: readonly (readonly [Spoiling, 'unwritable' | 'unreadable'])[] = [
  ['locked', 'unwritable'],
  ['full', 'unwritable'],
  ['read-only', 'unwritable'],
  ['damaged', 'unreadable'],
];

describe('while the database is', () => {
  it.concurrent.each(ways)('%s', { timeout: 120_000 }, async (how, column) => {
    const store = await spoilableStore(await freshFile());
    const conversation = await startConversation({ store });
    const { sandbox, logged, bot } = conversation;
    const guild = sandbox.guildId();
    try {
      // Something was asked and written before, by several people.
      expect(await parts[0]?.act(conversation)).toBe('answer');
      const opened = await run(conversation, 'moderator', 'announce new', {
        channel: sandbox.channelId('announcements'),
      });
      await sandbox.as('moderator').submit(formOf(opened), written);
      await store.settings.change(
        guild,
        { approvalRequired: true },
        { by: sandbox.personId('owner'), at: new Date() },
      );

      const mend = await store.spoil(how);
      for (const part of parts) {
        const seen = await part.act(conversation);
        expect(`${part.name}: ${seen}`).toBe(
          `${part.name}: ${how === 'full' && part.small ? 'answer' : part[column]}`,
        );
      }
      // Each failure that somebody was told of is in the log under its reference, and what comes often is told once.
      const lines = logged.filter((line) => line.includes('"level":50'));
      expect(lines.join()).toContain(codes[how]);
      for (const often of ['settings cannot be read', 'could not suggest', 'could not publish']) {
        expect(lines.filter((line) => line.includes(often)).length).toBeLessThanOrEqual(1);
      }
      expect(await Promise.race([bot.ended, Promise.resolve('alive')])).toBe('alive');

      await mend();
      for (const { name, count } of parts.filter(({ small }) => how !== 'full' || !small))
        expect(`${name} ${(await count?.(store, guild, sandbox.personId('owner'))) ?? 0}`).toBe(`${name} 0`);
      for (const part of parts) {
        conversation.clock.now += 60_000;
        expect(`${part.name}: ${await part.act(conversation)}`).toBe(`${part.name}: answer`);
      }
    } finally {
      await conversation.end();
      await store.close();
    }
  });

  it('damaged, a server that has not asked before is told so, not answered from the wrong announcements', async () => {
    const store = await spoilableStore(await freshFile());
    const conversation = await startConversation({ store });
    const mend = await store.spoil('damaged');
    const ask = () => run(conversation, 'member', 'ask', { question });
    expect(told(await ask())).toBe('not read');
    await mend();
    expect(told(await ask())).toBe('answer');
    await conversation.end();
    await store.close();
  });

  it('locked for a moment only, what was to be saved is saved', async () => {
    const store = await spoilableStore(await freshFile());
    const begin = vi.spyOn(Libsql.prototype, 'exec');
    onTestFinished(() => begin.mockRestore());
    let mend = async () => {};
    const change: typeof store.settings.change = (...given) => {
      const changed = store.settings.change(...given);
      // It has been refused once by now.
      setImmediate(() => void mend());
      return changed;
    };
    const conversation = await startConversation({
      store: { ...store, settings: { ...store.settings, change } },
    });
    mend = await store.spoil('locked');
    begin.mockClear();
    const saved = await run(conversation, 'moderator', 'settings time-zone', { zone: 'Europe/Vienna' });
    expect(told(saved)).toBe('answer');
    expect(begin.mock.results.map(({ type }) => type)).toContain('throw');
    expect((await store.settings.settings(conversation.sandbox.guildId())).timeZone).toBe('Europe/Vienna');
    await conversation.end();
    await store.close();
  });

  it('locked for long, whoever wanted to save something hears so while Discord still takes an answer', () => {
    // Three seconds; what is left is for the way there and back.
    expect(writePatience).toBeLessThanOrEqual(2_000);
  });
});

function general({ channelId }: Conversation['sandbox']): string {
  return channelId('general');
}

function run(
  { sandbox }: Conversation,
  person: string,
  command: string,
  options: Record<string, OptionValue> = {},
): Promise<Outcome> {
  return sandbox.as(person).runCommand(general(sandbox), command, options);
}

function formOf(outcome: Outcome): Form {
  if (outcome.kind === 'form') return outcome.form;
  throw new Error(`No form came: ${JSON.stringify(outcome)}`);
}

function choices(completion: { readonly kind: string; readonly choices?: readonly unknown[] }): string {
  if (completion.kind !== 'choices') return completion.kind;
  return (completion.choices ?? []).length > 0 ? 'answer' : 'no choices';
}

/** What somebody was told, in a word. */
function told(
  outcome: Outcome | { kind: 'replied'; message: { ephemeral: boolean; content: string } },
): string {
  if (outcome.kind !== 'replied' && outcome.kind !== 'updated') return JSON.stringify(outcome);
  const { content, ephemeral } = outcome.message;
  if (/SQLITE|database/i.test(content)) return content;
  const reference = /reference: [2-9A-Z]{6}$/.test(content);
  if (reference && content.startsWith('I cannot look up right now what is kept')) return 'not read';
  if (reference && content.startsWith('This could not be saved, so nothing was changed.')) return 'not saved';
  if (content.startsWith('I cannot look up right now who may see')) return 'use /ask';
  if (reference) return content;
  return ephemeral && content.includes('raise the fees') ? 'private answer' : 'answer';
}
