import { Client, GatewayIntentBits, Options, Partials, REST } from 'discord.js';
import { observedRequests } from './observed-requests.ts';
import { type Observer, unobserved } from './observer.ts';
import { boundedWaits } from './rate-limits.ts';

/** Messages kept of a channel for a moment: one that is being answered, and the one that it answers. */
const recentMessages = 5;

/** What a connection to Discord needs. */
export interface Connection {
  readonly token: string;
  /** Base address of the REST API, or null for Discord's own. */
  readonly apiUrl: string | null;
  /** Milliseconds after which a call that nobody answered is given up; 1,400 when left out. */
  readonly answerWithinMs?: number;
}

/**
 * The discord.js client, with bounded memory, no privileged intent, and nobody notified by default.
 *
 * Its REST client repeats nothing by itself: whoever sends knows what is safe to repeat (`untilClear`). Its patience is
 * that of interactions, which Discord drops after three seconds.
 */
export function createClient(
  { apiUrl, answerWithinMs = 1_400 }: Connection,
  observer: Observer = unobserved,
): Client {
  const client: Client = new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    // Direct messages come in channels the client has not seen.
    partials: [Partials.Channel],
    allowedMentions: { parse: [], repliedUser: false },
    failIfNotExists: false,
    enforceNonce: true,
    // What is sent has the API's names already; the library would look at each of them again.
    jsonTransformer: (data) => data,
    // Events that come before all guilds are there wait for them this long; an interaction has three seconds.
    waitGuildTimeout: 500,
    rest: {
      ...(apiUrl === null ? {} : { api: apiUrl }),
      // A wait longer than anybody's patience becomes an error instead of a queue.
      ...boundedWaits(10_000, observedRequests(observer)),
      timeout: answerWithinMs,
      retries: 0,
      invalidRequestWarningInterval: 500,
    },
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      AutoModerationRuleManager: 0,
      BaseGuildEmojiManager: 0,
      DMMessageManager: recentMessages,
      EntitlementManager: 0,
      GuildBanManager: 0,
      GuildEmojiManager: 0,
      GuildForumThreadManager: 50,
      GuildInviteManager: 0,
      GuildMemberManager: { maxSize: 50, keepOverLimit: ({ id }) => id === client.user?.id },
      GuildMessageManager: recentMessages,
      GuildScheduledEventManager: 0,
      GuildStickerManager: 0,
      GuildTextThreadManager: 50,
      MessageManager: recentMessages,
      PresenceManager: 0,
      ReactionManager: 0,
      ReactionUserManager: 0,
      StageInstanceManager: 0,
      ThreadMemberManager: 0,
      UserManager: { maxSize: 200, keepOverLimit: ({ id }) => id === client.user?.id },
      VoiceStateManager: 0,
    }),
    // The limits above are for one channel and one server; these let go of what piles up in thousands of them.
    sweepers: {
      ...Options.DefaultSweeperSettings,
      messages: { interval: 60, lifetime: 60 },
      guildMembers: {
        interval: 600,
        filter:
          () =>
          ({ id }) =>
            id !== client.user?.id,
      },
    },
  });
  return client;
}

/** A REST client for work that is in no hurry. It repeats nothing by itself either. */
export function createRest(
  { token, apiUrl, answerWithinMs = 15_000 }: Connection,
  observer: Observer = unobserved,
): REST {
  return new REST({
    ...(apiUrl === null ? {} : { api: apiUrl }),
    ...boundedWaits(60_000, observedRequests(observer)),
    timeout: answerWithinMs,
    retries: 0,
  }).setToken(token);
}
