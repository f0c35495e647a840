/** What a window of the page and the sandbox say to each other over one WebSocket, as JSON. */

import type { APIApplicationCommand, APIApplicationCommandOptionChoice } from 'discord-api-types/v10';
import type { Change, Form, Outcome, SeenMessage } from '../visitor/outcome.ts';
import type { SeenChannel, Surroundings } from '../visitor/visitor.ts';

/** A file on its way: its bytes in base64. */
export interface SentFile {
  readonly filename: string;
  readonly contentType: string;
  readonly base64: string;
}

export type SentOption = string | number | boolean | SentFile;
export type SentField = string | boolean | readonly string[] | readonly SentFile[];

/** What a window asks for. `sit` comes first and again whenever it becomes somebody else. */
export type Request =
  | { readonly do: 'sit'; readonly person: string }
  | { readonly do: 'open'; readonly channelId: string }
  | {
      readonly do: 'say';
      readonly channelId: string;
      readonly text: string;
      readonly replyTo: string | null;
      readonly files: readonly SentFile[];
    }
  | { readonly do: 'remove' | 'dismiss'; readonly messageId: string }
  | {
      readonly do: 'run';
      readonly channelId: string;
      readonly name: string;
      readonly options: Readonly<Record<string, SentOption>>;
    }
  | {
      readonly do: 'complete';
      readonly channelId: string;
      readonly name: string;
      readonly options: Readonly<Record<string, SentOption>>;
      readonly focused: string;
    }
  | { readonly do: 'message-menu'; readonly name: string; readonly messageId: string }
  | {
      readonly do: 'user-menu';
      readonly name: string;
      readonly channelId: string;
      readonly userId: string;
    }
  | { readonly do: 'press'; readonly messageId: string; readonly customId: string }
  | {
      readonly do: 'choose';
      readonly messageId: string;
      readonly customId: string;
      readonly values: readonly string[];
    }
  | {
      readonly do: 'submit';
      readonly formId: string;
      readonly values: Readonly<Record<string, SentField>>;
    };

interface SeatedPerson {
  readonly key: string;
  readonly id: string;
  readonly name: string;
}

/** The world as the person who sat down sees it. */
export interface View {
  readonly me: SeatedPerson;
  readonly people: readonly SeatedPerson[];
  readonly bot: { readonly id: string; readonly name: string; readonly online: boolean };
  readonly channels: readonly SeenChannel[];
}

/** A channel as the person sees it. */
export interface OpenedChannel {
  readonly messages: readonly SeenMessage[];
  readonly commands: readonly APIApplicationCommand[];
  readonly around: Surroundings;
}

export type Suggestions =
  | { readonly kind: 'choices'; readonly choices: readonly APIApplicationCommandOptionChoice[] }
  | { readonly kind: 'none'; readonly words: string };

/** What each request is answered with. */
export interface Answers {
  readonly sit: View;
  readonly open: OpenedChannel;
  readonly say: null;
  readonly remove: null;
  readonly dismiss: null;
  readonly run: Outcome;
  readonly complete: Suggestions;
  readonly 'message-menu': Outcome;
  readonly 'user-menu': Outcome;
  readonly press: Outcome;
  readonly choose: Outcome;
  readonly submit: Outcome;
}

export type { Change, Form, Outcome, SeenChannel, SeenMessage };

/** From a window. */
export interface Call {
  /** Made up by the window; its answer carries it. */
  readonly id: number;
  readonly request: Request;
}

/** To a window. */
export type Delivery =
  | { readonly kind: 'answer'; readonly id: number; readonly value: Answers[keyof Answers] }
  /** Discord's client would not do that. */
  | { readonly kind: 'refused'; readonly id: number; readonly words: string }
  | { readonly kind: 'change'; readonly change: Change };
