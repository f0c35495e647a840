/** The files of a request become attachments of a message. */

import type { APIAttachment } from 'discord-api-types/v10';
import type { Discord } from '../../discord.ts';
import { maxFileBytes } from '../../files/files.ts';
import type { MessageBody } from '../../limits/message-body.ts';
import { refuse } from '../discord-error.ts';
import type { RestRequest } from '../route.ts';

/** @throws DiscordError 30015 over ten files, 40005 when one is too large. */
export function attach(
  { files: store }: Discord,
  channelId: string,
  { files }: RestRequest,
  body: MessageBody,
): APIAttachment[] {
  if (files.length > 10) throw refuse.tooManyFiles();
  return files.map(({ index, upload }) => {
    if (upload.data.byteLength > maxFileBytes) throw refuse.tooLarge();
    const described = body.attachments?.find(({ id }) => String(id) === String(index));
    return store.keep(channelId, upload, described?.description ?? null);
  });
}
