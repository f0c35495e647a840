import { Client, GatewayIntentBits, Options, Partials, type RateLimitData, REST } from 'discord.js';
import { observedRequests } from './observed-requests.ts';
import { type Observer, unobserved } from './observer.ts';

/** What a connection to Discord needs. */
export interface Connection {
  readonly token: string;
  /** Base address of the REST API, or null for Discord's own. */
  readonly apiUrl: string | null;
}

/**
 * The discord.js client, with bounded memory, no privileged intent, and nobody notified by default.
 *
 * Its REST options serve interactions, which Discord drops after three seconds: an unclear callback is repeated
 * once within them (Discord answers 40060 if the first had arrived). Messages are safe to repeat by their nonce.
 */
export function createClient({ apiUrl }: Connection, observer: Observer = unobserved): Client {
  const client: Client = new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    // Direct messages come in channels the client has not seen.
    partials: [Partials.Channel],
    allowedMentions: { parse: [], repliedUser: false },
    failIfNotExists: false,
    enforceNonce: true,
    // Events that come before all guilds are there wait for them this long; an interaction has three seconds.
    waitGuildTimeout: 500,
    rest: {
      ...(apiUrl === null ? {} : { api: apiUrl }),
      ...observedRequests(observer),
      timeout: 1_400,
      retries: 1,
      invalidRequestWarningInterval: 500,
      // A wait longer than anybody's patience becomes an error instead of a queue.
      rejectOnRateLimit: (limit) => namesNoWait(limit) || limit.retryAfter > 10_000,
    },
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      AutoModerationRuleManager: 0,
      BaseGuildEmojiManager: 0,
      DMMessageManager: 5,
      EntitlementManager: 0,
      GuildBanManager: 0,
      GuildEmojiManager: 0,
      GuildForumThreadManager: 50,
      GuildInviteManager: 0,
      GuildMemberManager: { maxSize: 50, keepOverLimit: ({ id }) => id === client.user?.id },
      GuildMessageManager: 20,
      GuildScheduledEventManager: 0,
      GuildStickerManager: 0,
      GuildTextThreadManager: 50,
      MessageManager: 20,
      PresenceManager: 0,
      ReactionManager: 0,
      ReactionUserManager: 0,
      StageInstanceManager: 0,
      ThreadMemberManager: 0,
      UserManager: { maxSize: 200, keepOverLimit: ({ id }) => id === client.user?.id },
      VoiceStateManager: 0,
    }),
  });
  return client;
}

/** A REST client for work that is in no hurry, with the library's usual patience. */
export function createRest({ token, apiUrl }: Connection, observer: Observer = unobserved): REST {
  return new REST({
    ...(apiUrl === null ? {} : { api: apiUrl }),
    rejectOnRateLimit: namesNoWait,
    ...observedRequests(observer),
  }).setToken(token);
}

/** The library repeats a refusal that names no wait at once and for ever. */
function namesNoWait({ retryAfter }: Pick<RateLimitData, 'retryAfter'>): boolean {
  return retryAfter <= 0;
}
