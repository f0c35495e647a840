import {
  ApplicationIntegrationType,
  ChannelType,
  type ChatInputCommandInteraction,
  InteractionContextType,
  PermissionFlagsBits,
  SlashCommandBooleanOption,
  SlashCommandBuilder,
  SlashCommandChannelOption,
  SlashCommandRoleOption,
  SlashCommandStringOption,
  SlashCommandSubcommandBuilder,
} from 'discord.js';
import { settings as wording } from '../../../desk/wording/settings.ts';
import { type AnswersSeenBy, isTimeZone, type ServerSettings } from '../../../settings/server-settings.ts';
import type { Call, SlashCommand } from '../../command.ts';
import { asModerator, type InServer } from '../../moderator.ts';
import { escapeTyped } from '../../render/escape.ts';
import { plainReply } from '../../reply.ts';
import { described, localizations } from '../localization.ts';
import { choice, choices } from '../options.ts';
import { seenByNames, texts } from './texts.ts';

type Interaction = ChatInputCommandInteraction & InServer;

const sub = (text: keyof typeof texts) =>
  described(new SlashCommandSubcommandBuilder(), texts[text].name, texts[text].description);

const seenByChoices = (['public', 'private'] as const).map((value) => ({
  name: seenByNames[value].en,
  name_localizations: localizations(seenByNames[value]),
  value,
}));

/** Where people ask. */
const channelTypes = [
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.GuildVoice,
  ChannelType.GuildForum,
] as const;

/** Whoever could change these alone could make themselves, or anybody, able to post official words alone. */
const forManagers = new Set(['moderator-role', 'approval']);
const mostListed = 30;

/** /settings: what a server has decided. */
export const settings: SlashCommand = {
  kind: 'slash',
  data: described(new SlashCommandBuilder(), texts.settings.name, texts.settings.description)
    .setContexts(InteractionContextType.Guild)
    .setIntegrationTypes(ApplicationIntegrationType.GuildInstall)
    .setDefaultMemberPermissions(PermissionFlagsBits.ManageMessages)
    .addSubcommand(sub('show'))
    .addSubcommand(
      sub('answers')
        .addStringOption(
          described(new SlashCommandStringOption(), texts.who.name, texts.who.description)
            .setRequired(true)
            .addChoices(...seenByChoices),
        )
        .addChannelOption(
          described(
            new SlashCommandChannelOption(),
            texts.channel.name,
            texts.channel.description,
          ).addChannelTypes(...channelTypes),
        ),
    )
    .addSubcommand(
      sub('role').addRoleOption(
        described(new SlashCommandRoleOption(), texts.which.name, texts.which.description),
      ),
    )
    .addSubcommand(
      sub('approval').addBooleanOption(
        described(
          new SlashCommandBooleanOption(),
          texts.required.name,
          texts.required.description,
        ).setRequired(true),
      ),
    )
    .addSubcommand(
      sub('zone').addStringOption(
        described(new SlashCommandStringOption(), texts.name.name, texts.name.description)
          .setRequired(true)
          .setAutocomplete(true),
      ),
    )
    .toJSON(),

  run: (interaction, call) =>
    asModerator(interaction, call, async (inServer) => {
      const tell = (sentence: string) => call.say.reply(plainReply(sentence), { alone: true });
      const name = interaction.options.getSubcommand();
      if (forManagers.has(name) && !inServer.memberPermissions.has(PermissionFlagsBits.ManageGuild)) {
        return tell(wording.onlyManagers);
      }
      if (name === 'show') return show(inServer, call);
      const changes = await wanted(name, inServer, call);
      if (typeof changes === 'string') return tell(changes);
      const change = { by: inServer.user.id, at: new Date(call.clock()) };
      await call.settings.change(inServer.guildId, changes, change);
      await show(inServer, call, wording.saved);
    }),

  suggest(interaction) {
    const typed = interaction.options.getFocused().toLowerCase().replace(/\s+/g, '_');
    const zones = ['UTC', ...Intl.supportedValuesOf('timeZone')];
    return choices(
      zones.filter((zone) => zone.toLowerCase().includes(typed)).flatMap((zone) => choice(zone, zone)),
    );
  },
};

/** What a subcommand changes, or why not. */
async function wanted(
  name: string,
  { options, guildId }: Interaction,
  call: Call,
): Promise<Partial<ServerSettings> | string> {
  switch (name) {
    case 'answers': {
      const seenBy: AnswersSeenBy = options.getString('seen-by', true) === 'private' ? 'private' : 'public';
      const channel = options.getChannel('channel');
      if (channel === null) return { answers: seenBy };
      const { answersIn } = await call.settings.settings(guildId);
      return { answersIn: { ...answersIn, [channel.id]: seenBy } };
    }
    case 'moderator-role': {
      const role = options.getRole('role');
      // The role of everybody has the server's own id.
      return role?.id === guildId ? wording.everybodyRole : { moderatorRole: role?.id ?? null };
    }
    case 'approval':
      return { approvalRequired: options.getBoolean('required', true) };
    default: {
      const zone = options.getString('zone', true);
      return isTimeZone(zone) ? { timeZone: zone } : wording.noSuchZone(escapeTyped(zone, 60));
    }
  }
}

async function show({ guildId }: InServer, call: Call, lead?: string): Promise<void> {
  const { answers, answersIn, moderatorRole, approvalRequired, timeZone, defaultAnnouncement } =
    await call.settings.settings(guildId);
  const { lines } = wording;
  const chosen = call.desk.announcement(defaultAnnouncement ?? undefined) ?? call.desk.announcement();
  const channels = Object.entries(answersIn);
  const listed = channels.slice(0, mostListed);
  const description = [
    ...(chosen === null ? [] : [lines.announcement(escapeTyped(chosen.name, 100))]),
    lines.answers(wording.seenBy[answers]),
    ...listed.map(([id, seenBy]) => lines.answersIn(`<#${id}>`, wording.seenBy[seenBy])),
    ...(channels.length > listed.length ? [lines.more(channels.length - listed.length)] : []),
    lines.role(moderatorRole === null ? null : `<@&${moderatorRole}>`),
    lines.approval(approvalRequired),
    lines.zone(timeZone),
    lines.questions,
  ].join('\n');
  await call.say.reply(plainReply(lead ?? wording.heading, [{ description }]), { alone: true });
}
