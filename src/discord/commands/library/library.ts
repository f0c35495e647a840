import {
  ApplicationIntegrationType,
  type AutocompleteInteraction,
  type ChatInputCommandInteraction,
  InteractionContextType,
  PermissionFlagsBits,
  SlashCommandAttachmentOption,
  SlashCommandBuilder,
  SlashCommandStringOption,
  SlashCommandSubcommandBuilder,
} from 'discord.js';
import { definitionOf, writeDefinition } from '../../../announcement/write-definition.ts';
import { library } from '../../../desk/wording/library.ts';
import { tally } from '../../../library/review.ts';
import { writtenDown } from '../../../teaching/lesson.ts';
import type { Button, Call, Kept, SlashCommand, Suggested } from '../../command.ts';
import { encodeCustomId } from '../../custom-id.ts';
import { asModerator, type InServer, isModerator } from '../../moderator.ts';
import { button, buttonRow } from '../../render/buttons.ts';
import { escapeTyped } from '../../render/escape.ts';
import { plainReply } from '../../reply.ts';
import { described } from '../localization.ts';
import { announcementNamed, choice, choices, suggestCommon } from '../options.ts';
import { add, addForm, longestName } from './add.ts';
import { renderOverview } from './overview.ts';
import { decodeHandle, handle, prospectButtons } from './prospect.ts';
import { renderReview } from './review-message.ts';
import { reviewButtons, reviewMenus, speakerForm } from './review-steps.ts';
import { texts } from './texts.ts';
import { ownNamed, tellUnknown } from './which.ts';

type Interaction = ChatInputCommandInteraction & InServer;

const sub = (text: keyof typeof texts) =>
  described(new SlashCommandSubcommandBuilder(), texts[text].name, texts[text].description);
const textOption = (text: keyof typeof texts) =>
  described(new SlashCommandStringOption(), texts[text].name, texts[text].description);
const which = () => textOption('which').setRequired(true).setAutocomplete(true);

const makeDefault: Button = {
  action: 'library-default',
  who: 'asker',
  press: (interaction, call, { fields: [field] }) =>
    asModerator(interaction, call, (inServer) => setDefault(decodeHandle(field), inServer, call)),
};

const remove: Button = {
  action: 'library-remove',
  who: 'asker',
  press: (interaction, call, { fields: [field] }) =>
    asModerator(interaction, call, async ({ guildId }) => {
      const slug = decodeHandle(field);
      const name = call.desk.announcement(slug)?.name ?? slug;
      const done = await call.library.retire(guildId, slug);
      await call.say.update(plainReply(done ? library.removed(escapeTyped(name, 100)) : library.wasGone));
    }),
};

/** /library: what can be asked about in this server, for moderators. */
export const libraryCommand: SlashCommand = {
  kind: 'slash',
  data: described(new SlashCommandBuilder(), texts.library.name, texts.library.description)
    .setContexts(InteractionContextType.Guild)
    .setIntegrationTypes(ApplicationIntegrationType.GuildInstall)
    .setDefaultMemberPermissions(PermissionFlagsBits.ManageMessages)
    .addSubcommand(
      sub('add')
        .addAttachmentOption(
          described(new SlashCommandAttachmentOption(), texts.file.name, texts.file.description),
        )
        .addStringOption(textOption('name').setMaxLength(longestName))
        .addStringOption(textOption('replaces').setAutocomplete(true)),
    )
    .addSubcommand(sub('review').addStringOption(textOption('text').setRequired(true).setAutocomplete(true)))
    .addSubcommand(sub('list'))
    .addSubcommand(sub('default').addStringOption(which()))
    .addSubcommand(
      sub('rename')
        .addStringOption(which())
        .addStringOption(textOption('name').setRequired(true).setMaxLength(longestName)),
    )
    .addSubcommand(sub('remove').addStringOption(which()))
    .addSubcommand(sub('export').addStringOption(which()))
    .toJSON(),
  buttons: [...reviewButtons, ...prospectButtons, makeDefault, remove],
  menus: reviewMenus,
  forms: [addForm, speakerForm],

  run: (interaction, call) =>
    asModerator(interaction, call, async (inServer) => {
      switch (interaction.options.getSubcommand()) {
        case 'add':
          return add(inServer, call);
        case 'review':
          return review(inServer, call);
        case 'list': {
          const { guildId } = inServer;
          const inUse = await call.library.inUse(guildId);
          const manuscripts = await call.library.manuscripts(guildId);
          const overview = renderOverview(call.desk.announcements, inUse, manuscripts);
          return call.say.reply(overview, { alone: true });
        }
        default:
          return onAnnouncement(inServer, call);
      }
    }),

  async suggest(interaction, desk, kept) {
    if (!(await isModerator(interaction, kept)) || !interaction.inCachedGuild()) return [];
    const { name } = interaction.options.getFocused(true);
    if (name === 'text') return suggestTexts(interaction, kept);
    const suggested = suggestCommon(interaction, desk);
    const subcommand = interaction.options.getSubcommand();
    if (subcommand === 'default' || subcommand === 'export') return suggested;
    const own = new Set((await kept.library.inUse(interaction.guildId)).map(({ slug }) => slug));
    return suggested.filter(({ value }) => own.has(value));
  },
};

/** What is done with one announcement that is in use. */
async function onAnnouncement(interaction: Interaction, call: Call): Promise<void> {
  const typed = interaction.options.getString('announcement', true);
  const announcement = announcementNamed(typed, call.desk);
  if (announcement === null) return tellUnknown(typed, call);
  const name = escapeTyped(announcement.name, 100);
  const tell = (sentence: string) => call.say.reply(plainReply(sentence), { alone: true });
  const subcommand = interaction.options.getSubcommand();
  if (subcommand === 'default') return setDefault(announcement.slug, interaction, call);
  if (subcommand === 'export') {
    const files = [
      {
        name: 'announcement.yaml',
        text: writeDefinition(definitionOf(writtenDown(announcement), 'source.txt')),
      },
      { name: 'source.txt', text: announcement.source.text },
    ];
    return call.say.reply({ ...plainReply(library.exported(name)), files }, { alone: true });
  }
  const own = await ownNamed(announcement.slug, interaction, call);
  if (own === null) return tell(library.notYours(name));
  if (subcommand === 'remove') {
    const id = encodeCustomId({
      action: 'library-remove',
      asker: interaction.user.id,
      fields: [handle(own.slug)],
    });
    const components = buttonRow([button(library.buttons.remove, id)]);
    return call.say.reply({ ...plainReply(library.confirmRemoval(name)), components }, { alone: true });
  }
  const after = interaction.options.getString('name', true).trim();
  const done = after !== '' && (await call.library.rename(interaction.guildId, own.slug, after));
  return tell(done ? library.renamed(name, escapeTyped(after, 100)) : library.wasGone);
}

async function setDefault(slug: string, { guildId, user }: InServer, call: Call): Promise<void> {
  const announcement = call.desk.announcement(slug);
  if (announcement === null) return call.say.reply(plainReply(library.wasGone), { alone: true });
  const change = { by: user.id, at: new Date(call.clock()) };
  await call.settings.change(guildId, { defaultAnnouncement: announcement.slug }, change);
  await call.say.reply(plainReply(library.madeDefault(escapeTyped(announcement.name, 100))), { alone: true });
}

async function review(interaction: Interaction, call: Call): Promise<void> {
  const id = interaction.options.getString('text', true);
  const manuscript = await call.library.manuscript(interaction.guildId, id);
  const any = manuscript !== null || (await call.library.manuscripts(interaction.guildId)).length > 0;
  const reply =
    manuscript === null
      ? plainReply(any ? library.review.missing : library.review.none)
      : renderReview(manuscript, firstOpen(manuscript.review.proposals), interaction.user.id);
  await call.say.reply(reply, { alone: true });
}

function firstOpen(proposals: readonly { readonly verdict: string }[]): number {
  return Math.max(
    0,
    proposals.findIndex(({ verdict }) => verdict === 'open'),
  );
}

async function suggestTexts(
  interaction: AutocompleteInteraction<'cached'>,
  kept: Kept,
): Promise<readonly Suggested[]> {
  const typed = interaction.options.getFocused().toLowerCase().trim();
  const manuscripts = await kept.library.manuscripts(interaction.guildId);
  return choices(
    manuscripts
      .filter(({ name, id }) => `${name} ${id}`.toLowerCase().includes(typed))
      .flatMap(({ name, id, review }) =>
        choice(`${name.slice(0, 40)} · ${library.review.tally(tally(review))} · ${id}`, id),
      ),
  );
}
