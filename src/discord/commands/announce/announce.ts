import {
  ApplicationIntegrationType,
  type ChatInputCommandInteraction,
  InteractionContextType,
  PermissionFlagsBits,
  SlashCommandBuilder,
  SlashCommandChannelOption,
  SlashCommandStringOption,
  SlashCommandSubcommandBuilder,
} from 'discord.js';
import type { Bulletin } from '../../../bulletins/bulletin.ts';
import { moderates } from '../../../bulletins/rights.ts';
import { bulletins } from '../../../desk/wording/bulletins.ts';
import { bulletinChannels } from '../../bulletins/inspect.ts';
import { asStored } from '../../bulletins/typeset.ts';
import type { Call, SlashCommand } from '../../command.ts';
import { whyNotHere } from '../../moderator.ts';
import { escapeTyped } from '../../render/escape.ts';
import { plainReply } from '../../reply.ts';
import { described } from '../localization.ts';
import { choice, choices, mostChoices } from '../options.ts';
import { encodeStatement, inShort } from '../statement-choice.ts';
import { askAboutButton, askAboutForm } from './ask-about.ts';
import { editForm, openEditor } from './edit-bulletin.ts';
import { actorIn, bulletinHere, moderated } from './moderator.ts';
import { allStates, historyOf, mostListed, renderList, renderLog, suggestBulletins } from './overview.ts';
import { preview } from './preview.ts';
import { quoteButtons, quoteForm } from './quote-search.ts';
import { stepButtons } from './step-buttons.ts';
import { told } from './tell.ts';
import { texts } from './texts.ts';
import { begin, newForm } from './write-bulletin.ts';

type Interaction = ChatInputCommandInteraction<'cached'>;

const sub = (text: keyof typeof texts) =>
  described(new SlashCommandSubcommandBuilder(), texts[text].name, texts[text].description);
const textOption = (text: keyof typeof texts) =>
  described(new SlashCommandStringOption(), texts[text].name, texts[text].description);
const bulletinOption = () => textOption('bulletin').setRequired(true).setAutocomplete(true);
const channelOption = () =>
  described(new SlashCommandChannelOption(), texts.channel.name, texts.channel.description)
    .addChannelTypes(...bulletinChannels)
    .setRequired(true);

const longestReason = 500;

/** /announce: what moderators tell the community officially. */
export const announce: SlashCommand = {
  kind: 'slash',
  data: described(new SlashCommandBuilder(), texts.announce.name, texts.announce.description)
    .setContexts(InteractionContextType.Guild)
    .setIntegrationTypes(ApplicationIntegrationType.GuildInstall)
    .setDefaultMemberPermissions(PermissionFlagsBits.ManageMessages)
    .addSubcommand(
      sub('new')
        .addChannelOption(channelOption())
        .addStringOption(textOption('when').setMaxLength(100))
        .addStringOption(textOption('quote').setAutocomplete(true)),
    )
    .addSubcommand(sub('list'))
    .addSubcommand(sub('show').addStringOption(bulletinOption()))
    .addSubcommand(sub('edit').addStringOption(bulletinOption()))
    .addSubcommand(sub('approve').addStringOption(bulletinOption()))
    .addSubcommand(sub('cancel').addStringOption(bulletinOption()))
    .addSubcommand(
      sub('retract')
        .addStringOption(bulletinOption())
        .addStringOption(textOption('reason').setRequired(true).setMaxLength(longestReason)),
    )
    .addSubcommand(sub('log').addStringOption(bulletinOption()))
    .toJSON(),
  buttons: [...stepButtons, ...quoteButtons, askAboutButton],
  forms: [newForm, editForm, quoteForm, askAboutForm],

  async run(interaction, call) {
    if (!interaction.inCachedGuild() || !interaction.guild.available)
      return tell(whyNotHere(interaction), call);
    const name = interaction.options.getSubcommand();
    if (name === 'new') return begin(interaction, call);
    if (name === 'list') return list(interaction, call);
    const bulletin = await bulletinHere(interaction, interaction.options.getString('bulletin', true), call);
    if (bulletin === null) return tell(bulletins.missing, call);
    const settings = await call.settings.settings(interaction.guildId);
    const actor = actorIn(interaction, bulletin.channel, settings);
    if (!moderates(actor.person, settings)) {
      return tell(bulletins.refusal({ kind: 'not-moderator' }), call);
    }
    const show = async (lead?: string) =>
      call.say.reply(await preview(bulletin, interaction, call, lead), { alone: true });
    switch (name) {
      case 'show':
        return show();
      case 'approve':
        return bulletin.state === 'awaiting'
          ? show()
          : show(bulletins.refusal({ kind: 'wrong-state', state: bulletin.state }));
      case 'edit':
        return openEditor(bulletin, interaction, call);
      case 'log':
        return call.say.reply(renderLog(bulletin, await historyOf(bulletin, call.bulletins)), {
          alone: true,
        });
      case 'cancel': {
        const outcome = await call.office.cancel(bulletin.id, bulletin.revision, actor);
        return call.say.reply(await told(outcome, 'cancelled', interaction, call), { alone: true });
      }
      case 'retract':
        return retract(bulletin, interaction, call);
    }
  },

  async suggest(interaction, desk, kept) {
    if (!interaction.inCachedGuild() || !interaction.guild.available) return [];
    const { name, value } = interaction.options.getFocused(true);
    if (name === 'bulletin') return suggestBulletins(interaction, kept);
    const announcement = desk.announcement();
    if (announcement === null) return [];
    return choices(
      desk
        .suggest(value, mostChoices)
        .flatMap((suggestion) =>
          suggestion.kind === 'statement'
            ? choice(inShort(suggestion.statement), encodeStatement(announcement, suggestion.statement))
            : [],
        ),
    );
  },
};

function tell(sentence: string, { say }: Call): Promise<void> {
  return say.reply(plainReply(sentence), { alone: true });
}

async function list(interaction: Interaction, call: Call): Promise<void> {
  const found = await call.bulletins.list(interaction.guildId, allStates, mostListed);
  const mine = moderated(interaction, found, await call.settings.settings(interaction.guildId));
  await call.say.reply(renderList(mine), { alone: true });
}

async function retract(bulletin: Bulletin, interaction: Interaction, call: Call): Promise<void> {
  const reason = interaction.options.getString('reason', true);
  const settings = await call.settings.settings(interaction.guildId);
  const actor = actorIn(interaction, bulletin.channel, settings);
  const notice = asStored(
    bulletins.retracted(escapeTyped(bulletin.title, 200), escapeTyped(reason, longestReason)),
  );
  const outcome = await call.office.retract(bulletin.id, notice, reason, actor);
  await call.say.reply(await told(outcome, 'retracted', interaction, call), { alone: true });
}
