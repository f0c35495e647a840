/** Reads what a REST call carries: JSON, or files with `payload_json`. */

import type { IncomingMessage } from 'node:http';
import type { Upload } from '../visitor/visitor.ts';
import { refuse } from './discord-error.ts';

/** Discord's bound for a whole request. */
const maxRequestBytes = 25 * 1024 * 1024;

export interface Body {
  readonly json: unknown;
  readonly files: readonly { readonly index: number; readonly upload: Upload }[];
}

/** @throws DiscordError 40005 when too large, 50109 when it is not what it says it is. */
export async function readBody(request: IncomingMessage): Promise<Body> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = chunk as Buffer;
    size += bytes.byteLength;
    if (size > maxRequestBytes) throw refuse.tooLarge();
    chunks.push(bytes);
  }
  const type = request.headers['content-type'] ?? '';
  const bytes = Buffer.concat(chunks);
  if (type.startsWith('multipart/form-data')) return multipart(bytes, type);
  return { json: bytes.byteLength === 0 ? undefined : parseJson(bytes.toString('utf8')), files: [] };
}

async function multipart(bytes: Buffer, type: string): Promise<Body> {
  const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } })
    .formData()
    .catch(() => {
      throw refuse.invalidJson();
    });
  const payload = form.get('payload_json');
  const files: { index: number; upload: Upload }[] = [];
  for (const [name, value] of form) {
    const [, index] = /^files\[(\d+)\]$/.exec(name) ?? [];
    if (index === undefined || typeof value === 'string') continue;
    const data = new Uint8Array(await value.arrayBuffer());
    const contentType = value.type || 'application/octet-stream';
    files.push({ index: Number(index), upload: { filename: value.name, contentType, data } });
  }
  return { json: typeof payload === 'string' ? parseJson(payload) : {}, files };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refuse.invalidJson();
  }
}
