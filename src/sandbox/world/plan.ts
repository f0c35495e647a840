/** What a world is made from: plain data, so that a test can add a guild, a channel or a thousand people. */

/** Keys are short names of the plan ("general", "member"); ids are made when the world is. */
export interface WorldPlan {
  /** The application and its bot. */
  readonly application: { readonly name: string; readonly botName: string };
  readonly people: readonly PersonPlan[];
  readonly guilds: readonly GuildPlan[];
  /** Direct messages between people, where the bot is not: only a user-installed app can be used there. */
  readonly privateChannels: readonly PrivateChannelPlan[];
}

export interface PersonPlan {
  readonly key: string;
  readonly username: string;
  readonly displayName: string;
  /** A Discord locale, such as "en-US" or "zh-CN". */
  readonly locale: string;
  /** Whether this person has installed the app for themselves. */
  readonly installedApp: boolean;
  /** False for somebody who takes no direct messages from bots (error 50007). */
  readonly takesDirectMessages: boolean;
}

export interface GuildPlan {
  readonly key: string;
  readonly name: string;
  readonly locale: string;
  /** The key of the person who owns it. */
  readonly owner: string;
  /** The keys of the bot's roles here, or null where the bot is not a member. */
  readonly botRoles: readonly string[] | null;
  /** The role with the key "everyone" is the guild's @everyone. */
  readonly roles: readonly RolePlan[];
  readonly members: readonly { readonly person: string; readonly roles: readonly string[] }[];
  readonly channels: readonly ChannelPlan[];
}

interface RolePlan {
  readonly key: string;
  readonly name: string;
  /** Permission bits. */
  readonly permissions: bigint;
  /** Whether everybody may mention it. */
  readonly mentionable: boolean;
}

export interface ChannelPlan {
  readonly key: string;
  readonly name: string;
  readonly topic: string | null;
  readonly kind: 'text' | 'announcement';
  /** Whether it is the guild's rules channel. */
  readonly rules: boolean;
  readonly overwrites: readonly OverwritePlan[];
}

/** Exactly one of `role` and `person` says whom it is for; the person "bot" is the bot. */
export interface OverwritePlan {
  readonly role?: string;
  readonly person?: string;
  readonly allow: bigint;
  readonly deny: bigint;
}

interface PrivateChannelPlan {
  readonly key: string;
  /** The keys of the people in it. */
  readonly people: readonly string[];
}
