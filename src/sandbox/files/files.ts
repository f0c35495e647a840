/** Uploaded files, kept in memory and served like Discord's CDN does. */

import type { APIAttachment } from 'discord-api-types/v10';
import type { Upload } from '../visitor/visitor.ts';

/** The largest file Discord takes without boosts. */
export const maxFileBytes = 10 * 1024 * 1024;

export class Files {
  private readonly nextId: () => string;
  private readonly origin: () => string;
  private readonly byPath = new Map<string, Upload>();

  constructor(nextId: () => string, origin: () => string) {
    this.nextId = nextId;
    this.origin = origin;
  }

  keep(channelId: string, upload: Upload, description?: string | null): APIAttachment {
    const id = this.nextId();
    const filename = upload.filename.replaceAll(/[^\p{L}\p{N}._-]+/gu, '_');
    const path = `/cdn/attachments/${channelId}/${id}/${encodeURIComponent(filename)}`;
    this.byPath.set(path, { ...upload, filename });
    const url = `${this.origin()}${path}`;
    return {
      id,
      filename,
      size: upload.data.byteLength,
      url,
      proxy_url: url,
      content_type: upload.contentType,
      ...(description ? { description } : {}),
    };
  }

  at(path: string): Upload | undefined {
    return this.byPath.get(path);
  }
}
