import { type CommandInteractionOption, SlashCommandBuilder } from 'discord.js';
import { expect, test } from 'vitest';
import type { OptionValue } from '../../src/sandbox/visitor/visitor.ts';
import { botOnSandbox } from './test-bot.ts';

const command = new SlashCommandBuilder()
  .setName('all')
  .setDescription('x')
  .addSubcommandGroup((group) =>
    group
      .setName('kinds')
      .setDescription('x')
      .addSubcommand((sub) =>
        sub
          .setName('of')
          .setDescription('x')
          .addStringOption((o) => o.setName('text').setDescription('x').setMinLength(2).setMaxLength(5))
          .addStringOption((o) =>
            o.setName('choice').setDescription('x').addChoices({ name: 'The first', value: '1st' }),
          )
          .addIntegerOption((o) => o.setName('whole').setDescription('x').setMinValue(1).setMaxValue(9))
          .addNumberOption((o) =>
            o.setName('number').setDescription('x').addChoices({ name: 'Pi', value: 3.14 }),
          )
          .addBooleanOption((o) => o.setName('truth').setDescription('x'))
          .addUserOption((o) => o.setName('user').setDescription('x'))
          .addRoleOption((o) => o.setName('role').setDescription('x'))
          .addMentionableOption((o) => o.setName('either').setDescription('x'))
          .addAttachmentOption((o) => o.setName('file').setDescription('x')),
      ),
  )
  .toJSON();

const file = { filename: 'a.txt', contentType: 'text/plain', data: new Uint8Array([65]) };

async function sandboxWithKinds() {
  const got: readonly CommandInteractionOption[][] = [];
  const { sandbox } = await botOnSandbox({
    commands: [command],
    onInteraction: (interaction) => {
      if (!interaction.isChatInputCommand()) return undefined;
      const { options } = interaction;
      (got as CommandInteractionOption[][]).push([...(options.data[0]?.options?.[0]?.options ?? [])]);
      return interaction.reply(`${options.getSubcommandGroup()} ${options.getSubcommand()}`);
    },
  });
  const run = (values: Record<string, OptionValue>, name = 'all kinds of') =>
    sandbox.as('member').runCommand(sandbox.channelId('general'), name, values);
  return { sandbox, got, run };
}

test('every kind of option arrives as discord.js wants it', async () => {
  const { sandbox, got, run } = await sandboxWithKinds();
  const values = {
    text: 'four',
    choice: 'The first',
    whole: '7',
    number: 'Pi',
    truth: 'true',
    user: sandbox.personId('owner'),
    role: sandbox.roleId('news'),
    either: sandbox.roleId('moderators'),
    file,
  };
  expect(await run(values)).toMatchObject({ kind: 'replied', message: { content: 'kinds of' } });
  const read = Object.fromEntries((got[0] ?? []).map((option) => [option.name, option]));
  expect(read).toMatchObject({
    text: { value: 'four' },
    choice: { value: '1st' },
    whole: { value: 7 },
    number: { value: 3.14 },
    truth: { value: true },
    user: { user: { username: 'olga' } },
    role: { role: { name: 'News' } },
    either: { role: { name: 'Moderators' } },
    file: { attachment: { name: 'a.txt', size: 1 } },
  });
});

test.for<[string, Record<string, OptionValue>]>([
  ['too short', { text: 'x' }],
  ['too long', { text: 'xxxxxx' }],
  ['not offered', { choice: 'second' }],
  ['not a number', { whole: 'many' }],
  ['not whole', { whole: 1.5 }],
  ['too large', { whole: 10 }],
  ['not one of the numbers', { number: 3 }],
  ['neither true nor false', { truth: 'maybe' }],
  ['nobody', { user: '123456789012345678' }],
  ['no role', { role: '123456789012345678' }],
  ['neither person nor role', { either: '123456789012345678' }],
  ['no file', { file: 'a.txt' }],
  ['a file where none belongs', { text: file }],
])('what is %s is refused', async ([, values]) => {
  const { got, run } = await sandboxWithKinds();
  expect(await run(values)).toMatchObject({ kind: 'refused', problems: [expect.stringContaining('"')] });
  expect(got).toEqual([]);
});

test('a command with subcommands cannot be run without one', async () => {
  const { run } = await sandboxWithKinds();
  expect(await run({}, 'all')).toMatchObject({ kind: 'refused' });
  expect(await run({}, 'all kinds')).toMatchObject({ kind: 'refused' });
  expect(await run({}, 'all kinds of more')).toMatchObject({ kind: 'refused' });
});
