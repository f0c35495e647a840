/** Messages in channels: write, read, change, delete, publish; and "is typing". */

import { PermissionFlagsBits as Bit, ChannelType, MessageFlags, MessageType } from 'discord-api-types/v10';
import { z } from 'zod';
import type { Discord } from '../../discord.ts';
import { messageBodySchema } from '../../limits/message-body.ts';
import { parse } from '../../limits/parse.ts';
import type { StoredMessage } from '../../world/message.ts';
import { has } from '../../world/permissions.ts';
import type { Channel } from '../../world/world.ts';
import { editMessage, writeMessage } from '../../world/write-message.ts';
import { refuse } from '../discord-error.ts';
import { nothing, ok, type RestRequest, type Route } from '../route.ts';
import { attach } from './attach.ts';

const snowflake = z.string().regex(/^\d{1,20}$/);
const paging = z.object({
  before: snowflake.optional(),
  after: snowflake.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

export function messageRoutes(discord: Discord): Route[] {
  const { world, messages } = discord;

  /** The channel a call is about. @throws DiscordError 10003, 50001 unseen, 50013 when `needed` is missing. */
  const reach = ({ params }: RestRequest, needed: bigint): Channel => {
    const channel = world.channels.get(params.channel ?? '');
    if (!channel) throw refuse.unknownChannel();
    const bits = world.permissionsIn(channel, world.bot.id);
    if (!has(bits, Bit.ViewChannel)) throw refuse.missingAccess();
    if (!has(bits, needed)) throw refuse.missingPermissions();
    return channel;
  };

  /** Private replies are no messages of the channel to the API. */
  const find = (channel: Channel, id = ''): StoredMessage => {
    const message = messages.get(id);
    if (!message || message.channel !== channel || message.visibleTo !== null) throw refuse.unknownMessage();
    return message;
  };

  const create = (request: RestRequest) => {
    const channel = reach(request, Bit.SendMessages);
    if (channel.kind === 'bot' && !channel.person.takesDirectMessages) throw refuse.noDirectMessages();
    const body = parse(messageBodySchema(request.body), request.body);
    const bits = world.permissionsIn(channel, world.bot.id);
    if (request.files.length > 0 && !has(bits, Bit.AttachFiles)) throw refuse.missingPermissions();
    if (body.embeds?.length && !has(bits, Bit.EmbedLinks)) throw refuse.missingPermissions();
    const nonce = body.enforce_nonce && body.nonce != null ? String(body.nonce) : null;
    const made = nonce === null ? undefined : messages.madeWith(world.bot.id, nonce);
    if (made !== undefined) {
      // Deleted since: "Unknown Message", on purpose (discord/discord-api-docs#6647).
      const existing = messages.get(made);
      if (!existing) throw refuse.unknownMessage();
      return ok(existing.api);
    }
    const replyTo = referenced(channel, body.message_reference);
    if (replyTo && !has(bits, Bit.ReadMessageHistory)) throw refuse.noHistory();
    const message = writeMessage(world, messages, {
      channel,
      author: world.bot,
      body,
      attachments: attach(discord, channel.id, request, body),
      type: replyTo ? MessageType.Reply : MessageType.Default,
      replyTo,
      visibleTo: null,
      flags: 0,
      mentionsByDefault: ['users', 'roles', 'everyone'],
      interaction: null,
    });
    if (body.nonce != null) messages.rememberNonce(world.bot.id, String(body.nonce), message.id);
    return ok(message.api);
  };

  const referenced = (
    channel: Channel,
    reference: { message_id?: string | undefined; fail_if_not_exists?: boolean | undefined } | undefined,
  ): StoredMessage | null => {
    if (reference?.message_id === undefined) return null;
    const message = messages.get(reference.message_id);
    if (message?.channel === channel && message.visibleTo === null) return message;
    if (reference.fail_if_not_exists === false) return null;
    const problem = {
      path: ['message_reference'],
      code: 'REPLIES_UNKNOWN_MESSAGE',
      message: 'Unknown message',
    };
    throw refuse.invalidForm([problem]);
  };

  const list = (request: RestRequest) => {
    const channel = reach(request, Bit.ReadMessageHistory);
    const { before, after, limit } = parse(paging, request.query);
    const all = messages.in(channel).filter(({ visibleTo }) => visibleTo === null);
    const wanted = all.filter(
      ({ id }) => (!before || BigInt(id) < BigInt(before)) && (!after || BigInt(id) > BigInt(after)),
    );
    const some = after ? wanted.slice(0, limit) : wanted.slice(-limit);
    return ok(some.map(({ api }) => api).reverse());
  };

  const edit = (request: RestRequest) => {
    const channel = reach(request, 0n);
    const message = find(channel, request.params.message);
    if (message.api.author.id !== world.bot.id) throw refuse.notAuthor();
    const body = parse(messageBodySchema(request.body, message.api.flags), request.body);
    const added = attach(discord, channel.id, request, body);
    editMessage(world, messages, message, { body, added, byWebhook: false });
    return ok(message.api);
  };

  const remove = (request: RestRequest) => {
    const channel = reach(request, 0n);
    const message = find(channel, request.params.message);
    const own = message.api.author.id === world.bot.id;
    if (!own && !has(world.permissionsIn(channel, world.bot.id), Bit.ManageMessages))
      throw refuse.missingPermissions();
    messages.delete(message);
    return nothing;
  };

  const crosspost = (request: RestRequest) => {
    const channel = reach(request, Bit.SendMessages);
    if (channel.type !== ChannelType.GuildAnnouncement) throw refuse.wrongChannelType();
    const message = find(channel, request.params.message);
    const flags = message.api.flags ?? 0;
    if ((flags & MessageFlags.Crossposted) !== 0) throw refuse.alreadyCrossposted();
    const own = message.api.author.id === world.bot.id;
    if (!own && !has(world.permissionsIn(channel, world.bot.id), Bit.ManageMessages))
      throw refuse.missingPermissions();
    messages.edit(message, { ...message.api, flags: flags | MessageFlags.Crossposted }, []);
    return ok(message.api);
  };

  const typing = (request: RestRequest) => {
    const channel = reach(request, Bit.SendMessages);
    world.tell({ kind: 'typing', channel, userId: world.bot.id });
    return nothing;
  };

  const one = '/channels/:channel/messages/:message';
  const route = (method: string, pattern: string, handle: Route['handle']): Route => {
    return { method, pattern, needsToken: true, handle };
  };
  return [
    route('POST', '/channels/:channel/messages', create),
    route('GET', '/channels/:channel/messages', list),
    route('GET', one, (request) =>
      ok(find(reach(request, Bit.ReadMessageHistory), request.params.message).api),
    ),
    route('PATCH', one, edit),
    route('DELETE', one, remove),
    route('POST', `${one}/crosspost`, crosspost),
    route('POST', '/channels/:channel/typing', typing),
  ];
}
