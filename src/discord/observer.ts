/** What was answered: one of Discord's ways to turn to a bot. */
export type Occasion = 'command' | 'button' | 'form' | 'autocomplete' | 'message';

/** How it ended. `ignored`: a message that was none of the bot's business; `late`: suggestions nobody waits for. */
export type Handling = 'answered' | 'too-fast' | 'failed' | 'late' | 'ignored';

export interface Handled {
  readonly occasion: Occasion;
  /** Name of a command or action of the bot, or "unknown": one of few, never what somebody typed. */
  readonly name: string;
  readonly handling: Handling;
  /** From the event's arrival until it was dealt with. */
  readonly seconds: number;
}

interface Called {
  /** What was asked of the REST API, one of few names. */
  readonly call: string;
  /** HTTP status, or "none" where no answer came. */
  readonly status: string;
}

/** Hears what the bot does, for whoever measures it. It is told nothing about people and none of their words. */
export interface Observer {
  handled(event: Handled): void;
  called(request: Called): void;
}

export const unobserved: Observer = { handled: () => undefined, called: () => undefined };
