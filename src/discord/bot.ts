import { randomInt } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { type Client, Events, RESTEvents } from 'discord.js';
import type { BulletinStore } from '../bulletins/bulletin-store.ts';
import { createOffice } from '../bulletins/office.ts';
import { watchTheClock } from '../bulletins/publish-due.ts';
import type { Desk } from '../desk/desk.ts';
import { createLibrary } from '../library/library.ts';
import type { LibraryStore } from '../library/library-store.ts';
import { type Log, sparingly } from '../log.ts';
import type { PersonalData } from '../privacy/personal-data.ts';
import type { SettingsStore } from '../settings/server-settings.ts';
import type { LessonStore } from '../teaching/lesson.ts';
import { createDiscordPlatform } from './bulletins/discord-platform.ts';
import { createPublishingRest } from './bulletins/publishing-rest.ts';
import { type Connection, createClient, createRest } from './client.ts';
import { commands } from './commands/index.ts';
import { keepRecentDirectChannels } from './direct-channels.ts';
import { createTextFetcher } from './fetch-text.ts';
import { observedRequests } from './observed-requests.ts';
import { type Observer, unobserved } from './observer.ts';
import { createOutbox } from './outbox.ts';
import { registerAtStart } from './register-at-start.ts';
import { createRouter } from './router.ts';
import { lastTry } from './until-clear.ts';
import { untilReachable } from './until-reachable.ts';
import { createVitals, type Vitals } from './vitals.ts';

export interface BotParts extends Connection {
  readonly log: Log;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** The desk a server is served from; null is a direct message. */
  readonly desks: (server: string | null) => Promise<Desk>;
  /** Slugs of the announcements that every server has. */
  readonly shipped: readonly string[];
  readonly settings: SettingsStore;
  readonly bulletins: BulletinStore;
  readonly library: LibraryStore;
  readonly lessons: LessonStore;
  readonly personalData: PersonalData;
  /** Hears what the bot does; nobody does by default. */
  readonly observer?: Observer;
  /** Short, for a person to read out and an operator to search for. */
  readonly reference?: () => string;
  /** Milliseconds within which the last try of a first response begins; `lastTry` when left out. */
  readonly lastTryMs?: number;
  /** Milliseconds without a connection after which the bot ends, so that whoever watches it starts it anew. */
  readonly patienceMs?: number;
  /** When registering the commands is tried again, in milliseconds from the try before. */
  readonly registerAgainAfterMs?: readonly number[];
}

/** How a bot's run ended. */
type Ending = { readonly kind: 'stopped' } | { readonly kind: 'failed'; readonly reason: string };

/** A bot lives from `start` to its ending: it answers, or it has ended; it is never connected and deaf. */
export interface Bot {
  /** Resolves when the bot is online, or when it has ended before that. */
  start(): Promise<void>;
  /** Ends the connection in an orderly way. */
  stop(): Promise<void>;
  readonly ended: Promise<Ending>;
  readonly vitals: Vitals;
}

/** How long answers that are under way may take once the bot was told to stop, in milliseconds. */
const longestGoodbye = 3_000;

/** How often the bot looks for bulletins that are due, in milliseconds. */
const lookEvery = 500;

export function createBot(parts: BotParts): Bot {
  const {
    token,
    apiUrl,
    log,
    clock,
    desks,
    settings,
    bulletins,
    library: store,
    lessons,
    personalData,
  } = parts;
  const { observer = unobserved, patienceMs = 300_000, lastTryMs = lastTry } = parts;
  const { registerAgainAfterMs: againAfterMs = [60_000, 300_000, 1_800_000] } = parts;
  const reference = parts.reference ?? (() => randomName('23456789ABCDEFGHJKMNPQRSTUVWXYZ', 6));
  const client = createClient(parts, observer);
  const tellOften = sparingly(log, clock);
  const vitals = createVitals(client, clock);
  const outbox = createOutbox({ log, reference, lastTryMs });
  const newId = () => randomName('23456789abcdefghjkmnpqrstuvwxyz', 10);
  const office = createOffice({ store: bulletins, now: clock, newId });
  const library = createLibrary({ store, now: clock, newId, shipped: parts.shipped });
  const fetchText = createTextFetcher(apiUrl);
  const kept = { settings, bulletins, office, library, lessons, personalData, fetchText, newId, clock };
  const router = createRouter({
    commands,
    desks,
    outbox,
    log,
    tellOften,
    kept,
    reference,
    observer,
    lastTryMs,
  });
  let watch: ReturnType<typeof watchTheClock> | undefined;

  let end: (ending: Ending) => void = () => {};
  let over = false;
  let waiting: NodeJS.Timeout | undefined;
  const ended = new Promise<Ending>((resolve) => {
    end = (ending) => {
      over = true;
      clearTimeout(waiting);
      resolve(ending);
    };
  });
  const fail = (reason: string) => {
    log.fatal(reason);
    end({ kind: 'failed', reason });
    void watch?.stop();
    void client.destroy().catch((error: unknown) => log.error({ err: error }, 'could not disconnect'));
  };

  const connected = () => clearTimeout(waiting);
  const unconnected = () => {
    connected();
    waiting = setTimeout(() => fail('There was no connection to Discord for too long.'), patienceMs);
  };

  client.on(Events.InteractionCreate, (interaction) => void router.interaction(interaction));
  client.on(Events.MessageCreate, (message) => {
    keepRecentDirectChannels(client.channels.cache, message.channelId);
    void router.message(message);
  });
  client.on(Events.Error, (error) => log.error({ err: error }, 'discord.js reported an error'));
  client.on(Events.Warn, (message) => log.warn(message));
  client.on(Events.ShardError, (error) => log.warn({ err: error }, 'the connection to Discord had an error'));
  client.on(Events.ShardReconnecting, () => {
    // The library says so too when it is told to disconnect.
    if (over) return;
    log.warn('reconnecting to Discord');
    unconnected();
  });
  client.on(Events.ShardReady, connected);
  client.on(Events.ShardResume, () => {
    log.info('connected to Discord again');
    connected();
  });
  client.on(Events.ShardDisconnect, ({ code }) =>
    fail(`Discord ended the connection for good (${explain(code)}).`),
  );
  client.on(Events.Invalidated, () => fail('Discord declared the session invalid.'));
  client.rest.on(RESTEvents.InvalidRequestWarning, ({ count }) => {
    log.warn({ count }, 'many requests were refused; Discord bans an address at 10,000 in ten minutes');
  });
  client.rest.on(RESTEvents.Response, ({ data }, { status }) => {
    // The library forgets a refused token and would go on without one. Interaction tokens are another matter.
    if (status === 401 && data.auth !== false) fail('Discord refused the token (401). Check DISCORD_TOKEN.');
  });

  function publishWhatIsDue(): void {
    const rest = createPublishingRest({ token, apiUrl }, observedRequests(observer));
    watch = watchTheClock({
      store: bulletins,
      platform: createDiscordPlatform({ client, rest, settings, clock }),
      now: clock,
      every: lookEvery,
      onError: (error, bulletin) => tellOften(error, 'could not publish; tried again later', { bulletin }),
    });
  }

  return {
    ended,
    vitals,

    async start() {
      unconnected();
      const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
      client.rest.setToken(token);
      await Promise.race([untilReachable(client.rest, log, () => over), ended]);
      if (over) return;
      const refusal = client.login(token).then(
        () => null,
        (error: unknown) => ({ error }),
      );
      // A login that gets no connection goes on for ever, even after it was called off.
      const outcome = await Promise.race([refusal, ended]);
      if (over) return;
      if (outcome !== null && 'error' in outcome) {
        const { error } = outcome;
        log.error({ err: error }, 'could not log in');
        return fail(`Could not log in to Discord: ${error instanceof Error ? error.message : String(error)}`);
      }
      const online = await Promise.race([ready, ended]);
      if ('kind' in online) return;
      log.info({ user: online.user.id, guilds: online.guilds.cache.size }, 'online');
      publishWhatIsDue();
      await registerAtStart({
        ...{ rest: createRest(parts, observer), application: online.application.id, commands, log },
        ...{ againAfterMs, over: () => over },
        onUnauthorized: () => fail('Discord refused the token (401).'),
      });
    },

    async stop() {
      end({ kind: 'stopped' });
      await watch?.stop();
      await Promise.race([router.settled(), delay(longestGoodbye, undefined, { ref: false })]);
      await client.destroy();
    },
  };
}

/** Discord's close codes that end a bot, for the operator. */
function explain(code: number): string {
  const known: Readonly<Record<number, string>> = {
    4004: '4004: the token was refused; check DISCORD_TOKEN',
    4013: '4013: invalid intents',
    4014: '4014: an intent that is not allowed for this application',
  };
  return known[code] ?? String(code);
}

/** So many characters, of which none is mistaken for another. */
function randomName(characters: string, length: number): string {
  return Array.from({ length }, () => characters[randomInt(characters.length)]).join('');
}
