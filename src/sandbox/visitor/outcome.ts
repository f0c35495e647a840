/** What comes of an action, as the person who acted sees it. */

import type { APIMessage, APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';

/** A message as one person sees it. */
export type SeenMessage = APIMessage & {
  /** "Only you can see this". */
  readonly ephemeral: boolean;
  /** "… is thinking": deferred and not filled yet. */
  readonly thinking: boolean;
  /** The ids of all people who were pinged by it, whether by name, role, reply, @here or @everyone. */
  readonly notified: readonly string[];
};

/** A form (modal) the bot opened for one person. */
export interface Form {
  /** Distinguishes one opening from the next. */
  readonly id: string;
  readonly channelId: string;
  readonly customId: string;
  readonly title: string;
  /** In order; fixed text between the fields is a field of kind "words". */
  readonly fields: readonly FormField[];
  /** As the bot sent it. */
  readonly raw: APIModalInteractionResponseCallbackData;
}

export interface FieldOption {
  readonly label: string;
  readonly value: string;
  readonly description: string | null;
  readonly chosen: boolean;
}

interface LabelledField {
  readonly customId: string;
  readonly label: string;
  readonly description: string | null;
  readonly required: boolean;
}

export type FormField =
  | { readonly kind: 'words'; readonly text: string }
  | (LabelledField & {
      readonly kind: 'text';
      readonly paragraph: boolean;
      readonly minLength: number;
      readonly maxLength: number;
      readonly placeholder: string | null;
      /** What stands in it when it opens. */
      readonly value: string;
    })
  | (LabelledField & {
      readonly kind: 'select' | 'radio' | 'checkboxes' | 'people' | 'roles' | 'mentionables' | 'channels';
      readonly minValues: number;
      readonly maxValues: number;
      readonly placeholder: string | null;
      /** What may be chosen; of people, roles and channels, those the person can see. */
      readonly options: readonly FieldOption[];
    })
  | (LabelledField & { readonly kind: 'checkbox'; readonly ticked: boolean })
  | (LabelledField & { readonly kind: 'files'; readonly minValues: number; readonly maxValues: number });

export type Outcome =
  /** A new message answers: already filled in if the bot was thinking first. */
  | { readonly kind: 'replied'; readonly message: SeenMessage }
  /** The message that carries the pressed component was changed. */
  | { readonly kind: 'updated'; readonly message: SeenMessage }
  /** The message that carries the component, or the "thinking" one, is gone. */
  | { readonly kind: 'removed'; readonly messageId: string }
  | { readonly kind: 'form'; readonly form: Form }
  /** Taken note of, with nothing to see (yet). */
  | { readonly kind: 'acknowledged' }
  /** Still thinking when patience ended. */
  | { readonly kind: 'thinking'; readonly message: SeenMessage }
  /** Nothing came in time, in Discord's words: "This interaction failed", "The application did not respond". */
  | { readonly kind: 'failed'; readonly words: string }
  /** The client would not even send it: unknown or forbidden command, missing or wrong option, disabled button. */
  | { readonly kind: 'refused'; readonly problems: readonly string[] };

/** Thrown where an action cannot be done at all and has no outcome to give. */
export class Refusal extends Error {}

export type Change =
  | { readonly kind: 'message-created'; readonly channelId: string; readonly message: SeenMessage }
  | { readonly kind: 'message-edited'; readonly channelId: string; readonly message: SeenMessage }
  | { readonly kind: 'message-deleted'; readonly channelId: string; readonly messageId: string }
  | { readonly kind: 'typing'; readonly channelId: string; readonly userId: string }
  | { readonly kind: 'form-opened'; readonly channelId: string; readonly form: Form }
  | { readonly kind: 'interaction-failed'; readonly channelId: string; readonly words: string }
  | { readonly kind: 'commands-changed' }
  /** The channels this person sees, or what they may do there, may be others now. */
  | { readonly kind: 'places-changed' }
  | { readonly kind: 'bot-presence'; readonly online: boolean };
