/** A bot with everything a bot can show, its page, and a window on it; all ended after the test. */

import type { ButtonInteraction, ChatInputCommandInteraction, Interaction, Message } from 'discord.js';
import type { BrowserContextOptions } from 'playwright-core';
import { onTestFinished } from 'vitest';
import { servePage } from '../../../src/sandbox/page/serve-page.ts';
import type { Sandbox } from '../../../src/sandbox/sandbox.ts';
import { botOnSandbox } from '../test-bot.ts';
import type { Ground } from './page.test.ts';
import { openWindow, type Window } from './window.ts';

const cities = ['Lima', 'Lagos', 'Łódź', 'Quito'];
const colours = [
  { label: 'Red', value: 'red', description: 'warm' },
  { label: 'Blue', value: 'blue', default: true },
  { label: 'Green', value: 'green' },
];

export const commands = [
  {
    name: 'travel',
    description: 'Say where to',
    options: [
      { type: 3, name: 'city', description: 'Any city', required: true, autocomplete: true },
      { type: 3, name: 'by', description: 'How', choices: [{ name: 'By train', value: 'train' }] },
      { type: 5, name: 'tonight', description: 'At once?' },
      { type: 6, name: 'with', description: 'Company' },
      { type: 7, name: 'from', description: 'Where you are' },
      { type: 8, name: 'group', description: 'Everybody of a role' },
      { type: 4, name: 'days', description: 'How long', min_value: 1, max_value: 9 },
    ],
  },
  {
    name: 'shelf',
    description: 'A shelf',
    options: [
      {
        type: 1,
        name: 'put',
        description: 'Put a file on it',
        options: [{ type: 11, name: 'file', description: 'A text', required: true }],
      },
      { type: 1, name: 'list', description: 'See what is there' },
    ],
  },
  { name: 'panel', description: 'Buttons and menus' },
  { name: 'form', description: 'Fill in' },
  { name: 'whisper', description: 'Something private' },
  { name: 'slow', description: 'Takes its time' },
  { name: 'stuck', description: 'Never answers' },
  { type: 3, name: 'Echo this' },
  { type: 2, name: 'Wave' },
];

const labelled = (label: string, component: object) => ({ type: 18, label, component });

const form = {
  custom_id: 'form',
  title: 'All there is',
  components: [
    labelled('Words', { type: 4, custom_id: 'words', style: 2, max_length: 20, value: 'prefilled' }),
    labelled('Colour', { type: 3, custom_id: 'colour', options: colours }),
    labelled('One', { type: 21, custom_id: 'one', options: colours, required: false }),
    labelled('Some', { type: 22, custom_id: 'some', options: colours, min_values: 1, max_values: 2 }),
    labelled('Sure', { type: 23, custom_id: 'sure' }),
  ],
};

const places = {
  custom_id: 'places',
  title: 'Who and where',
  components: [
    { type: 10, content: 'Who **and** where' },
    labelled('Person', { type: 5, custom_id: 'person' }),
    labelled('Role', { type: 6, custom_id: 'role', required: false, min_values: 0 }),
    labelled('Place', { type: 8, custom_id: 'place' }),
    labelled('Paper', { type: 19, custom_id: 'paper', min_values: 1, max_values: 2 }),
  ],
};

const panel = {
  embeds: [{ title: 'Panel', description: 'Press **something**', color: 0x3f58d6 }],
  components: [
    {
      type: 1,
      components: [
        { type: 2, style: 1, label: 'Count 0', custom_id: 'count:0' },
        { type: 2, style: 2, label: 'Second form', custom_id: 'places' },
        { type: 2, style: 4, label: 'Delete', custom_id: 'delete' },
        { type: 2, style: 2, label: 'Off', custom_id: 'off', disabled: true },
        { type: 2, style: 5, label: 'Elsewhere', url: 'https://example.org/' },
      ],
    },
    { type: 1, components: [{ type: 3, custom_id: 'pick', placeholder: 'Pick one', options: colours }] },
    {
      type: 1,
      components: [
        {
          type: 3,
          custom_id: 'mix',
          placeholder: 'Mix some',
          min_values: 1,
          max_values: 2,
          options: colours.map(({ label, value }) => ({ label, value })),
        },
      ],
    },
    { type: 1, components: [{ type: 5, custom_id: 'who', placeholder: 'Pick somebody' }] },
  ],
};

async function run(interaction: ChatInputCommandInteraction): Promise<unknown> {
  switch (interaction.commandName) {
    case 'travel': {
      const told = interaction.options.data.map(({ name, value }) => `${name}=${value}`);
      return interaction.reply(told.join(' '));
    }
    case 'shelf': {
      const file =
        interaction.options.getSubcommand() === 'put' && interaction.options.getAttachment('file', true);
      if (!file) return interaction.reply('empty');
      return interaction.reply(`${file.name}: ${await (await fetch(file.url)).text()}`);
    }
    case 'panel':
      return interaction.reply(panel);
    case 'whisper':
      return interaction.reply({ content: 'for you alone', flags: 64 });
    case 'slow':
      await interaction.deferReply();
      return;
    default:
      return;
  }
}

async function press(interaction: ButtonInteraction): Promise<unknown> {
  const [what, count] = interaction.customId.split(':');
  if (what === 'places') return interaction.showModal(places as never);
  if (what === 'delete') {
    await interaction.deferUpdate();
    return interaction.deleteReply();
  }
  const next = JSON.parse(
    JSON.stringify(panel).replaceAll(/ount[ :]0/g, (old) => old.replace('0', String(Number(count) + 1))),
  );
  return interaction.update(next);
}

export interface Showcase {
  readonly sandbox: Sandbox;
  readonly address: string;
  readonly interactions: Interaction[];
  readonly errors: readonly Error[];
  /** Ends everything but the windows. */
  stop(): Promise<void>;
  /** Opens a window, as somebody somewhere: "member/general". */
  window(where: string, options?: BrowserContextOptions): Promise<Window>;
}

export async function openShowcase(ground: Ground): Promise<Showcase> {
  const interactions: Interaction[] = [];
  const { sandbox, client, errors } = await botOnSandbox({
    commands,
    sandbox: { responseMs: 600 },
    onMessage: async (message: Message) => {
      if (message.content === 'type' && message.channel.isSendable()) await message.channel.sendTyping();
      if (message.content.startsWith('answer'))
        await message.reply({ content: `**heard** ${message.content}` });
    },
    onInteraction: async (interaction) => {
      interactions.push(interaction);
      if (interaction.isAutocomplete()) {
        const typed = interaction.options.getFocused().toLowerCase();
        const fitting = cities.filter((city) => city.toLowerCase().startsWith(typed));
        return interaction.respond(fitting.map((name) => ({ name: `${name} (city)`, value: name })));
      }
      if (interaction.isChatInputCommand()) {
        return interaction.commandName === 'form' ? interaction.showModal(form as never) : run(interaction);
      }
      if (interaction.isButton()) return press(interaction);
      if (interaction.isAnySelectMenu()) return interaction.reply(`chosen ${interaction.values.join('+')}`);
      if (interaction.isMessageContextMenuCommand()) {
        return interaction.reply(`echo: ${interaction.targetMessage.content}`);
      }
      if (interaction.isUserContextMenuCommand())
        return interaction.reply(`waves at ${interaction.targetUser.username}`);
      if (interaction.isModalSubmit()) return interaction.reply('thanks for the form');
      return undefined;
    },
  });
  const page = servePage(sandbox, ground.folder);
  if (!page) throw new Error('The page is not there');
  onTestFinished(() => page.close());
  return {
    sandbox,
    address: page.address,
    interactions,
    errors,
    async stop() {
      await client.destroy();
      page.close();
      await sandbox.close();
    },
    window: (where, options) => openWindow(ground.browser, `${page.address}#${where}`, options),
  };
}
