import type { APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import type { Reply } from './reply.ts';

export interface Visibility {
  /** True: only the person addressed sees it, where the surface has that. */
  readonly alone?: boolean;
}

/** `unclear`: nobody can tell whether it stands in the channel, so it is not sent again. */
export type Shared =
  | { readonly kind: 'done' }
  | { readonly kind: 'refused' | 'unclear'; readonly reference: string };

/**
 * The way everything the bot says goes out. Words that do not read back as their source's are not sent: the
 * person gets an apology instead.
 */
export interface Say {
  /** The answer; after it, further messages. */
  reply(reply: Reply, visibility?: Visibility): Promise<void>;
  /** Replaces the message whose button was pressed, menu used or form sent. On other occasions the same as `reply`. */
  update(reply: Reply): Promise<void>;
  /**
   * Puts what the message whose button was pressed says into the channel, after its `update`: once, however often and
   * however fast the button is pressed. Rejects only for words that are no reply.
   */
  share(reply: Reply): Promise<Shared>;
  /** Deletes the message whose button was pressed. */
  remove(): Promise<void>;
  /** Opens a form; only as the first answer to a command or a button. */
  openForm(form: APIModalInteractionResponseCallbackData): Promise<void>;
  /** Announces that the answer takes longer than Discord's three seconds; `reply` then completes it. */
  defer(visibility?: Visibility): Promise<void>;
}
