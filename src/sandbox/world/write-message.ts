/** Makes and changes messages: from a checked body and its surroundings to what the API shows. */

import type {
  APIAttachment,
  APIEmbed,
  APIMessage,
  APIMessageInteractionMetadata,
  APIMessageTopLevelComponent,
  APIUser,
} from 'discord-api-types/v10';
import { MessageFlags, MessageReferenceType, type MessageType } from 'discord-api-types/v10';
import { flatten } from '../limits/components.ts';
import type { MessageBody } from '../limits/message-body.ts';
import { refuse } from '../rest/discord-error.ts';
import { type Mentions, mentionsOf } from './mentions.ts';
import type { Messages, StoredMessage } from './message.ts';
import type { Channel, World } from './world.ts';

/** Flags an author may set; the others are Discord's. */
const settable =
  MessageFlags.SuppressEmbeds | MessageFlags.SuppressNotifications | MessageFlags.IsComponentsV2;

export interface Draft {
  readonly channel: Channel;
  readonly author: APIUser;
  readonly body: MessageBody;
  readonly attachments: readonly APIAttachment[];
  readonly type: MessageType;
  readonly replyTo: StoredMessage | null;
  /** The person who alone sees it. */
  readonly visibleTo: string | null;
  readonly flags: number;
  readonly mentionsByDefault: readonly ('users' | 'roles' | 'everyone')[];
  /** Of a message that answers an interaction. */
  readonly interaction: {
    readonly metadata: APIMessageInteractionMetadata;
    readonly command: { readonly name: string } | null;
  } | null;
}

/** @throws DiscordError 50006 when there is nothing in it, unless it is "thinking". */
export function writeMessage(world: World, messages: Messages, draft: Draft): StoredMessage {
  const { channel, author, body, attachments, replyTo, interaction } = draft;
  const flags = draft.flags | ((body.flags ?? 0) & settable);
  const parts = partsOf(body, attachments);
  if ((flags & MessageFlags.Loading) === 0) refuseEmpty(parts);
  const mentions = mentionsFor(world, draft, parts, flags);
  const id = world.nextId();
  const api: APIMessage = {
    id,
    channel_id: channel.id,
    author,
    ...parts,
    ...mentioned(mentions),
    timestamp: new Date(world.now()).toISOString(),
    edited_timestamp: null,
    tts: body.tts ?? false,
    pinned: false,
    type: draft.type,
    flags,
    ...(body.nonce === undefined || body.nonce === null ? {} : { nonce: body.nonce }),
    ...(interaction ? answering(world, interaction) : {}),
    ...(replyTo ? reference(replyTo) : {}),
  };
  const stored: StoredMessage = {
    id,
    channel,
    api,
    visibleTo: draft.visibleTo,
    notified: mentions.notified,
    dismissed: false,
  };
  messages.add(stored);
  return stored;
}

/** What an edit changes; a field left out stays, null empties it, attachments not listed are dropped. */
export function editMessage(
  world: World,
  messages: Messages,
  message: StoredMessage,
  edit: { readonly body: MessageBody; readonly added: readonly APIAttachment[]; readonly byWebhook: boolean },
): void {
  const { api } = message;
  const { body, added } = edit;
  const kept =
    body.attachments === undefined || body.attachments === null
      ? api.attachments
      : api.attachments.filter(({ id }) => body.attachments?.some((listed) => String(listed.id) === id));
  const merged = partsOf(
    {
      ...body,
      content: body.content === undefined ? api.content : body.content,
      embeds: undefined,
      components: undefined,
    },
    [...kept, ...added],
  );
  const parts = {
    ...merged,
    embeds: body.embeds === undefined ? api.embeds : ((body.embeds ?? []) as APIEmbed[]),
    components: body.components === undefined ? (api.components ?? []) : numbered(body.components ?? []),
  };
  refuseEmpty(parts);
  const wasLoading = ((api.flags ?? 0) & MessageFlags.Loading) !== 0;
  const flags = ((api.flags ?? 0) & ~MessageFlags.Loading) | ((body.flags ?? 0) & settable);
  const byDefault: Draft['mentionsByDefault'] = edit.byWebhook ? ['users'] : ['users', 'roles', 'everyone'];
  const mentions = mentionsFor(
    world,
    { channel: message.channel, author: api.author, body, mentionsByDefault: byDefault, replyTo: null },
    parts,
    flags,
  );
  const edited: APIMessage = {
    ...api,
    ...parts,
    ...mentioned(mentions),
    flags,
    edited_timestamp: wasLoading ? null : new Date(world.now()).toISOString(),
  };
  messages.edit(message, edited, mentions.notified);
}

type Parts = Pick<APIMessage, 'content' | 'embeds' | 'components' | 'attachments'>;

function partsOf(body: MessageBody, attachments: readonly APIAttachment[]): Parts {
  return {
    content: body.content ?? '',
    embeds: (body.embeds ?? []) as APIEmbed[],
    components: numbered(body.components ?? []),
    attachments: [...attachments],
  };
}

/** Gives each component without an id one, as Discord does. */
function numbered(components: readonly object[]): APIMessageTopLevelComponent[] {
  const copy = structuredClone(components) as object[];
  const all = flatten(copy);
  const taken = new Set(all.map(({ id }) => id).filter(Boolean));
  let next = 1;
  for (const component of all) {
    if (component.id) continue;
    while (taken.has(next)) next += 1;
    component.id = next;
    taken.add(next);
  }
  return copy as APIMessageTopLevelComponent[];
}

function refuseEmpty({ content, embeds, components = [], attachments }: Parts): void {
  if (!content && embeds.length === 0 && components.length === 0 && attachments.length === 0)
    throw refuse.empty();
}

function mentionsFor(
  world: World,
  draft: Pick<Draft, 'channel' | 'author' | 'body' | 'mentionsByDefault' | 'replyTo'>,
  parts: Parts,
  flags: number,
): Mentions {
  return mentionsOf(world, {
    channel: draft.channel,
    authorId: draft.author.id,
    content: parts.content,
    components: parts.components ?? [],
    allowed: draft.body.allowed_mentions ?? null,
    byDefault: draft.mentionsByDefault,
    repliedTo: draft.replyTo?.api.author ?? null,
    ephemeral: (flags & MessageFlags.Ephemeral) !== 0,
  });
}

function mentioned({ users, roleIds, everyone }: Mentions) {
  return { mentions: [...users], mention_roles: [...roleIds], mention_everyone: everyone };
}

/** What a reply to an interaction says of it; a client shows "Robin used /ask" from it. */
function answering({ application }: World, { metadata, command }: NonNullable<Draft['interaction']>) {
  const { id, type, user } = metadata;
  return {
    interaction_metadata: metadata,
    application_id: application.id,
    webhook_id: application.id,
    ...(command ? { interaction: { id, type, name: command.name, user } } : {}),
  };
}

function reference({ id, api, channel }: StoredMessage) {
  const { referenced_message: _, ...referenced } = api;
  return {
    message_reference: {
      type: MessageReferenceType.Default,
      message_id: id,
      channel_id: channel.id,
      ...(channel.kind === 'guild' ? { guild_id: channel.guild.id } : {}),
    },
    referenced_message: referenced as APIMessage,
  };
}
