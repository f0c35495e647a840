import { PassThrough } from 'node:stream';
import { type Message, SlashCommandBuilder } from 'discord.js';
import { expect, test } from 'vitest';
import { runTerminal } from '../../src/sandbox/terminal/terminal.ts';
import { wrap } from '../../src/sandbox/terminal/wrap.ts';
import { type BotBehaviour, botOnSandbox } from './test-bot.ts';

/** A terminal with keys and a screen, on a bot. */
async function sitDown(behaviour: BotBehaviour) {
  const { sandbox } = await botOnSandbox(behaviour);
  const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => undefined });
  const output = Object.assign(new PassThrough(), { columns: 80 });
  let screen = '';
  output.on('data', (chunk) => {
    screen += String(chunk);
  });
  const ended = runTerminal({ sandbox, input, output, color: false });
  const shows = (text: string) => expect.poll(() => screen).toContain(text);
  await shows('Robin> ');
  return { sandbox, type: (keys: string) => input.write(keys), shows, ended, seen: () => screen };
}

const ask = new SlashCommandBuilder()
  .setName('ask')
  .setDescription('Ask')
  .addStringOption((option) => option.setName('question').setDescription('What').setRequired(true))
  .addStringOption((option) => option.setName('speaker').setDescription('Who').setAutocomplete(true))
  .toJSON();

test('Tab completes commands and what the bot suggests, and Ctrl-D ends', async () => {
  const { type, shows, ended } = await sitDown({
    commands: [ask],
    onInteraction: (interaction) => {
      if (interaction.isAutocomplete())
        return interaction.respond([{ name: 'Xi Jinping', value: 'person-1' }]);
      if (!interaction.isChatInputCommand()) return undefined;
      const { options } = interaction;
      return interaction.reply(`${options.getString('question')} by ${options.getString('speaker')}`);
    },
  });
  type('/a\t');
  await shows('/ask ');
  type('the moon speaker:Xi\t');
  await shows('speaker:Xi Jinping');
  type('\n');
  await shows('the moon by person-1');
  type('\u0004');
  await ended;
});

test('Ctrl-D while an answer is on its way ends once it is there', async () => {
  const heard: Message[] = [];
  const { type, shows, ended } = await sitDown({ onMessage: (message) => heard.push(message) });
  type('hello\n');
  await expect.poll(() => heard.length).toBe(1);
  type('\u0004');
  await heard[0]?.reply('there you are');
  await shows('there you are');
  await ended;
});

test('what comes by itself is shown above the line being typed', async () => {
  const { sandbox, type, shows, ended, seen } = await sitDown({});
  type('half a thou');
  sandbox.as('moderator').say(sandbox.channelId('general'), 'hello all');
  await shows('\u001b[2KInes #1 · #general\n');
  await shows('\u001b[2K  hello all\n');
  await expect.poll(() => seen().endsWith('half a thou\u001b[19G')).toBe(true);
  type('\u0003');
  await ended;
});

test('long lines are wrapped inside their margin', () => {
  expect(wrap('  │ one two three four five six', 24)).toEqual(['  │ one two three four', '  │ five six']);
  expect(wrap('\u001b[2m▎\u001b[22m aaaa bbbb cccc dddd eeee', 22)).toEqual([
    '\u001b[2m▎\u001b[22m aaaa bbbb cccc dddd',
    '\u001b[2m▎\u001b[22m eeee',
  ]);
  expect(wrap('x'.repeat(50), 24)).toEqual(['x'.repeat(50)]);
});
