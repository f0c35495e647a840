import { chat } from '../../desk/wording/chat.ts';
import type { Call } from '../command.ts';
import { plainReply } from '../reply.ts';

/** Tells whoever pressed a button that it belongs to a version that is gone. */
export function tooOld({ say }: Pick<Call, 'say'>): Promise<void> {
  return say.reply(plainReply(chat.trouble.oldButton), { alone: true });
}
