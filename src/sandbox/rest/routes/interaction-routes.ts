/** Answering interactions and following up on them. The token in the path is authorization enough. */

import { InteractionResponseType, MessageFlags } from 'discord-api-types/v10';
import type { Discord } from '../../discord.ts';
import type { Interaction } from '../../interactions/interaction.ts';
import { respond, writeAnswer } from '../../interactions/respond.ts';
import { type MessageBody, messageBodySchema } from '../../limits/message-body.ts';
import { parse } from '../../limits/parse.ts';
import type { StoredMessage } from '../../world/message.ts';
import { editMessage } from '../../world/write-message.ts';
import { refuse } from '../discord-error.ts';
import { nothing, ok, type RestRequest, type Route } from '../route.ts';
import { attach } from './attach.ts';

/** So many follow-ups may be sent where the app is only there for the person who installed it. */
const maxUserInstallFollowUps = 5;

export function interactionRoutes(discord: Discord): Route[] {
  const { interactions, messages, world } = discord;
  const follow = ({ params }: RestRequest) =>
    interactions.toFollow(params.application ?? '', params.token ?? '');
  const files =
    (request: RestRequest, { channel }: Interaction) =>
    (body: MessageBody) =>
      attach(discord, channel.id, request, body);

  const edit = (request: RestRequest, interaction: Interaction, message: StoredMessage) => {
    const body = parse(messageBodySchema(request.body, message.api.flags), request.body);
    const added = files(request, interaction)(body);
    editMessage(world, messages, message, { body, added, byWebhook: true });
    interaction.moved = 'edited';
    interactions.moved(interaction);
    return ok(message.api);
  };

  return [
    {
      method: 'POST',
      pattern: '/interactions/:id/:token/callback',
      needsToken: false,
      handle(request) {
        const { id = '', token = '' } = request.params;
        const interaction = interactions.toAnswer(id, token);
        respond(discord, interaction, request.body, files(request, interaction));
        return request.query.with_response === 'true' ? ok(callbackBody(interaction)) : nothing;
      },
    },
    {
      method: 'POST',
      pattern: '/webhooks/:application/:token',
      needsToken: false,
      handle(request) {
        const interaction = follow(request);
        const { original } = interaction;
        // A quirk Discord keeps for old bots: the first follow-up fills "thinking".
        if (original && isThinking(original)) return edit(request, interaction, original);
        if (interaction.userInstallOnly && interaction.followUps.length >= maxUserInstallFollowUps) {
          throw refuse.tooManyFollowUps();
        }
        const body = parse(messageBodySchema(request.body), request.body);
        const message = writeAnswer(discord, interaction, body, files(request, interaction)(body), 0);
        interaction.followUps.push(message);
        interaction.moved = 'followed-up';
        interactions.moved(interaction);
        return ok(message.api);
      },
    },
    {
      method: 'GET',
      pattern: '/webhooks/:application/:token/messages/:message',
      needsToken: false,
      handle: (request) => ok(answerOf(discord, follow(request), request).api),
    },
    {
      method: 'PATCH',
      pattern: '/webhooks/:application/:token/messages/:message',
      needsToken: false,
      handle(request) {
        const interaction = follow(request);
        return edit(request, interaction, answerOf(discord, interaction, request));
      },
    },
    {
      method: 'DELETE',
      pattern: '/webhooks/:application/:token/messages/:message',
      needsToken: false,
      handle(request) {
        const interaction = follow(request);
        messages.delete(answerOf(discord, interaction, request));
        interaction.moved = 'deleted';
        interactions.moved(interaction);
        return nothing;
      },
    },
  ];
}

function isThinking({ api }: StoredMessage): boolean {
  return ((api.flags ?? 0) & MessageFlags.Loading) !== 0;
}

/** The message a path names: "@original", or one of this interaction's answers. */
function answerOf({ messages }: Discord, interaction: Interaction, { params }: RestRequest): StoredMessage {
  const { original, source, followUps } = interaction;
  const mine = [original, source, ...followUps].filter((each) => each !== null);
  const named = params.message === '@original' ? original : mine.find(({ id }) => id === params.message);
  if (!named || messages.get(named.id) !== named) throw refuse.unknownMessage();
  return named;
}

/** @see https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-callback-interaction-callback-response-object */
function callbackBody({ id, type, response, original }: Interaction): object {
  const makesMessage =
    response === InteractionResponseType.ChannelMessageWithSource ||
    response === InteractionResponseType.DeferredChannelMessageWithSource ||
    response === InteractionResponseType.UpdateMessage;
  const message = makesMessage ? original : null;
  const about = message && {
    response_message_id: message.id,
    response_message_loading: isThinking(message),
    response_message_ephemeral: message.visibleTo !== null,
    channel_id: message.channel.id,
  };
  return {
    interaction: { id, type, ...about },
    resource: { type: response, ...(message ? { message: message.api } : {}) },
  };
}
