/** Reads what a window sent. */

import { z } from 'zod';
import type { Call } from './protocol.ts';

const id = z.string().max(40);
const text = z.string().max(6000);
const file = z.object({
  filename: z.string().min(1).max(260),
  contentType: z.string().max(200),
  base64: z.base64(),
});
const option = z.union([text, z.number(), z.boolean(), file]);
const options = z.record(z.string().max(100), option);
const field = z.union([text, z.boolean(), z.array(text).max(25), z.array(file).max(10)]);

const call: z.ZodType<Call> = z.object({
  id: z.int().min(0),
  request: z.discriminatedUnion('do', [
    z.object({ do: z.literal('sit'), person: z.string().max(100) }),
    z.object({ do: z.literal('open'), channelId: id }),
    z.object({
      do: z.literal('say'),
      channelId: id,
      text,
      replyTo: id.nullable(),
      files: z.array(file).max(10),
    }),
    z.object({ do: z.literal(['remove', 'dismiss']), messageId: id }),
    z.object({ do: z.literal('run'), channelId: id, name: text, options }),
    z.object({ do: z.literal('complete'), channelId: id, name: text, options, focused: text }),
    z.object({ do: z.literal('message-menu'), name: text, messageId: id }),
    z.object({ do: z.literal('user-menu'), name: text, channelId: id, userId: id }),
    z.object({ do: z.literal('press'), messageId: id, customId: text }),
    z.object({ do: z.literal('choose'), messageId: id, customId: text, values: z.array(text).max(25) }),
    z.object({ do: z.literal('submit'), formId: id, values: z.record(z.string().max(100), field) }),
  ]),
});

/** @returns null for anything that no window of ours would send. */
export function readCall(data: string): Call | null {
  try {
    return call.safeParse(JSON.parse(data)).data ?? null;
  } catch {
    return null;
  }
}
