/** The messages of the world, with what Discord knows of each beyond what it shows. */

import type { APIMessage } from 'discord-api-types/v10';
import { MessageFlags } from 'discord-api-types/v10';
import type { SeenMessage } from '../visitor/outcome.ts';
import type { Channel, World } from './world.ts';

export interface StoredMessage {
  readonly id: string;
  readonly channel: Channel;
  /** As the API shows it; replaced by each edit. */
  api: APIMessage;
  /** The one person who can see it, of a private reply. */
  readonly visibleTo: string | null;
  /** Who was pinged by it or by one of its edits. */
  notified: readonly string[];
  /** Closed by the person it was for. */
  dismissed: boolean;
}

/** How long a nonce is remembered. Discord says "in the past few minutes". */
const nonceMs = 5 * 60_000;

export class Messages {
  private readonly world: World;
  private readonly byId = new Map<string, StoredMessage>();
  private readonly byChannel = new Map<Channel, Set<StoredMessage>>();
  private readonly nonces = new Map<string, { readonly messageId: string; readonly at: number }>();

  constructor(world: World) {
    this.world = world;
  }

  get(id: string): StoredMessage | undefined {
    return this.byId.get(id);
  }

  /** Oldest first: ids rise, so the order in which they were added is that of their age. */
  all(): readonly StoredMessage[] {
    return [...this.byId.values()];
  }

  /** Oldest first. */
  in(channel: Channel): readonly StoredMessage[] {
    return [...(this.byChannel.get(channel) ?? [])];
  }

  add(message: StoredMessage): void {
    this.byId.set(message.id, message);
    const neighbours = this.byChannel.get(message.channel) ?? new Set();
    this.byChannel.set(message.channel, neighbours.add(message));
    this.world.tell({ kind: 'message-created', message });
  }

  edit(message: StoredMessage, api: APIMessage, notified: readonly string[]): void {
    message.api = api;
    message.notified = [...new Set([...message.notified, ...notified])];
    this.world.tell({ kind: 'message-edited', message });
  }

  delete(message: StoredMessage): void {
    this.byId.delete(message.id);
    this.byChannel.get(message.channel)?.delete(message);
    this.world.tell({ kind: 'message-deleted', message });
  }

  dismiss(message: StoredMessage): void {
    message.dismissed = true;
    this.world.tell({ kind: 'message-dismissed', message });
  }

  /** The id of the message this author made with this nonce in the past few minutes, deleted or not. */
  madeWith(authorId: string, nonce: string): string | undefined {
    const made = this.nonces.get(`${authorId}:${nonce}`);
    return made && this.world.now() - made.at < nonceMs ? made.messageId : undefined;
  }

  rememberNonce(authorId: string, nonce: string, messageId: string): void {
    const now = this.world.now();
    for (const [key, { at }] of this.nonces) if (now - at >= nonceMs) this.nonces.delete(key);
    this.nonces.set(`${authorId}:${nonce}`, { messageId, at: now });
  }
}

/** A message for a person's eyes. */
export function seen({ api, notified }: StoredMessage): SeenMessage {
  const flags = api.flags ?? 0;
  return {
    ...api,
    ephemeral: (flags & MessageFlags.Ephemeral) !== 0,
    thinking: (flags & MessageFlags.Loading) !== 0,
    notified,
  };
}
