import { type Client, DiscordAPIError, type REST, SnowflakeUtil } from 'discord.js';
import { type APIDMChannel, type APIMessage, RESTJSONErrorCodes, Routes } from 'discord-api-types/v10';
import type { Doing, Finding, Platform, Posted, Sending } from '../../bulletins/platform.ts';
import { bulletins } from '../../desk/wording/bulletins.ts';
import type { SettingsStore } from '../../settings/server-settings.ts';
import { createInspector } from './inspect.ts';
import { judge } from './outcome.ts';
import { bulletinIn, postBody } from './post-body.ts';

export interface DiscordPlatformParts {
  /** For what is known of servers, channels and roles. */
  readonly client: Client;
  /** One that repeats nothing by itself: `createPublishingRest`. */
  readonly rest: REST;
  readonly settings: SettingsStore;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
}

/** Clocks differ; looking a little further back than necessary costs nothing. */
const clockTolerance = 300_000;
const page = 100;
/** A channel with more messages than this since the first attempt is not read to its end. */
const mostPages = 50;

/** Discord as the publisher needs it: every outcome judged, nothing repeated. */
export function createDiscordPlatform({ client, rest, settings, clock }: DiscordPlatformParts): Platform {
  const inspect = createInspector({ client, settings, clock });

  async function write(call: () => Promise<unknown>): Promise<Sending> {
    try {
      const posted = postedIn(await call());
      return posted === null ? { kind: 'unclear' } : { kind: 'sent', posted };
    } catch (error) {
      return judge(error);
    }
  }

  async function repeatable(call: () => Promise<unknown>): Promise<Doing> {
    try {
      await call();
      return { kind: 'done' };
    } catch (error) {
      const { ThisMessageWasAlreadyCrossposted } = RESTJSONErrorCodes;
      const before = error instanceof DiscordAPIError && error.code === ThisMessageWasAlreadyCrossposted;
      if (before) return { kind: 'done' };
      const failure = judge(error);
      return failure.kind === 'unclear' ? { kind: 'later', delay: 0 } : failure;
    }
  }

  /** Messages of a channel after one, the oldest first. */
  async function messagesAfter(channel: string, after: string): Promise<readonly APIMessage[]> {
    const query = new URLSearchParams({ after, limit: String(page) });
    const found = (await rest.get(Routes.channelMessages(channel), { query })) as APIMessage[];
    return found.toSorted((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1));
  }

  return {
    send: (post, nonce) =>
      write(() =>
        rest.post(Routes.channelMessages(post.channel), {
          body: { ...postBody(post), nonce, enforce_nonce: true },
        }),
      ),

    edit: (message, post) =>
      write(() => rest.patch(Routes.channelMessage(post.channel, message), { body: postBody(post) })),

    async find(channel, bulletin, since): Promise<Finding> {
      const own = client.user?.id;
      if (own === undefined) return { kind: 'later', delay: 5_000 };
      let after = SnowflakeUtil.generate({ timestamp: since - clockTolerance }).toString();
      try {
        for (let pages = 0; pages < mostPages; pages++) {
          const messages = await messagesAfter(channel, after);
          const found = messages.find(
            ({ author, components }) => author.id === own && bulletinIn(components) === bulletin,
          );
          if (found !== undefined) {
            return { kind: 'found', posted: { message: found.id, text: found.content } };
          }
          if (messages.length < page) return { kind: 'absent' };
          after = messages.at(-1)?.id ?? after;
        }
        return { kind: 'refused', problem: { kind: 'unclear' } };
      } catch (error) {
        const failure = judge(error);
        return failure.kind === 'unclear' ? { kind: 'later', delay: 0 } : failure;
      }
    },

    crosspost: (channel, message) =>
      repeatable(() => rest.post(Routes.channelMessageCrosspost(channel, message))),

    inspect,

    tell: (person, bulletin, problem) =>
      repeatable(async () => {
        const channel = (await rest.post(Routes.userChannels(), {
          body: { recipient_id: person },
        })) as APIDMChannel;
        const body = {
          content: bulletins.told(bulletin, problem),
          allowed_mentions: { parse: [] },
          nonce: `tell-${bulletin}-${problem.kind}`.slice(0, 25),
          enforce_nonce: true,
        };
        await rest.post(Routes.channelMessages(channel.id), { body });
      }),
  };
}

/** What Discord says that it stored, or null where it does not say. */
function postedIn(answer: unknown): Posted | null {
  if (typeof answer !== 'object' || answer === null || !('id' in answer) || !('content' in answer))
    return null;
  const { id, content } = answer;
  return typeof id === 'string' && typeof content === 'string' ? { message: id, text: content } : null;
}
