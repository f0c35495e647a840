import { ChannelType, type Message } from 'discord.js';
import type { Desk } from '../desk/desk.ts';
import { chat } from '../desk/wording/chat.ts';
import { answersSeenBy, type SettingsStore } from '../settings/server-settings.ts';
import type { Handling } from './observer.ts';
import type { Pace } from './pace.ts';
import { renderAnswer } from './render/answer.ts';
import { everybody } from './render/audience.ts';
import { renderHelp } from './render/help.ts';
import { plainReply, type Reply } from './reply.ts';
import type { Say } from './say.ts';
import { untilClear } from './until-clear.ts';

interface MessageCall {
  readonly desks: (server: string | null) => Promise<Desk>;
  readonly settings: SettingsStore;
  readonly say: Pick<Say, 'reply'>;
  readonly pace: (person: string, channel: string | null) => ReturnType<Pace>;
  /** Told when what moderators decided could not be read. */
  readonly onUnreadable: (error: unknown) => void;
}

/**
 * Answers a direct message, or a message that mentions the bot itself. Others are none of its business.
 */
export async function answerMessage(message: Message, call: MessageCall): Promise<Handling> {
  const { desks, settings, say, pace, onUnreadable } = call;
  const direct = message.channel.type === ChannelType.DM;
  if (!direct && !mentionsBot(message)) return 'ignored';
  const tooFast = pace(message.author.id, message.channelId);
  if (tooFast !== null) {
    // Said once: an answer to every message would make the noise worse.
    if (tooFast.first) await say.reply(plainReply(chat.trouble.tooFast(Math.ceil(tooFast.waitMs / 1_000))));
    return 'too-fast';
  }
  if (message.inGuild()) {
    const where = (message.channel.isThread() ? message.channel.parentId : null) ?? message.channelId;
    const seenBy = await settings.settings(message.guildId).then(
      (decided) => answersSeenBy(decided, where),
      (error: unknown) => {
        onUnreadable(error);
        return null;
      },
    );
    // A message has no private answer.
    if (seenBy !== 'public') {
      const { privateHere, undecided } = chat.trouble;
      await say.reply(plainReply(seenBy === null ? undecided : privateHere));
      return 'answered';
    }
  }
  const desk = await desks(message.guildId);
  const typed = withoutMention(message);
  await say.reply(await answerTo(typed, message, desk));
  return 'answered';
}

async function answerTo(typed: string, message: Message, desk: Desk): Promise<Reply> {
  if (/^\W*help\W*$/i.test(typed)) return renderHelp(desk.announcements);
  const question = typed === '' && message.reference !== null ? await repliedTo(message) : typed;
  if (question === null) return plainReply(chat.trouble.notGiven);
  return renderAnswer(
    desk.ask({ question }),
    everybody(message.author.id, message.inGuild()),
    desk.announcements,
  );
}

/** Named itself, not by @everyone, a role, or a reply that pings. */
function mentionsBot(message: Message): boolean {
  const { user } = message.client;
  return (
    message.mentions.has(user, { ignoreEveryone: true, ignoreRoles: true, ignoreRepliedUser: true }) ||
    message.content.includes(`<@${user.id}>`)
  );
}

function withoutMention({ content, client }: Message): string {
  return content
    .replaceAll(new RegExp(`<@!?${client.user.id}>`, 'g'), ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The text of the message that was replied to, where Discord gives it; null where not. */
async function repliedTo(message: Message): Promise<string | null> {
  try {
    const { content } = await untilClear(() => message.fetchReference());
    return content.trim() === '' ? null : content;
  } catch {
    return null;
  }
}
