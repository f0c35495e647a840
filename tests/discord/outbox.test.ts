import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Statement } from '../../src/announcement/statement.ts';
import type { Answer, Desk } from '../../src/desk/desk.ts';
import { harbour } from './announcements.ts';
import { deskOf, messageOf, startConversation } from './conversation.ts';

/** A desk whose statement is rendered from one text and compared with another: words that changed on the way. */
function treacherousDesk(): Desk {
  const [honest] = harbour.statements;
  if (honest === undefined) throw new Error('no statement');
  const ask = ({ question }: { readonly question: string }): Answer => {
    // Anew for every question, since what was read of a statement once is remembered.
    const statement = changing(honest);
    const [span = [0, 0] as const] = statement.place.spans;
    const best = { statement, span, confidence: 1, because: [] };
    const announcement = { ...harbour, statements: [statement] };
    return { question, announcement, outcome: { kind: 'quote', best, others: [] }, checked: [], near: null };
  };
  return { ...deskOf([harbour]), ask };
}

/** The same with a source whose words are others at every second look. */
function changing(honest: Statement): Statement {
  let reads = 0;
  const source = {
    ...honest.source,
    get text() {
      reads += 1;
      return reads % 2 === 0 ? honest.source.text : honest.source.text.replace('opens', 'closes');
    },
  };
  return { ...honest, source };
}

describe('words that do not read back as their source’s', () => {
  it('are not sent: the asker gets an apology and the log the difference', async () => {
    const conversation = await startConversation({ desk: treacherousDesk() });
    const member = conversation.sandbox.as('member');
    const general = conversation.sandbox.channelId('general');
    const message = messageOf(await member.runCommand(general, 'ask', { question: 'when does it open?' }));
    expect(message.content).toMatch(/not show these words exactly.*reference: [2-9A-Z]{6}$/);
    expect(message.ephemeral).toBe(true);
    const [reference] = /[2-9A-Z]{6}$/.exec(message.content) ?? [];
    expect(conversation.logged.find((line) => line.includes(String(reference)))).toContain('mismatch');
    const direct = await member.answerTo(member.say(member.openDirectMessage(), 'when does it open?'));
    expect(direct.content).toMatch(/not show these words/);
    expect(JSON.stringify(conversation.sandbox.calls.map(({ body }) => body))).not.toContain(
      'harbour closes',
    );
    await conversation.end();
  });
});

it('one file alone sends what people read', () => {
  const folder = fileURLToPath(new URL('../../src/discord/', import.meta.url));
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  const sending =
    /\b(interaction|message|channel)\.(reply|update|followUp|editReply|deferReply|deferUpdate|showModal|send|edit|crosspost)\(|Routes\.(interactionCallback|webhook|channelMessage)/;
  // Bulletins have a choke point of their own, which compares what stands in the channel with what was approved.
  const senders = files.filter(
    (name) => !name.startsWith('bulletins') && sending.test(readFileSync(`${folder}${name}`, 'utf8')),
  );
  expect(senders).toEqual(['outbox.ts']);
});
