import { PermissionFlagsBits as Bit } from 'discord-api-types/v10';
import { expect, it } from 'vitest';
import { fingerprint } from '../../../src/bulletins/bulletin.ts';
import { defaultPlan } from '../../../src/sandbox/world/default-plan.ts';
import type { WorldPlan } from '../../../src/sandbox/world/plan.ts';
import { aBulletin, anEntry } from '../../bulletins/a-bulletin.ts';
import { idOf, openNewsroom, start } from './newsroom.ts';
import { thorough } from './thorough.ts';

const channels = 50;
const count = thorough ? 1_000 : 250;

/** The usual server with many announcement channels in which the bot may post. */
const wide: WorldPlan = {
  ...defaultPlan,
  guilds: defaultPlan.guilds.map((guild) => ({
    ...guild,
    channels: [
      ...guild.channels,
      ...Array.from({ length: channels }, (_, i) => ({
        key: `news-${i}`,
        name: `news-${i}`,
        topic: null,
        kind: 'announcement' as const,
        rules: false,
        overwrites: [{ role: 'bot', allow: Bit.SendMessages, deny: 0n }],
      })),
    ],
  })),
};

it(`posts ${count} bulletins due in one second over ${channels} channels, each once and in the order of their times`, async () => {
  const room = await openNewsroom({ plan: wide });
  const { sandbox, store, author, second } = room;
  for (let i = 0; i < count; i++) {
    const due = start + i;
    const bulletin = aBulletin({
      id: idOf(),
      server: sandbox.guildId(),
      channel: sandbox.channelId(`news-${i % channels}`),
      author: author.person.id,
      text: `Bulletin ${i}`,
      state: 'scheduled',
      due,
      wakeAt: due,
    });
    const approval = { by: second.person.id, at: start, fingerprint: fingerprint(bulletin) };
    await store.bulletins.add({ ...bulletin, approval }, anEntry(bulletin));
  }
  room.clock.now = start + 1_000;
  for (let rounds = 0; rounds < 100; rounds++) {
    await room.round();
    const [next] = await store.bulletins.due(Number.MAX_SAFE_INTEGER, 1);
    if (next === undefined) break;
    room.clock.now = Math.max(room.clock.now, next.wakeAt ?? 0);
  }
  const said = new Map<string, number[]>();
  for (const { channel_id: channel, content } of sandbox.allMessages) {
    said.set(channel, [...(said.get(channel) ?? []), Number(/\d+/.exec(content)?.[0])]);
  }
  expect(said.size).toBe(channels);
  const numbers = [...said.values()].flat();
  expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, i) => i));
  for (const inChannel of said.values()) expect(inChannel).toEqual(inChannel.toSorted((a, b) => a - b));
  expect(room.clock.now - start).toBeLessThan(60_000);
});
