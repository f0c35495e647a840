import { defaultPlan, person } from '../src/sandbox/world/default-plan.ts';
import type { ChannelPlan, WorldPlan } from '../src/sandbox/world/plan.ts';

const [town] = defaultPlan.guilds;
const general = town?.channels[0];
if (town === undefined || general === undefined)
  throw new Error('The default plan has no server with a channel.');
const here = { town, general };

/** So many channels like the general one. */
function rooms(count: number): readonly ChannelPlan[] {
  return Array.from({ length: count }, (_, at) => ({
    ...here.general,
    key: `channel-${at}`,
    name: `channel-${at}`,
  }));
}

/** One server with so many people and channels that no one of them asks faster than the bot allows. */
export function crowd(people: number, channels: number): WorldPlan {
  const more = Array.from({ length: people }, (_, at) => person(`person-${at}`, `Person${at}`));
  return {
    ...defaultPlan,
    people: [...defaultPlan.people, ...more],
    guilds: [
      {
        ...here.town,
        members: [...here.town.members, ...more.map(({ key }) => ({ person: key, roles: [] }))],
        channels: [...here.town.channels, ...rooms(channels)],
      },
    ],
  };
}

/** So many servers with ten roles and twenty channels each. */
export function manyGuilds(count: number): WorldPlan {
  const roles = Array.from({ length: 6 }, (_, at) => ({
    key: `role-${at}`,
    name: `Role ${at}`,
    permissions: 0n,
    mentionable: false,
  }));
  return {
    ...defaultPlan,
    guilds: Array.from({ length: count }, (_, at) => ({
      ...here.town,
      key: at === 0 ? here.town.key : `guild-${at}`,
      name: `Server ${at}`,
      roles: [...here.town.roles, ...roles],
      channels: [...here.town.channels, ...rooms(16)],
    })),
  };
}
