/** The life of an interaction: sent, answered in time or not, then followed up until its token dies. */

import type {
  APIApplicationCommandOptionChoice,
  APIMessageInteractionMetadata,
  APIModalInteractionResponseCallbackData,
  ApplicationCommandType,
  InteractionResponseType,
  InteractionType,
} from 'discord-api-types/v10';
import type { StoredMessage } from '../world/message.ts';
import type { Channel, Person } from '../world/world.ts';

export interface Interaction {
  readonly id: string;
  readonly token: string;
  readonly type: InteractionType;
  readonly person: Person;
  readonly channel: Channel;
  readonly metadata: APIMessageInteractionMetadata;
  /** The message whose component was used, or from whose component the form was opened. */
  readonly source: StoredMessage | null;
  /** The command that was used, or whose form was sent in: its name with subcommands. */
  readonly command: { readonly type: ApplicationCommandType; readonly name: string } | null;
  /** True where the app is only there because this person installed it. */
  readonly userInstallOnly: boolean;
  /** By the world's clock. */
  readonly begunAt: number;
  state: 'waiting' | 'answered' | 'failed';
  /** The type of the first response. */
  response: InteractionResponseType | null;
  /** What "@original" means: the reply, or the message with the component. */
  original: StoredMessage | null;
  form: APIModalInteractionResponseCallbackData | null;
  choices: readonly APIApplicationCommandOptionChoice[] | null;
  /** Whether "thinking" has been filled, edited or deleted, or a follow-up came. */
  moved: 'edited' | 'followed-up' | 'deleted' | null;
  followUps: StoredMessage[];
  /** Whether its form can still be sent in. */
  formOpen: boolean;
}
