/** Whom a message is for, and who sees it. */
export interface Audience {
  /** Snowflake of who asked. */
  readonly asker: string;
  /** True where nobody else sees it. */
  readonly alone: boolean;
  /** Whether what they see alone may be shared where they asked. */
  readonly shareable: boolean;
  /** Whether somebody who sees it may be a moderator of the server, who can correct an answer. */
  readonly correctable: boolean;
}

/** For everybody who reads the channel. */
export function everybody(asker: string, inServer: boolean): Audience {
  return { asker, alone: false, shareable: false, correctable: inServer };
}
