import type { AutocompleteInteraction } from 'discord.js';
import type { Bulletin, BulletinState, LogEntry } from '../../../bulletins/bulletin.ts';
import { bulletins } from '../../../desk/wording/bulletins.ts';
import { timestamp } from '../../bulletins/post-body.ts';
import type { Kept, Suggested } from '../../command.ts';
import { escapeTyped } from '../../render/escape.ts';
import { shownPerson } from '../../render/person.ts';
import { plainReply, type Reply } from '../../reply.ts';
import { choice, choices } from '../options.ts';
import { moderated } from './moderator.ts';

export const allStates: readonly BulletinState[] = [
  'held',
  'failed',
  'awaiting',
  'scheduled',
  'publishing',
  'draft',
  'published',
  'cancelled',
];

/** How many are looked through; of a server's older ones people ask by id. */
export const mostListed = 200;
const longestList = 3_800;

/** Bulletins in one message, those that need somebody first. */
export function renderList(found: readonly Bulletin[]): Reply {
  if (found.length === 0) return plainReply(bulletins.list.none);
  const sorted = allStates.flatMap((state) => found.filter((bulletin) => bulletin.state === state));
  const lines: string[] = [];
  for (const bulletin of sorted) {
    const line = `\`${bulletin.id}\` ${lineOf(bulletin)}`;
    if ([...lines, line].join('\n').length > longestList) break;
    lines.push(line);
  }
  const rest = sorted.length - lines.length;
  const more = rest === 0 ? [] : [bulletins.list.more(rest)];
  return plainReply(bulletins.list.title, [{ description: [...lines, ...more].join('\n') }]);
}

function lineOf(bulletin: Bulletin): string {
  const { due, publishedAt, channel, state } = bulletin;
  const at = publishedAt ?? due;
  const time = at === null || state === 'cancelled' ? null : timestamp(at);
  return bulletins.list.line(titleOf(bulletin), `<#${channel}>`, state, time);
}

/** A bulletin's title, escaped; the beginning of its text where it has none. */
function titleOf({ title, blocks }: Pick<Bulletin, 'title' | 'blocks'>): string {
  const [first] = blocks;
  const begins = first?.kind === 'text' ? first.text : '';
  const shown = escapeTyped(title.trim() === '' ? begins : title, 80);
  return shown === '' ? bulletins.list.untitled : shown;
}

/** A bulletin's history with that of its corrections, the latest lines where not all fit. */
export function renderLog(bulletin: Bulletin, entries: readonly LogEntry[]): Reply {
  const lines = entries.map((entry) => {
    const who = entry.by === null ? bulletins.log.bot : shownPerson(entry.by);
    const note = entry.note === null ? null : escapeTyped(entry.note, 200);
    const line = bulletins.log.line({ ...entry, note }, who, timestamp(entry.at));
    return entry.bulletin === bulletin.id ? line : bulletins.log.ofAmendment(entry.bulletin, line);
  });
  let from = 0;
  while (lines.slice(from).join('\n').length > longestList) from += 1;
  const earlier = from === 0 ? [] : [bulletins.log.earlier(from)];
  const description = [...earlier, ...lines.slice(from)].join('\n');
  return plainReply(bulletins.log.title(titleOf(bulletin)), [{ description }]);
}

/** The lines of a bulletin's history and of what amends it, the oldest first. */
export async function historyOf({ id }: Bulletin, store: Kept['bulletins']): Promise<readonly LogEntry[]> {
  const ids = [id, ...(await store.amendments(id)).map((amendment) => amendment.id)];
  const logs = await Promise.all(ids.map((one) => store.log(one)));
  return logs.flat().sort((a, b) => a.at - b.at);
}

/** States in which a subcommand has something to do. */
const useful: Readonly<Record<string, readonly BulletinState[]>> = {
  edit: ['draft', 'awaiting', 'scheduled', 'failed', 'held', 'published'],
  approve: ['awaiting'],
  cancel: ['draft', 'awaiting', 'scheduled', 'failed', 'held'],
  retract: ['published'],
};

/** Choices for the option "bulletin": those of this server that the person moderates and the subcommand is for. */
export async function suggestBulletins(
  interaction: AutocompleteInteraction<'cached'>,
  { settings, bulletins: store }: Kept,
): Promise<readonly Suggested[]> {
  const states = useful[interaction.options.getSubcommand()] ?? allStates;
  const found = await store.list(interaction.guildId, states, mostListed);
  const mine = moderated(interaction, found, await settings.settings(interaction.guildId));
  const typed = interaction.options.getFocused().toLowerCase().trim();
  return choices(
    mine
      .map((bulletin) => ({ bulletin, name: nameOf(bulletin, interaction) }))
      .filter(({ name }) => name.toLowerCase().includes(typed))
      .flatMap(({ bulletin, name }) => choice(name, bulletin.id)),
  );
}

/** In plain text: choices know no markup. */
function nameOf(
  { id, title, blocks, channel, state }: Bulletin,
  { guild }: AutocompleteInteraction<'cached'>,
): string {
  const [first] = blocks;
  const named = title.trim() || (first?.kind === 'text' ? first.text : '') || bulletins.list.untitled;
  const where = guild.channels.cache.get(channel)?.name ?? '?';
  return `${named.slice(0, 50)} · #${where} · ${bulletins.state[state]} · ${id}`;
}
