import { type Client, type Guild, type Message, Sweepers, type TextChannel } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { createClient } from '../../src/discord/client.ts';

/** What the library does with the parts of an event. */
interface Fed<Made> {
  _add(data: object): Made;
}

const fed = <Made>(manager: unknown): Fed<Made> => manager as Fed<Made>;

const author = (id: string) => ({ id, username: `person ${id}`, discriminator: '0', avatar: null });

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }));
afterEach(() => void vi.useRealTimers());

/** A client in a server with so many channels. */
function inGuild(channels: number) {
  const client = createClient({ token: 'none', apiUrl: null });
  onTestFinished(() => client.destroy());
  client.user = fed<typeof client.user>(client.users)._add(author('1'));
  const guild = fed<Guild>(client.guilds)._add({
    id: '10',
    name: 'Town',
    roles: [],
    members: [],
    channels: Array.from({ length: channels }, (_, at) => ({
      id: `${100 + at}`,
      type: 0,
      name: `room-${at}`,
    })),
  });
  const write = (channel: string, id: string, more: object = {}): Message => {
    const { messages } = guild.channels.cache.get(channel) as TextChannel;
    return fed<Message>(messages)._add({
      id,
      channel_id: channel,
      content: 'hello',
      author: author('2'),
      ...more,
    });
  };
  const kept = () =>
    guild.channels.cache.reduce((sum, channel) => sum + (channel as TextChannel).messages.cache.size, 0);
  return { client, guild, write, kept };
}

/** What the library does in so many seconds, whose timers cannot be moved. */
function pass(seconds: number, client: Client): void {
  vi.setSystemTime(Date.now() + seconds * 1_000);
  const messages = client.options.sweepers?.messages;
  const guildMembers = client.options.sweepers?.guildMembers;
  if (messages === undefined || !('lifetime' in messages)) throw new Error('Messages are kept for ever.');
  expect(messages.interval + (messages.lifetime ?? Number.NaN)).toBeLessThanOrEqual(seconds);
  client.sweepers.sweepMessages(Sweepers.outdatedMessageSweepFilter(messages.lifetime)() ?? (() => false));
  expect(guildMembers?.interval).toBeLessThanOrEqual(3_600);
  client.sweepers.sweepGuildMembers(guildMembers?.filter() ?? (() => false));
}

/** An id of now, as Discord makes them. */
const idAt = (more: number) => String((BigInt(Date.now() - 1_420_070_400_000) << 22n) + BigInt(more));

describe('what the client remembers', () => {
  it('are no messages after two minutes, in however many channels they were written', () => {
    const { client, write, kept } = inGuild(300);
    for (let at = 0; at < 3_000; at++) write(`${100 + (at % 300)}`, idAt(at));
    expect(kept()).toBeGreaterThan(0);
    pass(120, client);
    expect(kept()).toBe(0);
  });

  it('is a message that was just written, and the one it answers, however old', async () => {
    const { write } = inGuild(1);
    const answer = write('100', idAt(1), {
      message_reference: { type: 0, channel_id: '100', message_id: '500' },
      referenced_message: {
        id: '500',
        channel_id: '100',
        content: 'our ironclad friendship',
        author: author('3'),
      },
    });
    expect((await answer.fetchReference()).content).toBe('our ironclad friendship');
  });

  it('are the members who took part lately, and always the bot itself', () => {
    const { client, guild } = inGuild(1);
    for (const id of ['1', '2', '3']) fed(guild.members)._add({ user: author(id), roles: [] });
    expect(guild.members.cache.size).toBe(3);
    pass(3_600, client);
    expect([...guild.members.cache.keys()]).toEqual(['1']);
  });
});
