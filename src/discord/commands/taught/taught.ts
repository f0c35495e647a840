import {
  ApplicationIntegrationType,
  type AutocompleteInteraction,
  type ChatInputCommandInteraction,
  InteractionContextType,
  PermissionFlagsBits,
  SlashCommandBuilder,
  SlashCommandStringOption,
  SlashCommandSubcommandBuilder,
} from 'discord.js';
import type { Desk } from '../../../desk/desk.ts';
import { teaching } from '../../../desk/wording/teaching.ts';
import { type Lesson, saidIn, statementTaught } from '../../../teaching/lesson.ts';
import { timestamp } from '../../bulletins/post-body.ts';
import type { Call, Kept, SlashCommand, Suggested } from '../../command.ts';
import { asModerator, type InServer, isModerator } from '../../moderator.ts';
import { escapeTyped } from '../../render/escape.ts';
import { shownPerson } from '../../render/person.ts';
import { plainReply, type Reply } from '../../reply.ts';
import { described } from '../localization.ts';
import {
  choice,
  choices,
  chosenAnnouncement,
  mostChoices,
  suggestCommon,
  suggestedOption,
  typedAnnouncement,
} from '../options.ts';
import { decodeStatement, encodeStatement, inShort } from '../statement-choice.ts';
import { longestAbout, longestQuestion, notSaid, revert, teach, undo } from './teach.ts';
import { texts } from './texts.ts';
import { wrongAnswerForm } from './wrong-answer.ts';

type Interaction = ChatInputCommandInteraction & InServer;

const sub = (text: keyof typeof texts) =>
  described(new SlashCommandSubcommandBuilder(), texts[text].name, texts[text].description);
const textOption = (text: keyof typeof texts) =>
  described(new SlashCommandStringOption(), texts[text].name, texts[text].description);

const nothing = 'not-said';
const mostListed = 200;
const longestList = 3_800;

/** /taught: answers that moderators corrected in this server. */
export const taught: SlashCommand = {
  kind: 'slash',
  data: described(new SlashCommandBuilder(), texts.taught.name, texts.taught.description)
    .setContexts(InteractionContextType.Guild)
    .setIntegrationTypes(ApplicationIntegrationType.GuildInstall)
    .setDefaultMemberPermissions(PermissionFlagsBits.ManageMessages)
    .addSubcommand(sub('list'))
    .addSubcommand(
      sub('add')
        .addStringOption(textOption('question').setRequired(true).setMaxLength(longestQuestion))
        .addStringOption(textOption('answer').setRequired(true).setAutocomplete(true))
        .addStringOption(textOption('about').setMaxLength(longestAbout))
        .addStringOption(suggestedOption('announcement')),
    )
    .addSubcommand(
      sub('revert').addStringOption(textOption('lesson').setRequired(true).setAutocomplete(true)),
    )
    .addSubcommand(sub('export'))
    .toJSON(),
  buttons: [undo],
  forms: [wrongAnswerForm],

  run: (interaction, call) =>
    asModerator(interaction, call, async (inServer) => {
      const { guildId } = inServer;
      switch (interaction.options.getSubcommand()) {
        case 'list':
          return call.say.reply(renderList(await call.lessons.list(guildId, mostListed), call.desk), {
            alone: true,
          });
        case 'add':
          return add(inServer, call);
        case 'revert': {
          const reply = await revert(interaction.options.getString('correction', true), inServer, call);
          return call.say.reply(reply, { alone: true });
        }
        case 'export': {
          const lessons = await call.lessons.inForce(guildId);
          const files = [{ name: 'taught.json', text: exported(lessons) }];
          const reply = plainReply(teaching.exported(lessons.length));
          return call.say.reply({ ...reply, files }, { alone: true });
        }
      }
    }),

  async suggest(interaction, desk, kept) {
    if (!(await isModerator(interaction, kept)) || !interaction.inCachedGuild()) return [];
    const { name, value } = interaction.options.getFocused(true);
    switch (name) {
      case 'correction':
        return suggestLessons(interaction, value, kept);
      case 'answer':
        return suggestAnswers(interaction, value, desk);
      default:
        return suggestCommon(interaction, desk);
    }
  },
};

async function add(interaction: Interaction, call: Call): Promise<void> {
  const question = interaction.options.getString('question', true);
  const value = interaction.options.getString('answer', true);
  if (value === nothing) {
    const announcement = await chosenAnnouncement(interaction.options.getString('announcement'), call);
    if (announcement === null) return;
    const answer = notSaid(question, interaction.options.getString('about') ?? '');
    return teach({ announcement, question, answer }, interaction, call);
  }
  const chosen = decodeStatement(value, call.desk);
  const statement = chosen === null || chosen === 'outdated' ? undefined : chosen.statements[0];
  if (chosen === null || chosen === 'outdated' || statement === undefined) {
    return call.say.reply(plainReply(teaching.pickAnswer), { alone: true });
  }
  await teach({ announcement: chosen.announcement, question, answer: saidIn(statement) }, interaction, call);
}

function suggestAnswers(
  interaction: AutocompleteInteraction,
  typed: string,
  desk: Desk,
): readonly Suggested[] {
  const { slug } = typedAnnouncement(interaction, desk);
  const announcement = desk.announcement(slug);
  if (announcement === null) return [];
  const statements = desk
    .suggest(typed, mostChoices, slug)
    .flatMap((one) => (one.kind === 'statement' ? [one.statement] : []));
  return choices([
    ...choice(teaching.notSaid, nothing),
    ...statements.flatMap((statement) =>
      choice(inShort(statement), encodeStatement(announcement, statement)),
    ),
  ]);
}

async function suggestLessons(
  { guildId }: InServer,
  typed: string,
  { lessons }: Kept,
): Promise<readonly Suggested[]> {
  const wanted = typed.toLowerCase().trim();
  const inForce = await lessons.inForce(guildId);
  return choices(
    inForce
      .toReversed()
      .map(({ id, question }) => ({ id, name: `${question.slice(0, 80)} · ${id}` }))
      .filter(({ name }) => name.toLowerCase().includes(wanted))
      .flatMap(({ id, name }) => choice(name, id)),
  );
}

function renderList(lessons: readonly Lesson[], desk: Desk): Reply {
  const { list } = teaching;
  const lines = lessons.map((lesson) => `• ${lineOf(lesson, desk)}`);
  let shown = lines;
  while (shown.join('\n').length > longestList) shown = shown.slice(0, -1);
  const more = lines.length - shown.length;
  const description = [...shown, ...(more === 0 ? [] : [list.earlier(more)])].join('\n');
  return plainReply(list.heading(lessons.length), description === '' ? [] : [{ description }]);
}

function lineOf({ question, answer, announcement, by, at, reverted }: Lesson, desk: Desk): string {
  const { list } = teaching;
  const asked = escapeTyped(question, 100);
  const what =
    answer.kind === 'said'
      ? list.said(asked, escapeTyped(answer.words.join(' … '), 120))
      : list.notSaid(asked, escapeTyped(answer.about, longestAbout));
  const found = desk.announcement(announcement);
  const stale = answer.kind === 'said' && (found === null || statementTaught(found, answer) === null);
  return [
    what,
    list.by(shownPerson(by), timestamp(at)),
    ...(reverted === null ? [] : [list.reverted(shownPerson(reverted.by), timestamp(reverted.at))]),
    ...(stale ? [list.stale] : []),
  ].join(', ');
}

/** What was taught, without who did: for the announcement's file and for measuring. */
function exported(lessons: readonly Lesson[]): string {
  const lines = lessons.map(({ announcement, question, answer }) => ({
    announcement,
    question,
    statement: answer.kind === 'said' ? { id: answer.statement, words: answer.words } : null,
    about: answer.kind === 'said' ? null : answer.about,
  }));
  return `${JSON.stringify(lines, null, 2)}\n`;
}
