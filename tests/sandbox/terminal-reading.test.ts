import type { APIApplicationCommand } from 'discord-api-types/v10';
import { expect, test } from 'vitest';
import { colourInk, plainInk } from '../../src/sandbox/terminal/ink.ts';
import { plainText } from '../../src/sandbox/terminal/plain-text.ts';
import { readCommand } from '../../src/sandbox/terminal/read-command.ts';
import { readLine } from '../../src/sandbox/terminal/read-line.ts';

const string = (name: string, required = false) => ({ type: 3, name, description: 'x', required });
const commands = [
  { type: 1, name: 'ask', description: 'x', options: [string('question', true), string('speaker')] },
  { type: 1, name: 'quotes', description: 'x', options: [string('speaker'), string('topic')] },
  {
    type: 1,
    name: 'library',
    description: 'x',
    options: [
      {
        type: 1,
        name: 'add',
        description: 'x',
        options: [string('name', true), { ...string('file', true), type: 11 }],
      },
      { type: 1, name: 'list', description: 'x' },
    ],
  },
  { type: 1, name: 'help', description: 'x' },
] as unknown as APIApplicationCommand[];

test.for<[string, string, Record<string, string>]>([
  ['ask what about the moon?', 'ask', { question: 'what about the moon?' }],
  ['ask what about it speaker:Xi Jinping', 'ask', { question: 'what about it', speaker: 'Xi Jinping' }],
  ['ask speaker:Xi what about the moon', 'ask', { question: 'what about the moon', speaker: 'Xi' }],
  ['ask speaker:"Xi Jinping" what about it', 'ask', { question: 'what about it', speaker: 'Xi Jinping' }],
  ['ask question:why is it 10:30 speaker:Xi', 'ask', { question: 'why is it 10:30', speaker: 'Xi' }],
  ['ask he said: never', 'ask', { question: 'he said: never' }],
  ['quotes Xi', 'quotes', { speaker: 'Xi' }],
  ['quotes topic:the moon', 'quotes', { topic: 'the moon' }],
  ['library add Moon plans file:./moon.txt', 'library add', { name: 'Moon plans', file: './moon.txt' }],
  ['library list', 'library list', {}],
  ['help me', 'help', { me: 'me' }],
  ['unknown words', 'unknown', { words: 'words' }],
])('/%s is read as %s', ([text, name, values]) => {
  expect(readCommand(text, commands)).toMatchObject({ name, values });
});

const known = { people: ['member', 'moderator'], channels: ['general', 'bot'], controls: 2 };

test.for<[string, object]>([
  ['', { kind: 'nothing' }],
  ['as moderator', { kind: 'become', person: 'moderator' }],
  ['as far as I know', { kind: 'say' }],
  ['as nobody', { kind: 'say' }],
  ['in general', { kind: 'go', channel: 'general' }],
  ['in general, what was said?', { kind: 'say' }],
  ['2', { kind: 'use', message: null, control: 2, choice: '' }],
  ['2 1,3', { kind: 'use', message: null, control: 2, choice: '1,3' }],
  ['3', { kind: 'say', text: '3' }],
  ['2 wrongs make a right', { kind: 'say' }],
  ['#4 1 Red', { kind: 'use', message: 4, control: 1, choice: 'Red' }],
  ['#1 fan', { kind: 'say' }],
  ['!3', { kind: 'menu', message: 3, command: '' }],
  ['!3 Answer this', { kind: 'menu', message: 3, command: 'Answer this' }],
  ['!wow', { kind: 'say' }],
  ['>2 no', { kind: 'say', text: 'no', replyTo: 2 }],
  ['/ask x', { kind: 'command', text: 'ask x' }],
])('the line "%s" is understood', ([line, intention]) => {
  expect(readLine(line, known)).toMatchObject(intention);
});

const names = { user: () => 'Robin', role: () => 'News', channel: () => 'general' };
const id = '123456789012345678';

test.for<[string, string]>([
  ['**bold** and _soft_ and ~~gone~~', 'bold and soft and gone'],
  ['\\*not bold\\* \\_nor soft\\_ 2 \\> 1', '*not bold* _nor soft_ 2 > 1'],
  ['> quoted\n> twice\nplain', '│ quoted\n│ twice\nplain'],
  ['# Head\ntext\n-# small', 'Head\ntext\nsmall'],
  ['`a\\*b`', 'a\\*b'],
  [`<@${id}> <@&${id}> <#${id}> </ask:${id}> @everyone`, '@Robin @News #general /ask @everyone'],
  ['[the article](https://example.com/a_b)', 'the article (https://example.com/a_b)'],
  ['https://example.com/a_b_c', 'https://example.com/a_b_c'],
  ['snake_case_word', 'snake_case_word'],
])('%s is shown as text', ([markdown, text]) => {
  expect(plainText(markdown, plainInk, names)).toBe(text);
});

test('on a terminal with colours, weights are shown', () => {
  expect(plainText('**bold**', colourInk, names)).toBe('\u001b[1mbold\u001b[22m');
});
