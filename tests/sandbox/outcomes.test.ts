import {
  ActionRowBuilder,
  ButtonBuilder,
  type ButtonInteraction,
  ButtonStyle,
  MessageFlags,
} from 'discord.js';
import { expect, test } from 'vitest';
import type { Sandbox, SandboxOptions } from '../../src/sandbox/sandbox.ts';
import { Refusal } from '../../src/sandbox/visitor/outcome.ts';
import { patient } from './patient.ts';
import { call } from './raw-call.ts';
import { botOnSandbox, sandboxForTest } from './test-bot.ts';

/** A message with one button, and what a bot does when it is pressed. */
async function pressing(
  onPress: (interaction: ButtonInteraction, sandbox: Sandbox) => Promise<unknown>,
  times: SandboxOptions = {},
) {
  const { sandbox, errors } = await botOnSandbox({
    sandbox: times,
    onMessage: (message) =>
      message.reply({
        content: 'press',
        components: [
          new ActionRowBuilder<ButtonBuilder>().addComponents(
            new ButtonBuilder().setCustomId('go').setLabel('Go').setStyle(ButtonStyle.Danger),
          ),
        ],
      }),
    onInteraction: (interaction) => interaction.isButton() && onPress(interaction, sandbox),
  });
  const member = sandbox.as('member');
  const message = await member.answerTo(member.say(member.openDirectMessage(), 'hi'), patient.patienceMs);
  return { sandbox, errors, member, message, outcome: await member.press(message.id, 'go') };
}

test('a press can be acknowledged first, and change the message then', async () => {
  const { outcome, message } = await pressing(async (interaction) => {
    await interaction.deferUpdate();
    await interaction.editReply({ content: 'pressed', components: [] });
  });
  expect(outcome).toMatchObject({ kind: 'updated', message: { id: message.id, content: 'pressed' } });
});

test('a press can be acknowledged first, and answered then', async () => {
  const { outcome, message } = await pressing(async (interaction) => {
    await interaction.deferUpdate();
    await interaction.followUp({ content: 'psst', flags: MessageFlags.Ephemeral });
  });
  expect(outcome).toMatchObject({
    kind: 'replied',
    message: { content: 'psst', ephemeral: true, message_reference: { message_id: message.id } },
  });
});

test('a press can take the message away', async () => {
  const { outcome, message, member } = await pressing(async (interaction) => {
    await interaction.deferUpdate();
    await interaction.deleteReply();
  });
  expect(outcome).toEqual({ kind: 'removed', messageId: message.id });
  expect(member.messages(message.channel_id).map(({ content }) => content)).toEqual(['hi']);
});

test('thinking can be filled by the first follow-up, taken back, or last too long', async () => {
  const filled = await pressing(async (interaction) => {
    await interaction.deferReply();
    await interaction.followUp('filled');
  });
  expect(filled.outcome).toMatchObject({ kind: 'replied', message: { content: 'filled', thinking: false } });
  expect(filled.member.messages(filled.message.channel_id)).toHaveLength(3);
  const taken = await pressing(async (interaction) => {
    await interaction.deferReply();
    await interaction.deleteReply();
  });
  expect(taken.outcome).toMatchObject({ kind: 'removed' });
  const endless = await pressing((interaction) => interaction.deferReply(), { patienceMs: 50 });
  expect(endless.outcome).toMatchObject({ kind: 'thinking', message: { thinking: true } });
});

test('a press nobody answers fails', async () => {
  const { outcome } = await pressing(async () => undefined, { responseMs: 50 });
  expect(outcome).toEqual({ kind: 'failed', words: 'This interaction failed' });
});

test('a second first response is refused, also when both are on their way', async () => {
  const answers: unknown[] = [];
  const { outcome } = await pressing(async (interaction) => {
    const results = await Promise.allSettled([interaction.reply('one'), interaction.reply('two')]);
    answers.push(...results.map((result) => (result.status === 'rejected' ? result.reason.code : 'taken')));
  });
  expect(outcome).toMatchObject({ kind: 'replied' });
  await expect.poll(() => answers.toSorted()).toEqual([40060, 'taken']);
});

test('a response must fit what it answers', async () => {
  const codes: unknown[] = [];
  const press = async ({ id, token }: ButtonInteraction, sandbox: Sandbox) => {
    for (const type of [1, 8, 99]) {
      const { body } = await call(sandbox, 'POST', `/interactions/${id}/${token}/callback`, {
        type,
        data: {},
      });
      codes.push((body as { code: number }).code);
    }
    await call(sandbox, 'POST', `/interactions/${id}/${token}/callback`, { type: 6 });
  };
  const { outcome } = await pressing(press, { afterwordMs: 50 });
  expect(outcome).toMatchObject({ kind: 'acknowledged' });
  expect(codes).toEqual([50035, 50035, 50035]);
});

test('everybody hears of what they can see: new, changed, gone, dismissed', async () => {
  const sandbox = await sandboxForTest();
  const heard = { member: [] as string[], moderator: [] as string[] };
  for (const who of ['member', 'moderator'] as const) {
    sandbox.as(who).watch((change) => heard[who].push(change.kind));
  }
  const general = `/channels/${sandbox.channelId('general')}/messages`;
  const { body } = await call(sandbox, 'POST', general, { content: 'x' });
  const { id } = body as { id: string };
  await call(sandbox, 'PATCH', `${general}/${id}`, { content: 'y' });
  await call(sandbox, 'DELETE', `${general}/${id}`);
  await call(sandbox, 'POST', `/channels/${sandbox.channelId('moderators')}/messages`, { content: 'x' });
  await call(sandbox, 'PUT', `/applications/${sandbox.applicationId}/commands`, []);
  const all = ['message-created', 'message-edited', 'message-deleted'];
  expect(heard.member).toEqual([...all, 'commands-changed']);
  expect(heard.moderator).toEqual([...all, 'message-created', 'commands-changed']);
});

test('what a client would not let one do is refused with its reason', async () => {
  const sandbox = await sandboxForTest();
  const member = sandbox.as('member');
  const general = sandbox.channelId('general');
  const { id } = sandbox.as('moderator').say(general, 'mine');
  const large = { filename: 'a', contentType: 'text/plain', data: new Uint8Array(10 * 1024 * 1024 + 1) };
  const small = { ...large, data: new Uint8Array(1) };
  const acts: [() => unknown, RegExp][] = [
    [() => member.say(general, '   '), /nothing to send/],
    [() => member.say(general, 'x'.repeat(2001)), /too long/],
    [() => member.say(general, 'x', { files: [large] }), /too large/],
    [() => member.say(general, 'x', { files: Array.from({ length: 11 }, () => small) }), /ten at most/],
    [() => member.say(member.openDirectMessage(), 'x', { replyTo: id }), /stands in the channel/],
    [() => member.remove(id), /may not delete/],
    [() => member.dismiss(id), /Only a private reply/],
    [() => member.messages('123456789012345678'), /no such channel/],
    [() => member.remove('123456789012345678'), /no such message/],
  ];
  for (const [act, reason] of acts) {
    expect(act).toThrow(Refusal);
    expect(act).toThrow(reason);
  }
  expect(() => sandbox.as('nobody')).toThrow(/it has member, moderator/);
  expect(() => sandbox.channelId('nowhere')).toThrow(/it has general/);
  const said = member.say(general, '', { files: [small] });
  expect(said.attachments).toMatchObject([{ filename: 'a', size: 1 }]);
  member.remove(said.id);
  expect(sandbox.allMessages.map(({ content }) => content)).toEqual(['mine']);
});
