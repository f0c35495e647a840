import { ApplicationIntegrationType, type BaseInteraction, PermissionFlagsBits } from 'discord.js';
import { moderates } from '../bulletins/rights.ts';
import { chat } from '../desk/wording/chat.ts';
import { moderators } from '../desk/wording/moderators.ts';
import type { Call, Kept } from './command.ts';
import { plainReply } from './reply.ts';

/** Something done by a member of a server that the bot is in. */
export type InServer = BaseInteraction<'cached'>;

/** Whether somebody may do what moderators do, by the rights that Discord sends with each interaction and the server's role. */
export async function isModerator(
  interaction: BaseInteraction,
  { settings }: Pick<Kept, 'settings'>,
): Promise<boolean> {
  if (!interaction.inCachedGuild()) return false;
  const person = {
    id: interaction.user.id,
    managesMessages: interaction.memberPermissions.has(PermissionFlagsBits.ManageMessages),
    roles: [...interaction.member.roles.cache.keys()],
  };
  return moderates(person, await settings.settings(interaction.guildId));
}

/** Why what only works in a server does not work here: it is none, or one that Discord has not told of, or that is down. */
export function whyNotHere(interaction: BaseInteraction): string {
  const installed = interaction.authorizingIntegrationOwners[ApplicationIntegrationType.GuildInstall];
  return interaction.inGuild() && installed !== undefined
    ? chat.trouble.notArrived
    : moderators.onlyInServers;
}

/** Runs what only moderators may do, in a server; others are told so, privately. */
export async function asModerator<I extends BaseInteraction>(
  interaction: I,
  call: Call,
  run: (interaction: I & InServer) => Promise<void>,
): Promise<void> {
  const tell = (sentence: string) => call.say.reply(plainReply(sentence), { alone: true });
  if (!interaction.inCachedGuild() || !interaction.guild.available) return tell(whyNotHere(interaction));
  if (!(await isModerator(interaction, call))) return tell(moderators.onlyModerators);
  await run(interaction as I & InServer);
}
