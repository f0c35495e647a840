/** What Discord answers when it will not: an HTTP status, a JSON error code, and for forms where they are wrong. */

/** One wrong place in a body. */
export interface Problem {
  readonly path: readonly (string | number)[];
  readonly code: string;
  readonly message: string;
}

export class DiscordError extends Error {
  readonly status: number;
  readonly code: number;
  readonly problems: readonly Problem[];

  constructor(status: number, code: number, message: string, problems: readonly Problem[] = []) {
    super(message);
    this.status = status;
    this.code = code;
    this.problems = problems;
  }

  /** The body of the answer; problems nest along their paths and end in `_errors`. */
  body(): object {
    const { message, code, problems } = this;
    if (problems.length === 0) return { message, code };
    const errors: Nested = {};
    for (const { path, code: name, message: words } of problems) {
      let level: Nested = errors;
      for (const part of path) {
        const deeper = level[String(part)] ?? {};
        level[String(part)] = deeper;
        level = deeper as Nested;
      }
      const listed = (level._errors as object[] | undefined) ?? [];
      level._errors = [...listed, { code: name, message: words }];
    }
    return { message, code, errors };
  }
}

interface Nested {
  [key: string]: Nested | object[];
}

/** @see https://docs.discord.com/developers/topics/opcodes-and-status-codes */
export const refuse = {
  unknownChannel: () => new DiscordError(404, 10003, 'Unknown Channel'),
  unknownGuild: () => new DiscordError(404, 10004, 'Unknown Guild'),
  unknownMember: () => new DiscordError(404, 10007, 'Unknown Member'),
  unknownMessage: () => new DiscordError(404, 10008, 'Unknown Message'),
  unknownRole: () => new DiscordError(404, 10011, 'Unknown Role'),
  unknownUser: () => new DiscordError(404, 10013, 'Unknown User'),
  unknownWebhook: () => new DiscordError(404, 10015, 'Unknown Webhook'),
  unknownInteraction: () => new DiscordError(404, 10062, 'Unknown interaction'),
  unknownCommand: () => new DiscordError(404, 10063, 'Unknown application command'),
  unauthorized: () => new DiscordError(401, 0, '401: Unauthorized'),
  tooLarge: () => new DiscordError(413, 40005, 'Request entity too large'),
  tooManyFiles: () => new DiscordError(400, 30015, 'Maximum number of attachments in a message reached (10)'),
  alreadyCrossposted: () => new DiscordError(400, 40033, 'This message has already been crossposted.'),
  alreadyAcknowledged: () => new DiscordError(400, 40060, 'Interaction has already been acknowledged.'),
  tooManyFollowUps: () =>
    new DiscordError(400, 40094, 'The application may only send 5 follow-up messages for this interaction'),
  missingAccess: () => new DiscordError(403, 50001, 'Missing Access'),
  notAuthor: () => new DiscordError(403, 50005, 'Cannot edit a message authored by another user'),
  empty: () => new DiscordError(400, 50006, 'Cannot send an empty message'),
  noDirectMessages: () => new DiscordError(403, 50007, 'Cannot send messages to this user'),
  missingPermissions: () => new DiscordError(403, 50013, 'Missing Permissions'),
  wrongChannelType: () => new DiscordError(400, 50024, 'Cannot execute action on this channel type'),
  expiredToken: () => new DiscordError(401, 50027, 'Invalid Webhook Token'),
  invalidJson: () => new DiscordError(400, 50109, 'The request body contains invalid JSON.'),
  noHistory: () =>
    new DiscordError(403, 160002, 'You cannot reply without permission to read message history'),
  invalidForm: (problems: readonly Problem[]) => new DiscordError(400, 50035, 'Invalid Form Body', problems),
} as const;
