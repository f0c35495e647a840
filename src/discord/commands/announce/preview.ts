import { setTimeout as delay } from 'node:timers/promises';
import { ChannelType } from 'discord.js';
import { type Bulletin, fingerprint } from '../../../bulletins/bulletin.ts';
import type { Actor } from '../../../bulletins/office.ts';
import { objection } from '../../../bulletins/rights.ts';
import { bulletins } from '../../../desk/wording/bulletins.ts';
import { missingPermissions } from '../../bulletins/inspect.ts';
import { timestamp } from '../../bulletins/post-body.ts';
import { longestMessage } from '../../bulletins/typeset.ts';
import type { Call } from '../../command.ts';
import { button, buttonRow } from '../../render/buttons.ts';
import { shownPerson } from '../../render/person.ts';
import type { Reply, Row } from '../../reply.ts';
import { bulletinId } from './ids.ts';
import { faultOf, settingOf } from './manuscript.ts';
import { actorIn, channelOf, type InServer } from './moderator.ts';
import { onTheWall } from './read-time.ts';

/** How long is waited for how many members a role has, in milliseconds. */
const longestCount = 1_000;

/**
 * A bulletin for a moderator's eyes: as its content exactly what will stand in the channel; beside it where and when it
 * goes, whom it notifies and what stands in its way; below, what this person may do with it. `lead` is said first.
 */
export async function preview(
  bulletin: Bulletin,
  interaction: InServer,
  call: Call,
  lead?: string,
): Promise<Reply> {
  const settings = await call.settings.settings(interaction.guildId);
  const actor = actorIn(interaction, bulletin.channel, settings);
  const set = settingOf(bulletin, call.desk);
  // What was written may have been set by earlier rules; what is stored is what counts.
  const shown = bulletin.amends?.kind === 'retraction' || (set.kind === 'set' && set.text === bulletin.text);
  const lines = [
    ...(lead === undefined ? [] : [`**${lead}**`]),
    ...(bulletin.problem === null ? [] : [bulletins.problem(bulletin.problem)]),
    ...(shown ? [] : [faultOf(set) ?? bulletins.fault.quoteGone]),
    ...(await notes(bulletin, interaction, actor, settings.timeZone)),
    ...(await amendmentsOf(bulletin, call)),
  ];
  return {
    content: shown ? bulletin.text : bulletins.note.nothing,
    embeds: [{ description: lines.join('\n') }],
    components: choices(bulletin, interaction, actor),
    quotations: shown && set.kind === 'set' && bulletin.amends?.kind !== 'retraction' ? set.quotations : [],
  };
}

async function notes(
  bulletin: Bulletin,
  interaction: InServer,
  { settings }: Actor,
  zone: string,
): Promise<readonly string[]> {
  const { note } = bulletins;
  const { due, approval, amends, state } = bulletin;
  const channel = channelOf(interaction, bulletin.channel);
  const lacking = channel === null ? [] : missingPermissions(channel, bulletin.roles);
  const open = !['published', 'cancelled'].includes(state);
  const announces = channel?.type === ChannelType.GuildAnnouncement && amends === null;
  const atOnce = settings.approvalRequired ? note.atOnce : note.atOnceAlone;
  return [
    note.id(bulletin.id, state),
    ...(amends === null ? [] : [note.amends(amends.bulletin, amends.kind)]),
    note.goesTo(`<#${bulletin.channel}>`),
    ...(open ? [due === null ? atOnce : note.at(timestamp(due), onTheWall(due, zone))] : []),
    note.notifies(await notified(bulletin, interaction)),
    ...(announces ? [note.crosspost(bulletin.crosspost)] : []),
    ...(open ? [note.length(bulletin.text.length, longestMessage)] : []),
    ...(open && lacking.length > 0 ? [note.lacking(lacking)] : []),
    note.written(shownPerson(bulletin.author)),
    ...(approval === null ? [] : [note.approved(shownPerson(approval.by), timestamp(approval.at))]),
    ...(open && due !== null ? [note.late] : []),
    ...(state === 'published' && bulletin.message !== null ? [note.posted(linkTo(bulletin))] : []),
  ];
}

async function amendmentsOf({ id, state }: Bulletin, { bulletins: store }: Call): Promise<readonly string[]> {
  if (state !== 'published') return [];
  const found = await store.amendments(id);
  return found.flatMap(({ id: own, amends, state: standing }) =>
    amends === null ? [] : [bulletins.note.amended(own, amends.kind, standing)],
  );
}

async function notified({ roles }: Bulletin, { guild }: InServer): Promise<readonly string[]> {
  if (roles.length === 0) return [];
  // Worth knowing, not worth waiting for: the person has three seconds in all.
  const counts = await Promise.race([
    guild.roles.fetchMemberCounts().catch(() => null),
    delay(longestCount, null, { ref: false }),
  ]);
  return roles.map((id) => bulletins.note.members(`<@&${id}>`, counts?.get(id) ?? null));
}

function linkTo({ server, channel, message }: Bulletin): string {
  return `https://discord.com/channels/${server}/${channel}/${message}`;
}

/** Buttons for what this person may do now, five in a row. */
function choices(bulletin: Bulletin, interaction: InServer, { person, settings }: Actor): readonly Row[] {
  const may = (action: Parameters<typeof objection>[0]) =>
    objection(action, person, bulletin, settings) === null;
  const id = (action: string, more: readonly string[] = []) => bulletinId(action, person.id, bulletin, more);
  const labels = bulletins.buttons;
  const { amends, crosspost, state, due } = bulletin;
  const announces =
    channelOf(interaction, bulletin.channel)?.type === ChannelType.GuildAnnouncement && amends === null;
  const drafted = state === 'draft' && may('edit');
  const quoted = bulletin.blocks.some(({ kind }) => kind === 'quote');
  const submit = settings.approvalRequired ? 'submit' : 'schedule';
  const goes = due === null ? labels.postNow : labels.schedule;
  const all = [
    ...(may(submit) ? [button(settings.approvalRequired ? labels.submit : goes, id('bulletin-submit'))] : []),
    ...(may('approve')
      ? [button(labels.approve, id('bulletin-approve', [fingerprint(bulletin).slice(0, 32)]))]
      : []),
    ...(may('release') ? [button(labels.release, id('bulletin-release'))] : []),
    ...(may('confirm') ? [button(labels.confirm, id('bulletin-confirm'))] : []),
    ...(may('edit') ? [button(labels.edit, id('bulletin-edit'))] : []),
    ...(drafted ? [button(labels.addQuote, id('bulletin-quote'))] : []),
    ...(drafted && quoted ? [button(labels.removeQuote, id('bulletin-unquote'))] : []),
    ...(drafted && announces
      ? [button(crosspost ? labels.crosspostOff : labels.crosspostOn, id('bulletin-cross'))]
      : []),
    ...(may('cancel') ? [button(labels.cancel, id('bulletin-cancel'))] : []),
  ];
  return [...buttonRow(all.slice(0, 5)), ...buttonRow(all.slice(5))];
}
