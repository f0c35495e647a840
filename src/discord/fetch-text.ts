import { extname } from 'node:path';
import { type Article, readArticle } from '../extraction/read-article.ts';

/** A file as Discord tells of it. */
export interface Attached {
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  readonly contentType: string | null;
  readonly url: string;
}

export type Fetched =
  | { readonly kind: 'article'; readonly article: Article }
  | { readonly kind: 'too-large' | 'not-text' | 'not-utf8' | 'not-from-discord' | 'unreachable' };

/** Reads an attached text. Never rejects for what comes back. */
export type TextFetcher = (file: Attached) => Promise<Fetched>;

/** Longer than any announcement, and read and searched within a second. In bytes. */
export const largestText = 128 * 1024;

const patience = 8_000;
const kinds = new Set(['.txt', '.text', '.md', '.markdown', '.html', '.htm']);
const types = /^(?:text\/(?:plain|markdown|x-markdown|html)|application\/octet-stream)\b/i;
const discordHosts = new Set(['cdn.discordapp.com', 'media.discordapp.net']);

/**
 * Reads attached texts from where Discord keeps them, and from nowhere else: its own hosts over https, or the address
 * of the API where that is this machine. `apiUrl` is null for Discord's own.
 */
export function createTextFetcher(apiUrl: string | null): TextFetcher {
  const local = apiUrl === null ? null : new URL(apiUrl);
  const sandbox =
    local !== null && ['127.0.0.1', '[::1]', 'localhost'].includes(local.hostname) ? local.origin : null;

  return async ({ name, size, contentType, url }) => {
    if (!kinds.has(extname(name).toLowerCase())) return { kind: 'not-text' };
    if (contentType !== null && !types.test(contentType)) return { kind: 'not-text' };
    if (size > largestText) return { kind: 'too-large' };
    if (!isDiscords(url, sandbox)) return { kind: 'not-from-discord' };
    const bytes = await download(url);
    if (typeof bytes === 'string') return { kind: bytes };
    if (bytes.includes(0)) return { kind: bytes[0] === 0xff || bytes[0] === 0xfe ? 'not-utf8' : 'not-text' };
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    } catch {
      return { kind: 'not-utf8' };
    }
    return { kind: 'article', article: readArticle(bytes, name) };
  };
}

function isDiscords(address: string, sandbox: string | null): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  if (url.username !== '' || url.password !== '') return false;
  if (sandbox !== null && url.origin === sandbox) return true;
  return url.protocol === 'https:' && url.port === '' && discordHosts.has(url.hostname);
}

/** The file's bytes. What was promised about its size is not relied on. */
async function download(url: string): Promise<Buffer | 'too-large' | 'unreachable'> {
  try {
    const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(patience) });
    if (!response.ok || response.body === null) {
      await response.body?.cancel();
      return 'unreachable';
    }
    const chunks: Uint8Array[] = [];
    let size = 0;
    // Leaving the loop ends the download.
    for await (const chunk of response.body) {
      size += chunk.byteLength;
      if (size > largestText) return 'too-large';
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  } catch {
    return 'unreachable';
  }
}
