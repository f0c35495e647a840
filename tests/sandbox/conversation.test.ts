import {
  ActionRowBuilder,
  AttachmentBuilder,
  ButtonBuilder,
  ButtonStyle,
  ChannelSelectMenuBuilder,
  ChannelType,
  LabelBuilder,
  MessageFlags,
  ModalBuilder,
  RoleSelectMenuBuilder,
  SlashCommandBuilder,
  StringSelectMenuBuilder,
  TextInputBuilder,
  TextInputStyle,
  UserSelectMenuBuilder,
} from 'discord.js';
import { expect, test } from 'vitest';
import { botOnSandbox } from './test-bot.ts';

const ask = new SlashCommandBuilder()
  .setName('ask')
  .setDescription('Ask')
  .addStringOption((option) =>
    option.setName('question').setDescription('What').setRequired(true).setMaxLength(50),
  )
  .addStringOption((option) => option.setName('speaker').setDescription('Who').setAutocomplete(true))
  .addIntegerOption((option) =>
    option.setName('count').setDescription('How many').setMinValue(1).setMaxValue(9),
  )
  .addUserOption((option) => option.setName('friend').setDescription('For whom'))
  .toJSON();
const menu = { name: 'Answer this', type: 3 };

const row = (...buttons: ButtonBuilder[]) => new ActionRowBuilder<ButtonBuilder>().addComponents(...buttons);
const button = (id: string) =>
  new ButtonBuilder().setCustomId(id).setLabel(id).setStyle(ButtonStyle.Secondary);

test('a direct message reaches the bot and its reply is seen', async () => {
  const { sandbox, errors } = await botOnSandbox({
    onMessage: (message) => message.reply(`You said: ${message.content}`),
  });
  const member = sandbox.as('member');
  const said = member.say(member.openDirectMessage(), 'what about the moon?');
  const answer = await member.answerTo(said);
  expect(answer.content).toBe('You said: what about the moon?');
  expect(answer.message_reference?.message_id).toBe(said.id);
  expect(
    sandbox
      .as('moderator')
      .channels()
      .some(({ id }) => id === said.channel_id),
  ).toBe(false);
  expect(errors).toEqual([]);
  expect(sandbox.unknownRoutes).toEqual([]);
});

test('a slash command carries its options and is answered', async () => {
  const { sandbox, errors } = await botOnSandbox({
    commands: [ask],
    onInteraction: async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      const { options, member, locale, guildLocale, appPermissions } = interaction;
      const friend = options.getMember('friend');
      await interaction.reply(
        [
          options.getString('question'),
          options.getInteger('count'),
          friend !== null && 'id' in friend,
          locale,
          guildLocale,
          member?.permissions !== undefined,
          appPermissions.has('SendMessages'),
        ].join(' | '),
      );
    },
  });
  const outcome = await sandbox.as('member').runCommand(sandbox.channelId('general'), 'ask', {
    question: 'why?',
    count: '3',
    friend: sandbox.personId('moderator'),
  });
  expect(outcome).toMatchObject({
    kind: 'replied',
    message: { content: 'why? | 3 | true | en-US | en-US | true | true', ephemeral: false, type: 20 },
  });
  expect(errors).toEqual([]);
});

test('a wrong option is refused before anything is sent', async () => {
  const { sandbox } = await botOnSandbox({ commands: [ask] });
  const member = sandbox.as('member');
  const run = (options: Record<string, string | number>, name = 'ask') =>
    member.runCommand(sandbox.channelId('general'), name, options);
  expect(await run({})).toEqual({ kind: 'refused', problems: ['"question" is required'] });
  expect(await run({ question: 'x'.repeat(51) })).toMatchObject({ kind: 'refused' });
  expect(await run({ question: 'x', count: 10 })).toMatchObject({ kind: 'refused' });
  expect(await run({ question: 'x', count: 1.5 })).toMatchObject({ kind: 'refused' });
  expect(await run({ question: 'x', colour: 'red' })).toEqual({
    kind: 'refused',
    problems: ['There is no option "colour"'],
  });
  expect(await run({ question: 'x', friend: '123456789012345678' })).toMatchObject({ kind: 'refused' });
  expect(await run({}, 'nothing')).toEqual({
    kind: 'refused',
    problems: ['There is no command /nothing for you here'],
  });
});

test('autocompletion offers choices for what has been typed so far', async () => {
  const { sandbox } = await botOnSandbox({
    commands: [ask],
    onInteraction: (interaction) => {
      if (!interaction.isAutocomplete()) return undefined;
      const typed = interaction.options.getFocused();
      return interaction.respond([{ name: `${typed} Jinping`, value: typed }]);
    },
  });
  const completion = await sandbox
    .as('member')
    .complete(sandbox.channelId('general'), 'ask', { speaker: 'Xi' }, 'speaker');
  expect(completion).toEqual({ kind: 'choices', choices: [{ name: 'Xi Jinping', value: 'Xi' }] });
});

test('a private reply is seen by one person only, and not by the API', async () => {
  const { sandbox, client } = await botOnSandbox({
    commands: [ask],
    onInteraction: (interaction) =>
      interaction.isChatInputCommand() &&
      interaction.reply({ content: 'psst', flags: MessageFlags.Ephemeral }),
  });
  const channelId = sandbox.channelId('general');
  const outcome = await sandbox.as('member').runCommand(channelId, 'ask', { question: 'x' });
  expect(outcome).toMatchObject({ kind: 'replied', message: { ephemeral: true, content: 'psst' } });
  expect(sandbox.as('member').messages(channelId)).toHaveLength(1);
  expect(sandbox.as('moderator').messages(channelId)).toEqual([]);
  const channel = await client.channels.fetch(channelId);
  expect(channel?.isTextBased() && (await channel.messages.fetch()).size).toBe(0);
  sandbox.as('member').dismiss(sandbox.as('member').messages(channelId)[0]?.id ?? '');
  expect(sandbox.as('member').messages(channelId)).toEqual([]);
});

test('what was deferred privately stays private when it is filled in', async () => {
  const { sandbox } = await botOnSandbox({
    commands: [ask],
    onInteraction: async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.deferReply({ flags: MessageFlags.Ephemeral });
      await interaction.editReply('done');
      await interaction.followUp('and more, for all');
    },
  });
  const channelId = sandbox.channelId('general');
  const changes: string[] = [];
  const stop = sandbox.as('member').watch((change) => {
    changes.push(change.kind === 'message-created' && change.message.thinking ? 'thinking' : change.kind);
  });
  const outcome = await sandbox.as('member').runCommand(channelId, 'ask', { question: 'x' });
  expect(outcome).toMatchObject({
    kind: 'replied',
    message: { ephemeral: true, thinking: false, content: 'done' },
  });
  await sandbox.as('moderator').until(() => sandbox.as('moderator').messages(channelId).length === 1);
  expect(sandbox.as('moderator').messages(channelId)[0]?.content).toBe('and more, for all');
  expect(changes).toEqual(['thinking', 'message-edited', 'message-created']);
  stop();
});

test('buttons and selects update, reply and open forms; forms come back', async () => {
  const { sandbox, errors } = await botOnSandbox({
    sandbox: { afterwordMs: 50 },
    onMessage: (message) =>
      message.reply({
        content: 'Choose',
        components: [
          row(button('update'), button('form'), button('quiet'), button('off').setDisabled(true)),
          new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(
            new StringSelectMenuBuilder()
              .setCustomId('pick')
              .addOptions({ label: 'A', value: 'a' }, { label: 'B', value: 'b' }),
          ),
        ],
      }),
    onInteraction: async (interaction) => {
      if (interaction.isStringSelectMenu()) await interaction.reply(`picked ${interaction.values.join()}`);
      if (interaction.isModalSubmit()) {
        const reason = interaction.fields.getTextInputValue('reason');
        if (interaction.isFromMessage()) await interaction.update(`because ${reason}`);
      }
      if (!interaction.isButton()) return;
      if (interaction.customId === 'update') await interaction.update('updated');
      if (interaction.customId === 'quiet') await interaction.deferUpdate();
      if (interaction.customId !== 'form') return;
      const input = new TextInputBuilder()
        .setCustomId('reason')
        .setStyle(TextInputStyle.Paragraph)
        .setMinLength(3);
      const label = new LabelBuilder().setLabel('Why').setTextInputComponent(input);
      await interaction.showModal(
        new ModalBuilder().setCustomId('why').setTitle('Reason').addLabelComponents(label),
      );
    },
  });
  const member = sandbox.as('member');
  const { id } = await member.answerTo(member.say(member.openDirectMessage(), 'hi'));
  expect(await member.press(id, 'update')).toMatchObject({
    kind: 'updated',
    message: { id, content: 'updated' },
  });
  expect(await member.choose(id, 'pick', ['b'])).toMatchObject({
    kind: 'replied',
    message: { content: 'picked b' },
  });
  expect(await member.choose(id, 'pick', ['c'])).toMatchObject({ kind: 'refused' });
  expect(await member.press(id, 'off')).toEqual({ kind: 'refused', problems: ['It is disabled'] });
  expect(await member.press(id, 'quiet')).toEqual({ kind: 'acknowledged' });
  const opened = await member.press(id, 'form');
  if (opened.kind !== 'form') throw new Error(`got ${opened.kind}`);
  expect(opened.form).toMatchObject({
    title: 'Reason',
    fields: [{ kind: 'text', label: 'Why', minLength: 3 }],
  });
  expect(await member.submit(opened.form, { reason: 'no' })).toMatchObject({ kind: 'refused' });
  expect(await member.submit(opened.form, { reason: 'it is so' })).toMatchObject({
    kind: 'updated',
    message: { id, content: 'because it is so' },
  });
  expect(await member.submit(opened.form, { reason: 'again' })).toMatchObject({ kind: 'refused' });
  expect(errors).toEqual([]);
});

test('a message command gets the message it was used on, although the bot may not read the channel', async () => {
  const heard: string[] = [];
  const { sandbox } = await botOnSandbox({
    commands: [menu],
    onMessage: (message) => heard.push(message.content),
    onInteraction: (interaction) =>
      interaction.isMessageContextMenuCommand() && interaction.reply(interaction.targetMessage.content),
  });
  const member = sandbox.as('member');
  const said = member.say(sandbox.channelId('general'), 'Xi said the sky is green');
  const mention = member.say(sandbox.channelId('general'), '@verbatim is it?');
  expect(mention.mentions.map(({ id }) => id)).toEqual([sandbox.botUserId]);
  const outcome = await member.runMessageCommand('Answer this', said.id);
  expect(outcome).toMatchObject({
    kind: 'replied',
    message: { content: 'Xi said the sky is green', type: 23 },
  });
  expect(heard).toEqual(['', `<@${sandbox.botUserId}> is it?`]);
});

test('an interaction nobody answers fails in the words of a client, and its token is dead', async () => {
  let late: Promise<unknown> = Promise.resolve();
  const { sandbox } = await botOnSandbox({
    commands: [ask],
    sandbox: { responseMs: 60 },
    onInteraction: (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      late = new Promise((resolve) => setTimeout(resolve, 120)).then(() => interaction.reply('too late'));
      late.catch(() => undefined);
    },
  });
  const outcome = await sandbox
    .as('member')
    .runCommand(sandbox.channelId('general'), 'ask', { question: 'x' });
  expect(outcome).toEqual({ kind: 'failed', words: 'The application did not respond' });
  await expect(late).rejects.toMatchObject({ code: 10062, status: 404 });
});

test('a menu of a person gets that person', async () => {
  const { sandbox, errors } = await botOnSandbox({
    commands: [{ name: 'Who is this', type: 2 }],
    onInteraction: (interaction) =>
      interaction.isUserContextMenuCommand() &&
      interaction.reply(`${interaction.targetUser.username} ${interaction.targetMember !== null}`),
  });
  const member = sandbox.as('member');
  const channelId = sandbox.channelId('general');
  const outcome = await member.runUserCommand(channelId, 'Who is this', sandbox.personId('moderator'));
  expect(outcome).toMatchObject({ kind: 'replied', message: { content: 'ines true', type: 23 } });
  expect(await member.runUserCommand(channelId, 'Who is this', '123456789012345678')).toMatchObject({
    kind: 'refused',
  });
  expect(errors).toEqual([]);
});

test('menus of people, roles and channels send whom they name along', async () => {
  const chosen: string[] = [];
  const { sandbox, errors } = await botOnSandbox({
    onMessage: (message) =>
      message.reply({
        components: [
          new ActionRowBuilder<UserSelectMenuBuilder>().addComponents(
            new UserSelectMenuBuilder().setCustomId('who'),
          ),
          new ActionRowBuilder<RoleSelectMenuBuilder>().addComponents(
            new RoleSelectMenuBuilder().setCustomId('role'),
          ),
          new ActionRowBuilder<ChannelSelectMenuBuilder>().addComponents(
            new ChannelSelectMenuBuilder()
              .setCustomId('where')
              .setChannelTypes(ChannelType.GuildAnnouncement),
          ),
        ],
      }),
    onInteraction: async (interaction) => {
      if (interaction.isUserSelectMenu()) chosen.push(interaction.users.first()?.username ?? '');
      if (interaction.isRoleSelectMenu()) chosen.push(interaction.roles.first()?.name ?? '');
      if (interaction.isChannelSelectMenu()) chosen.push(String(interaction.channels.first()?.type));
      if (interaction.isAnySelectMenu()) await interaction.update({ content: 'chosen' });
    },
  });
  const member = sandbox.as('member');
  const { id } = await member.answerTo(member.say(sandbox.channelId('general'), '@verbatim choose'));
  await member.choose(id, 'who', [sandbox.personId('owner')]);
  await member.choose(id, 'role', [sandbox.roleId('news')]);
  await member.choose(id, 'where', [sandbox.channelId('announcements')]);
  expect(chosen).toEqual(['olga', 'News', '5']);
  expect(await member.choose(id, 'where', [sandbox.channelId('general')])).toMatchObject({ kind: 'refused' });
  expect(await member.choose(id, 'who', ['123456789012345678'])).toMatchObject({ kind: 'refused' });
  expect(errors).toEqual([]);
});

test('too many suggestions are refused, and the person is told that loading failed', async () => {
  const { sandbox, errors } = await botOnSandbox({
    commands: [ask],
    onInteraction: (interaction) =>
      interaction.isAutocomplete() &&
      interaction.respond(
        Array.from({ length: 26 }, (_, index) => ({ name: `${index}`, value: `${index}` })),
      ),
  });
  const completion = sandbox
    .as('member')
    .complete(sandbox.channelId('general'), 'ask', { speaker: '' }, 'speaker');
  await expect.poll(() => errors).toMatchObject([{ code: 50035 }]);
  // Nobody answers any more.
  await sandbox.close();
  expect(await completion).toEqual({ kind: 'failed', words: 'Loading options failed' });
});

test('a reply can carry files, be answered in full, and be taken back', async () => {
  const { sandbox, errors } = await botOnSandbox({
    commands: [ask],
    onInteraction: async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      const files = [new AttachmentBuilder(Buffer.from('all of it'), { name: 'source.txt' })];
      const { resource } = await interaction.reply({ content: 'attached', files, withResponse: true });
      expect(resource?.message?.attachments.first()?.name).toBe('source.txt');
      expect((await interaction.fetchReply()).id).toBe(resource?.message?.id);
      if (interaction.options.getString('question') === 'gone') await interaction.deleteReply();
    },
  });
  const member = sandbox.as('member');
  const channelId = sandbox.channelId('general');
  const outcome = await member.runCommand(channelId, 'ask', { question: 'files' });
  expect(outcome).toMatchObject({
    kind: 'replied',
    message: { attachments: [{ filename: 'source.txt', size: 9 }], interaction: { name: 'ask' } },
  });
  await member.runCommand(channelId, 'ask', { question: 'gone' });
  await member.until(() => member.messages(channelId).length === 1);
  expect(errors).toEqual([]);
});
