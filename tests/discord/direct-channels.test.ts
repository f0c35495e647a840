import { expect, it } from 'vitest';
import { keepRecentDirectChannels } from '../../src/discord/direct-channels.ts';

it('forgets the direct channels that were silent longest, and no other channel', () => {
  const channel = (direct: boolean) => ({ isDMBased: () => direct }) as { isDMBased(): this is never };
  const channels = new Map([
    ['general', channel(false)],
    ['ada', channel(true)],
    ['ben', channel(true)],
    ['cem', channel(true)],
  ]);
  keepRecentDirectChannels(channels, 'ada', 2);
  expect([...channels.keys()]).toEqual(['general', 'cem', 'ada']);
  keepRecentDirectChannels(channels, 'general', 0);
  keepRecentDirectChannels(channels, 'nobody', 0);
  expect(channels.size).toBe(3);
});
