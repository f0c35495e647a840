import type { APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import type { Reply } from './reply.ts';

export interface Visibility {
  /** True: only the person addressed sees it, where the surface has that. */
  readonly alone?: boolean;
}

/**
 * The way everything the bot says goes out. Words that do not read back as their source's are not sent: the
 * person gets an apology instead.
 */
export interface Say {
  /** The answer; after it, further messages. */
  reply(reply: Reply, visibility?: Visibility): Promise<void>;
  /** Replaces the message whose button was pressed, menu used or form sent. On other occasions the same as `reply`. */
  update(reply: Reply): Promise<void>;
  /** Deletes the message whose button was pressed. */
  remove(): Promise<void>;
  /** Opens a form; only as the first answer to a command or a button. */
  openForm(form: APIModalInteractionResponseCallbackData): Promise<void>;
  /** Announces that the answer takes longer than Discord's three seconds; `reply` then completes it. */
  defer(visibility?: Visibility): Promise<void>;
}
