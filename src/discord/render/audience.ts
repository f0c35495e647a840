/** Whom a message is for, and who sees it. */
export interface Audience {
  /** Snowflake of who asked. */
  readonly asker: string;
  /** True where nobody else sees it. */
  readonly alone: boolean;
  /** Whether what they see alone may be shared where they asked. */
  readonly shareable: boolean;
}

/** For everybody who reads the channel. */
export function everybody(asker: string): Audience {
  return { asker, alone: false, shareable: false };
}
