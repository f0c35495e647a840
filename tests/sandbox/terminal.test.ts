import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  EmbedBuilder,
  LabelBuilder,
  MessageFlags,
  ModalBuilder,
  SlashCommandBuilder,
  StringSelectMenuBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';
import { expect, onTestFinished, test } from 'vitest';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { runTerminal } from '../../src/sandbox/terminal/terminal.ts';
import { call } from './raw-call.ts';
import { botOnSandbox, sandboxForTest } from './test-bot.ts';

/** What stands on the terminal when all lines have been typed into it. */
async function type(
  sandbox: Sandbox,
  lines: readonly string[],
  color = false,
  folder = '.',
): Promise<string> {
  const output = new PassThrough();
  const chunks: string[] = [];
  output.on('data', (chunk) => chunks.push(String(chunk)));
  const input = Readable.from([lines.map((line) => `${line}\n`).join('')]);
  await runTerminal({ sandbox, input, output, color, folder });
  return chunks.join('');
}

const ask = new SlashCommandBuilder()
  .setName('ask')
  .setDescription('Ask')
  .addStringOption((option) => option.setName('question').setDescription('What').setRequired(true))
  .addStringOption((option) => option.setName('speaker').setDescription('Who'))
  .toJSON();

test('each piped line is answered before the next one is read', async () => {
  const { sandbox } = await botOnSandbox({
    onMessage: async (message) => {
      await new Promise((resolve) => setTimeout(resolve, message.content === 'slow' ? 60 : 1));
      await message.reply(`re: ${message.content}`);
    },
  });
  expect(await type(sandbox, ['slow', 'quick'])).toBe(
    ['Robin> slow', 'Verbatim #2', '  re: slow', 'Robin> quick', 'Verbatim #4', '  re: quick', ''].join('\n'),
  );
});

test('a slash command takes free text and named options, and shows an embed as readable text', async () => {
  const { sandbox } = await botOnSandbox({
    commands: [ask],
    onInteraction: (interaction) => {
      if (!interaction.isChatInputCommand()) return undefined;
      const embed = new EmbedBuilder()
        .setAuthor({ name: 'Xi Jinping' })
        .setDescription('“A **star** \\*is\\* \\_born\\_”')
        .addFields({
          name: 'Asked',
          value: `${interaction.options.getString('question')} of ${interaction.options.getString('speaker')}`,
        })
        .setFooter({ text: 'paragraph 3' });
      return interaction.reply({ embeds: [embed], flags: MessageFlags.Ephemeral });
    },
  });
  const shown = await type(sandbox, [
    '/ask what about the moon? speaker:Xi Jinping',
    '/ask',
    '/nothing at all',
  ]);
  expect(shown).toBe(
    [
      'Robin> /ask what about the moon? speaker:Xi Jinping',
      'Verbatim #1 · only you can see this',
      '  ▎ Xi Jinping',
      '  ▎ “A star *is* _born_”',
      '  ▎ Asked: what about the moon? of Xi Jinping',
      '  ▎ paragraph 3',
      'Robin> /ask',
      '"question" is required',
      'Robin> /nothing at all',
      'There is no command /nothing for you here',
      '',
    ].join('\n'),
  );
});

test('numbered buttons and menus can be used, and a form is asked field by field', async () => {
  const { sandbox } = await botOnSandbox({
    onMessage: (message) =>
      message.reply({
        content: 'Choose',
        components: [
          new ActionRowBuilder<ButtonBuilder>().addComponents(
            new ButtonBuilder().setCustomId('why').setLabel('Why').setStyle(ButtonStyle.Primary),
            new ButtonBuilder().setLabel('Site').setURL('https://example.com').setStyle(ButtonStyle.Link),
          ),
          new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(
            new StringSelectMenuBuilder()
              .setCustomId('pick')
              .addOptions({ label: 'Red', value: 'r' }, { label: 'Blue', value: 'b' }),
          ),
        ],
      }),
    onInteraction: async (interaction) => {
      if (interaction.isStringSelectMenu()) await interaction.reply(`picked ${interaction.values.join()}`);
      if (interaction.isModalSubmit())
        await interaction.reply(`because ${interaction.fields.getTextInputValue('reason')}`);
      if (!interaction.isButton()) return;
      const input = new TextInputBuilder()
        .setCustomId('reason')
        .setStyle(TextInputStyle.Short)
        .setMinLength(3);
      const label = new LabelBuilder().setLabel('Reason').setTextInputComponent(input);
      await interaction.showModal(
        new ModalBuilder().setCustomId('f').setTitle('Tell').addLabelComponents(label),
      );
    },
  });
  const shown = await type(sandbox, ['hi', '2 2', '1', 'no', 'it is so', '#2 1', '.']);
  expect(shown.split('\n').slice(1)).toEqual([
    'Verbatim #2',
    '  Choose',
    '  [1] Why  Site: https://example.com',
    '  [2] … ▾',
    'Robin> 2 2',
    'Verbatim #3',
    '  picked b',
    'Robin> 1',
    'Tell – one line for each field, an empty line keeps what stands there, "." cancels:',
    'Reason: no',
    '"Reason" must have at least 3 characters',
    'Reason: it is so',
    'Verbatim #4',
    '  because it is so',
    'Robin> #2 1',
    'Tell – one line for each field, an empty line keeps what stands there, "." cancels:',
    'Reason: .',
    'The form was closed.',
    '',
  ]);
});

test('one can be somebody else, go elsewhere, and use the menu of a message', async () => {
  const { sandbox } = await botOnSandbox({
    commands: [{ name: 'Answer this', type: 3 }],
    onInteraction: (interaction) =>
      interaction.isMessageContextMenuCommand() &&
      interaction.reply(`on ${interaction.targetMessage.content}`),
  });
  const shown = await type(sandbox, [
    'as moderator',
    'in general',
    'as far as I know',
    '!1',
    '!1 Answer this',
    '!9 Answer this',
  ]);
  expect(shown).toBe(
    [
      'Robin> as moderator',
      'You are Ines now.',
      'Ines> in general',
      'You are in #general now.',
      'Ines general> as far as I know',
      'Ines general> !1',
      'Commands for message #1: Answer this.',
      'Ines general> !1 Answer this',
      'Verbatim #2',
      '  on as far as I know',
      'Ines general> !9 Answer this',
      'There is no message #9.',
      '',
    ].join('\n'),
  );
});

test('text of a message cannot steer the terminal', async () => {
  const { sandbox } = await botOnSandbox({
    onMessage: (message) => message.reply('\u001b[2J\u009b31mred\u202e'),
  });
  const shown = await type(sandbox, ['hi'], true);
  expect(shown).toContain('\ufffd[2J\ufffd31mred\ufffd');
  expect(shown).not.toContain('\u001b[2J');
});

test('people, files and yes or no are given by name, path and letter', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sandbox-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'said.txt'), 'was said');
  const add = new SlashCommandBuilder()
    .setName('add')
    .setDescription('Add')
    .addAttachmentOption((option) => option.setName('file').setDescription('Text').setRequired(true))
    .addUserOption((option) => option.setName('by').setDescription('Who'))
    .addChannelOption((option) => option.setName('to').setDescription('Where'))
    .toJSON();
  const { sandbox, errors } = await botOnSandbox({
    commands: [add],
    onInteraction: async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      const { options } = interaction;
      const file = options.getAttachment('file', true);
      const text = await (await fetch(file.url)).text();
      const to = options.getChannel('to');
      await interaction.reply(
        [text, file.contentType, options.getUser('by')?.username, to?.name].join(' | '),
      );
    },
  });
  const shown = await type(
    sandbox,
    ['in general', '/add said.txt by:Ines to:#rules', '/add nowhere.txt', '/add said.txt by:Nobody'],
    false,
    folder,
  );
  expect(shown.split('\n').slice(2)).toEqual([
    'Robin general> /add said.txt by:Ines to:#rules',
    'Verbatim #1',
    '  was said | text/plain; charset=utf-8 | ines | rules',
    'Robin general> /add nowhere.txt',
    'The file nowhere.txt cannot be read.',
    'Robin general> /add said.txt by:Nobody',
    'There is nobody and nothing called "Nobody" here.',
    '',
  ]);
  expect(errors).toEqual([]);
});

test('without a bot it says so, and ends all the same', async () => {
  const sandbox = await sandboxForTest({ patienceMs: 30 });
  expect(await type(sandbox, ['hello?'])).toBe(
    ['Verbatim is not there (yet).', 'Robin> hello?', 'No answer came.', ''].join('\n'),
  );
});

test('every kind of field of a form can be filled in, and of a menu chosen from', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sandbox-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'said.txt'), 'was said');
  const options = [
    { label: 'Red', value: 'red', description: 'warm' },
    { label: 'Blue', value: 'blue' },
  ];
  const labelled = (label: string, component: object) => ({ type: 18, label, component });
  const components = [
    { type: 10, content: 'Please' },
    labelled('Text', { type: 4, custom_id: 'text', style: 2, required: false, value: 'as it was' }),
    labelled('Colours', { type: 22, custom_id: 'colours', options }),
    labelled('Sure', { type: 23, custom_id: 'sure' }),
    labelled('Paper', { type: 19, custom_id: 'paper' }),
  ];
  const { sandbox, errors } = await botOnSandbox({
    commands: [{ name: 'form', description: 'Fill in' }],
    onMessage: (message) =>
      message.reply({
        flags: MessageFlags.IsComponentsV2,
        components: [
          { type: 10, content: 'Who?' },
          { type: 1, components: [{ type: 5, custom_id: 'who', placeholder: 'Somebody' }] },
        ],
      }),
    onInteraction: async (interaction) => {
      if (interaction.isUserSelectMenu()) {
        await interaction.update({ components: [{ type: 10, content: `${interaction.users.first()}` }] });
      }
      if (interaction.isModalSubmit()) {
        const { fields } = interaction;
        const file = fields.getUploadedFiles('paper')?.first();
        const said = [
          fields.getTextInputValue('text'),
          fields.getCheckboxGroup('colours').join('+'),
          fields.getCheckbox('sure'),
          file?.name,
        ];
        await interaction.reply(said.join(' | '));
      }
      if (!interaction.isChatInputCommand()) return;
      const path = `/interactions/${interaction.id}/${interaction.token}/callback`;
      await call(sandbox, 'POST', path, { type: 9, data: { custom_id: 'f', title: 'Form', components } });
    },
  });
  const lines = ['who?', '1', 'Ines', '/form', '', 'Green', '1, Blue', 'y', 'none.txt', 'said.txt'];
  const shown = await type(sandbox, lines, false, folder);
  expect(shown.split('\n').slice(1)).toEqual([
    'Verbatim #2',
    '  Who?',
    '  [1] Somebody ▾',
    'Robin> 1',
    'Somebody: Ines',
    'Verbatim #2 · changed',
    '  @Ines',
    'Robin> /form',
    'Form – one line for each field, an empty line keeps what stands there, "." cancels:',
    'Please',
    'Text (optional) [as it was]: ',
    'Colours – choose by number, several with commas:',
    '  1  Red – warm',
    '  2  Blue',
    'Colours: Green',
    'There is no choice "Green".',
    'Colours: 1, Blue',
    'Sure (optional) – y or n: y',
    'Paper – paths of files, with commas: none.txt',
    'The file none.txt cannot be read.',
    'Paper – paths of files, with commas: said.txt',
    'Verbatim #3',
    '  as it was | red+blue | true | said.txt',
    '',
  ]);
  expect(errors).toEqual([]);
});
