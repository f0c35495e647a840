import type { Channel } from 'discord.js';

/** What is looked at of a channel. */
type Kept = Pick<Channel, 'isDMBased'>;

/**
 * discord.js keeps every direct channel it has seen, so memory would grow with the number of people. Notes that
 * something was said in channel `id`, and forgets the direct channels that were silent longest when there are
 * more than `most`: Discord names a channel again with its next message.
 */
export function keepRecentDirectChannels(channels: Map<string, Kept>, id: string, most = 500): void {
  const channel = channels.get(id);
  if (channel === undefined || !channel.isDMBased()) return;
  channels.delete(id);
  channels.set(id, channel);
  const direct = [...channels.entries()].filter(([, one]) => one.isDMBased());
  for (const [silent] of direct.slice(0, Math.max(0, direct.length - most))) channels.delete(silent);
}
