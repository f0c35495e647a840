/** What happens in the world; the gateway tells the bot of it, the visitors see it. */

import type { Interaction } from '../interactions/interaction.ts';
import type { StoredMessage } from './message.ts';
import type { Channel, Guild, GuildChannel, Member } from './world.ts';

export type Happening =
  | { readonly kind: 'message-created'; readonly message: StoredMessage }
  | { readonly kind: 'message-edited'; readonly message: StoredMessage }
  | { readonly kind: 'message-deleted'; readonly message: StoredMessage }
  | { readonly kind: 'message-dismissed'; readonly message: StoredMessage }
  | { readonly kind: 'typing'; readonly channel: Channel; readonly userId: string }
  | { readonly kind: 'channel-deleted' | 'channel-changed'; readonly channel: GuildChannel }
  | { readonly kind: 'member-changed'; readonly guild: Guild; readonly member: Member }
  | { readonly kind: 'bot-joined' | 'bot-left'; readonly guild: Guild }
  | { readonly kind: 'commands-changed' }
  | { readonly kind: 'interaction-begun'; readonly interaction: Interaction; readonly payload: object }
  | { readonly kind: 'interaction-moved'; readonly interaction: Interaction }
  | { readonly kind: 'bot-presence'; readonly online: boolean }
  /** The sandbox ends: nothing is worth waiting for. */
  | { readonly kind: 'closed' };

/** Tells listeners, in the order they came; one that leaves meanwhile is not told any more. */
export class Happenings {
  private readonly listeners = new Set<(happening: Happening) => void>();

  listen(listener: (happening: Happening) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  tell(happening: Happening): void {
    for (const listener of this.listeners) listener(happening);
  }
}
