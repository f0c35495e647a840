import { expect, test } from 'vitest';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { call } from './raw-call.ts';
import { botOnSandbox, sandboxForTest } from './test-bot.ts';

const long = (length: number) => 'x'.repeat(length);
const button = (customId: string) => ({
  type: 2,
  style: 1,
  label: customId.slice(0, 80),
  custom_id: customId,
});
const row = (...components: object[]) => ({ type: 1, components });
const select = (count: number, more: object = {}) => ({
  type: 3,
  custom_id: 'pick',
  options: Array.from({ length: count }, (_, index) => ({ label: `o${index}`, value: `v${index}` })),
  ...more,
});
const text = (content: string) => ({ type: 10, content });
const v2 = 1 << 15;

const post = (sandbox: Sandbox, body: object) =>
  call(sandbox, 'POST', `/channels/${sandbox.channelId('general')}/messages`, body);

test.for<[string, object]>([
  ['2000 characters', { content: long(2000) }],
  ['a full embed', { embeds: [{ title: long(256), description: long(4096), footer: { text: long(1600) } }] }],
  ['ten embeds', { embeds: Array.from({ length: 10 }, () => ({ description: 'x' })) }],
  [
    'five rows of five buttons',
    {
      content: 'x',
      components: [0, 1, 2, 3, 4].map((r) => row(...[0, 1, 2, 3, 4].map((b) => button(`${r}-${b}`)))),
    },
  ],
  ['a select of 25', { content: 'x', components: [row(select(25, { max_values: 25 }))] }],
  [
    'forty new components',
    { flags: v2, components: Array.from({ length: 40 }, (_, index) => text(`t${index}`)) },
  ],
])('a message with %s is taken', async ([, body]) => {
  const sandbox = await sandboxForTest();
  expect(await post(sandbox, body)).toMatchObject({ status: 200 });
});

test.for<[string, object, string, string]>([
  ['2001 characters', { content: long(2001) }, 'content', 'BASE_TYPE_MAX_LENGTH'],
  [
    'eleven embeds',
    { embeds: Array.from({ length: 11 }, () => ({ description: 'x' })) },
    'embeds',
    'BASE_TYPE_MAX_LENGTH',
  ],
  ['an empty embed', { embeds: [{}] }, 'embeds.0.description', 'BASE_TYPE_REQUIRED'],
  ['a long title', { embeds: [{ title: long(257) }] }, 'embeds.0.title', 'BASE_TYPE_MAX_LENGTH'],
  [
    'a long description',
    { embeds: [{ description: long(4097) }] },
    'embeds.0.description',
    'BASE_TYPE_MAX_LENGTH',
  ],
  [
    'a long footer',
    { embeds: [{ footer: { text: long(2049) } }] },
    'embeds.0.footer.text',
    'BASE_TYPE_MAX_LENGTH',
  ],
  [
    'a long author',
    { embeds: [{ author: { name: long(257) } }] },
    'embeds.0.author.name',
    'BASE_TYPE_MAX_LENGTH',
  ],
  [
    'a field of blanks',
    { embeds: [{ fields: [{ name: ' ', value: 'x' }] }] },
    'embeds.0.fields.0.name',
    'BASE_TYPE_MIN_LENGTH',
  ],
  [
    'a long field',
    { embeds: [{ fields: [{ name: 'x', value: long(1025) }] }] },
    'embeds.0.fields.0.value',
    'BASE_TYPE_MAX_LENGTH',
  ],
  [
    '26 fields',
    { embeds: [{ fields: Array.from({ length: 26 }, () => ({ name: 'x', value: 'x' })) }] },
    'embeds.0.fields',
    'BASE_TYPE_MAX_LENGTH',
  ],
  [
    '6001 characters of embeds',
    { embeds: [{ description: long(4096) }, { description: long(1905) }] },
    'embeds.1',
    'MAX_EMBED_SIZE_EXCEEDED',
  ],
  [
    'six rows',
    { content: 'x', components: Array.from({ length: 6 }, (_, index) => row(button(`${index}`))) },
    'components',
    'BASE_TYPE_MAX_LENGTH',
  ],
  [
    'six buttons in a row',
    { content: 'x', components: [row(...[1, 2, 3, 4, 5, 6].map((n) => button(`${n}`)))] },
    'components.0.components',
    'BASE_TYPE_MAX_LENGTH',
  ],
  [
    'a select beside a button',
    { content: 'x', components: [row(button('a'), select(2))] },
    'components.0.components.1',
    'COMPONENT_LAYOUT_WIDTH_EXCEEDED',
  ],
  [
    'a custom id twice',
    { content: 'x', components: [row(button('a')), row(button('a'))] },
    'components.1.components.0.custom_id',
    'COMPONENT_CUSTOM_ID_DUPLICATED',
  ],
  [
    'a long custom id',
    { content: 'x', components: [row(button(long(101)))] },
    'components.0.components.0.custom_id',
    'BASE_TYPE_MAX_LENGTH',
  ],
  [
    'a button without a label',
    { content: 'x', components: [row({ type: 2, style: 1, custom_id: 'a' })] },
    'components.0.components.0.label',
    'BASE_TYPE_REQUIRED',
  ],
  [
    '26 options',
    { content: 'x', components: [row(select(26))] },
    'components.0.components.0.options',
    'BASE_TYPE_MAX_LENGTH',
  ],
  [
    'more to choose than there is',
    { content: 'x', components: [row(select(2, { max_values: 3 }))] },
    'components.0.components.0.options',
    'BASE_TYPE_BAD_LENGTH',
  ],
  [
    '41 new components',
    { flags: v2, components: Array.from({ length: 41 }, (_, index) => text(`t${index}`)) },
    'components',
    'BASE_TYPE_MAX_LENGTH',
  ],
  [
    'content beside new components',
    { flags: v2, content: 'x', components: [text('x')] },
    'flags',
    'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
  ],
  [
    'new components without their flag',
    { content: 'x', components: [text('x')] },
    'components.0.type',
    'BASE_TYPE_CHOICES',
  ],
  ['a long nonce', { content: 'x', nonce: long(26) }, 'nonce', 'BASE_TYPE_MAX_LENGTH'],
  [
    'both ways of allowing mentions',
    { content: 'x', allowed_mentions: { parse: ['users'], users: ['1'] } },
    'allowed_mentions',
    'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
  ],
  [
    'a reply to nothing',
    { content: 'x', message_reference: { message_id: '123456789012345678' } },
    'message_reference',
    'REPLIES_UNKNOWN_MESSAGE',
  ],
])('a message with %s is refused at its place', async ([, body, path, code]) => {
  const sandbox = await sandboxForTest();
  const answer = await post(sandbox, body);
  expect(answer).toMatchObject({ status: 400, body: { code: 50035, message: 'Invalid Form Body' } });
  const { errors } = answer.body as { errors: unknown };
  const place = path
    .split('.')
    .reduce<unknown>((level, key) => (level as Record<string, unknown>)?.[key], errors);
  expect(place, JSON.stringify(errors)).toMatchObject({ _errors: [{ code }] });
  expect(sandbox.allMessages).toEqual([]);
});

test('nothing at all is refused as empty, also when an edit leaves nothing', async () => {
  const sandbox = await sandboxForTest();
  expect(await post(sandbox, { content: '   ' })).toMatchObject({ status: 400, body: { code: 50006 } });
  const { body } = await post(sandbox, { content: ' something ' });
  const { id, content } = body as { id: string; content: string };
  expect(content).toBe('something');
  const path = `/channels/${sandbox.channelId('general')}/messages/${id}`;
  expect(await call(sandbox, 'PATCH', path, { content: '' })).toMatchObject({ body: { code: 50006 } });
  expect(await call(sandbox, 'PATCH', path, { content: '', embeds: [{ title: 'x' }] })).toMatchObject({
    status: 200,
  });
  expect(sandbox.allMessages).toMatchObject([{ content: '', embeds: [{ title: 'x' }] }]);
});

const command = (more: object = {}) => ({ name: 'ask', description: 'Ask', ...more });
const option = (name: string, more: object = {}) => ({ type: 3, name, description: 'x', ...more });

test.for<[string, unknown]>([
  ['capitals', [command({ name: 'Ask' })]],
  ['a space', [command({ name: 'ask me' })]],
  ['33 characters', [command({ name: long(33) })]],
  ['no description', [command({ description: '' })]],
  ['101 characters of description', [command({ description: long(101) })]],
  ['a name twice', [command(), command()]],
  ['26 options', [command({ options: Array.from({ length: 26 }, (_, index) => option(`o${index}`)) })]],
  ['a required option after others', [command({ options: [option('a'), option('b', { required: true })] })]],
  ['an option twice', [command({ options: [option('a'), option('a')] })]],
  [
    '26 choices',
    [
      command({
        options: [
          option('a', {
            choices: Array.from({ length: 26 }, (_, index) => ({ name: `c${index}`, value: `c${index}` })),
          }),
        ],
      }),
    ],
  ],
  [
    'choices and autocompletion',
    [command({ options: [option('a', { autocomplete: true, choices: [{ name: 'x', value: 'x' }] })] })],
  ],
  [
    'a subcommand beside an option',
    [command({ options: [option('a'), { type: 1, name: 'b', description: 'x' }] })],
  ],
  [
    'a group within a group',
    [
      command({
        options: [
          {
            type: 2,
            name: 'g',
            description: 'x',
            options: [{ type: 2, name: 'h', description: 'x', options: [] }],
          },
        ],
      }),
    ],
  ],
  ['an unknown language', [command({ name_localizations: { xx: 'ask' } })]],
  ['a described menu', [{ type: 3, name: 'Answer this', description: 'x' }]],
  ['101 slash commands', Array.from({ length: 101 }, (_, index) => command({ name: `c${index}` }))],
  ['16 menus', Array.from({ length: 16 }, (_, index) => ({ type: 3, name: `M ${index}` }))],
  [
    'more than 8000 characters',
    [
      command({
        options: Array.from({ length: 25 }, (_, index) =>
          option(`o${index}`, {
            description_localizations: { de: long(100) },
            choices: Array.from({ length: 25 }, (_each, n) => ({ name: long(10), value: `${n}${long(10)}` })),
          }),
        ),
      }),
    ],
  ],
])('a list of commands with %s is refused', async ([, body]) => {
  const sandbox = await sandboxForTest();
  const path = `/applications/${sandbox.applicationId}/commands`;
  expect(await call(sandbox, 'PUT', path, body)).toMatchObject({ status: 400, body: { code: 50035 } });
  expect(await call(sandbox, 'GET', path)).toEqual({ status: 200, body: [] });
});

test('a list of commands replaces the one before, and known ones keep their ids', async () => {
  const sandbox = await sandboxForTest();
  const path = `/applications/${sandbox.applicationId}/commands`;
  const put = async (list: object[]) =>
    (await call(sandbox, 'PUT', path, list)).body as { id: string; name: string; version: string }[];
  const first = await put([
    command({ description_localizations: { de: 'Frag' } }),
    { type: 3, name: 'Answer this' },
  ]);
  const second = await put([command({ description: 'Ask away' }), command({ name: 'new' })]);
  expect(second.map(({ name }) => name)).toEqual(['ask', 'new']);
  expect(second[0]?.id).toBe(first[0]?.id);
  expect(second[0]?.version).not.toBe(first[0]?.version);
  const third = await put([command({ description: 'Ask away' })]);
  expect(third[0]?.version).toBe(second[0]?.version);
  expect(await call(sandbox, 'DELETE', `${path}/${third[0]?.id}`)).toMatchObject({ status: 204 });
  expect(await call(sandbox, 'GET', path)).toEqual({ status: 200, body: [] });
});

test.for<[string, object]>([
  ['no field', { custom_id: 'f', title: 'T', components: [] }],
  [
    'six fields',
    {
      custom_id: 'f',
      title: 'T',
      components: Array.from({ length: 6 }, (_, n) => ({
        type: 18,
        label: 'L',
        component: { type: 4, style: 1, custom_id: `${n}` },
      })),
    },
  ],
  [
    'a long title',
    {
      custom_id: 'f',
      title: long(46),
      components: [{ type: 18, label: 'L', component: { type: 4, style: 1, custom_id: 'a' } }],
    },
  ],
  [
    'a long label',
    {
      custom_id: 'f',
      title: 'T',
      components: [{ type: 18, label: long(46), component: { type: 4, style: 1, custom_id: 'a' } }],
    },
  ],
  ['a bare field', { custom_id: 'f', title: 'T', components: [{ type: 4, style: 1, custom_id: 'a' }] }],
  [
    'a custom id twice',
    {
      custom_id: 'f',
      title: 'T',
      components: ['a', 'a'].map((id) => ({
        type: 18,
        label: 'L',
        component: { type: 4, style: 1, custom_id: id },
      })),
    },
  ],
])('a form with %s is refused, and the interaction can still be answered', async ([, data]) => {
  const answers: number[] = [];
  const { sandbox } = await botOnSandbox({
    commands: [command()],
    onInteraction: async ({ id, token }) => {
      const path = `/interactions/${id}/${token}/callback`;
      const { status, body } = await call(sandbox, 'POST', path, { type: 9, data });
      answers.push(status, (body as { code: number }).code);
      await call(sandbox, 'POST', path, { type: 4, data: { content: 'sorry' } });
    },
  });
  const outcome = await sandbox.as('member').runCommand(sandbox.channelId('general'), 'ask');
  expect(outcome).toMatchObject({ kind: 'replied', message: { content: 'sorry' } });
  expect(answers).toEqual([400, 50035]);
});

test('one command can be registered, replaced and asked for by itself', async () => {
  const sandbox = await sandboxForTest();
  const path = `/applications/${sandbox.applicationId}/commands`;
  const german = { description_localizations: { de: 'Frag' } };
  const made = await call(sandbox, 'POST', path, command(german));
  expect(made).toMatchObject({ status: 201, body: { name: 'ask', ...german } });
  const { id } = made.body as { id: string };
  expect(await call(sandbox, 'POST', path, command({ ...german, description: 'New' }))).toMatchObject({
    status: 200,
    body: { id, description: 'New' },
  });
  expect(await call(sandbox, 'GET', `${path}/${id}`)).toMatchObject({ body: german });
  const listed = await call(sandbox, 'GET', path);
  expect(listed.body).toMatchObject([{ id, description: 'New' }]);
  expect(JSON.stringify(listed.body)).not.toContain('Frag');
  expect(JSON.stringify((await call(sandbox, 'GET', `${path}?with_localizations=true`)).body)).toContain(
    'Frag',
  );
  expect(await call(sandbox, 'DELETE', `${path}/123456789012345678`)).toMatchObject({
    body: { code: 10063 },
  });
  expect(await call(sandbox, 'GET', '/applications/123456789012345678/commands')).toMatchObject({
    status: 403,
  });
});

test('what messages cannot carry here is refused loudly', async () => {
  const sandbox = await sandboxForTest();
  expect(await post(sandbox, { content: 'x', poll: {} })).toMatchObject({
    status: 501,
    body: { message: expect.stringContaining('"poll"') },
  });
});

test('new components nest and are numbered', async () => {
  const sandbox = await sandboxForTest();
  const image = { media: { url: 'https://example.com/a.png' } };
  const components = [
    {
      type: 17,
      accent_color: 255,
      components: [
        text('# Title'),
        {
          type: 9,
          components: [text('beside')],
          accessory: { type: 2, style: 5, label: 'Read', url: 'https://example.com' },
        },
        { type: 12, items: [image] },
        { type: 14, divider: true },
        row(button('go')),
      ],
    },
  ];
  expect(await post(sandbox, { flags: v2, components })).toMatchObject({ status: 200 });
  const ids = JSON.stringify(sandbox.allMessages[0]?.components).match(/"id":\d+/g);
  expect(ids).toHaveLength(9);
  expect(new Set(ids).size).toBe(9);
  const { id } = sandbox.allMessages[0] ?? { id: '' };
  const path = `/channels/${sandbox.channelId('general')}/messages/${id}`;
  expect(await call(sandbox, 'PATCH', path, { content: 'x' })).toMatchObject({ body: { code: 50035 } });
  expect(await call(sandbox, 'PATCH', path, { components: [text('shorter')] })).toMatchObject({
    status: 200,
  });
});
