import type { Interaction, ModalSubmitInteraction } from 'discord.js';
import { expect, test } from 'vitest';
import type { FormValue } from '../../src/sandbox/visitor/visitor.ts';
import { call } from './raw-call.ts';
import { botOnSandbox } from './test-bot.ts';

const options = [
  { label: 'Red', value: 'red', description: 'warm' },
  { label: 'Blue', value: 'blue', default: true },
];
const labelled = (label: string, component: object) => ({ type: 18, label, component });
const everything = [
  labelled('Words', { type: 4, custom_id: 'words', style: 2, max_length: 20, value: 'prefilled' }),
  labelled('Colour', { type: 3, custom_id: 'colour', options }),
  labelled('One', { type: 21, custom_id: 'one', options, required: false }),
  labelled('Some', { type: 22, custom_id: 'some', options, min_values: 1, max_values: 2 }),
  labelled('Sure', { type: 23, custom_id: 'sure' }),
];
const others = [
  { type: 10, content: 'Who and where' },
  labelled('Person', { type: 5, custom_id: 'person' }),
  labelled('Role', { type: 6, custom_id: 'role', required: false, min_values: 0 }),
  labelled('Place', { type: 8, custom_id: 'place' }),
  labelled('Paper', { type: 19, custom_id: 'paper', min_values: 1, max_values: 2 }),
];

/** A bot that opens a form on /form and keeps what is sent in. */
async function botWithForm(components: readonly object[]) {
  const sent: ModalSubmitInteraction[] = [];
  const { sandbox, errors } = await botOnSandbox({
    commands: [{ name: 'form', description: 'Fill in' }],
    onInteraction: async (interaction: Interaction) => {
      if (interaction.isModalSubmit()) {
        sent.push(interaction);
        await interaction.reply('thanks');
      }
      if (!interaction.isChatInputCommand()) return;
      const data = { custom_id: 'f', title: 'Form', components };
      const path = `/interactions/${interaction.id}/${interaction.token}/callback`;
      expect(await call(sandbox, 'POST', path, { type: 9, data })).toMatchObject({ status: 204 });
    },
  });
  const member = sandbox.as('member');
  const opened = await member.runCommand(sandbox.channelId('general'), 'form');
  if (opened.kind !== 'form') throw new Error(`got ${JSON.stringify(opened)}`);
  const submit = (values: Record<string, FormValue>) => member.submit(opened.form, values);
  return { sandbox, errors, sent, form: opened.form, submit };
}

test('all kinds of fields are read, checked and sent', async () => {
  const { form, submit, sent, errors } = await botWithForm(everything);
  expect(form.fields.map((field) => field.kind)).toEqual([
    'text',
    'select',
    'radio',
    'checkboxes',
    'checkbox',
  ]);
  expect(await submit({ words: 'x'.repeat(21) })).toMatchObject({ kind: 'refused' });
  expect(await submit({ colour: ['green'] })).toMatchObject({ kind: 'refused' });
  expect(await submit({ some: [] })).toEqual({ kind: 'refused', problems: ['"Some" is required'] });
  expect(await submit({ nothing: 'x' })).toEqual({
    kind: 'refused',
    problems: ['There is no field "nothing"'],
  });
  expect(await submit({ colour: ['red'], one: 'red', some: ['red', 'blue'], sure: true })).toMatchObject({
    kind: 'replied',
  });
  const fields = sent[0]?.fields;
  expect(fields?.getTextInputValue('words')).toBe('prefilled');
  expect(fields?.getStringSelectValues('colour')).toEqual(['red']);
  expect(fields?.getRadioGroup('one')).toBe('red');
  expect(fields?.getCheckboxGroup('some')).toEqual(['red', 'blue']);
  expect(fields?.getCheckbox('sure')).toBe(true);
  expect(errors).toEqual([]);
});

test('people, roles, channels and files come resolved', async () => {
  const { sandbox, form, submit, sent, errors } = await botWithForm(others);
  expect(form.fields.map((field) => field.kind)).toEqual(['words', 'people', 'roles', 'channels', 'files']);
  const paper = { filename: 'a.txt', contentType: 'text/plain', data: new TextEncoder().encode('said') };
  const person = [sandbox.personId('moderator')];
  const place = [sandbox.channelId('rules')];
  expect(await submit({ person, place, paper: [] })).toEqual({
    kind: 'refused',
    problems: ['"Paper" is required'],
  });
  expect(await submit({ person, place, paper: [paper] })).toMatchObject({ kind: 'replied' });
  const fields = sent[0]?.fields;
  expect(fields?.getSelectedUsers('person')?.map(({ username }) => username)).toEqual(['ines']);
  expect(
    fields?.getSelectedChannels('place')?.map((channel) => channel && 'name' in channel && channel.name),
  ).toEqual(['rules']);
  const file = fields?.getUploadedFiles('paper')?.first();
  expect(file?.name).toBe('a.txt');
  expect(await (await fetch(file?.url ?? '')).text()).toBe('said');
  expect(errors).toEqual([]);
});
