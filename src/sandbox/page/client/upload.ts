/** Files on their way to the sandbox. */

import type { SentFile } from '../protocol.ts';
import { Refused } from './connection.ts';

/** What one call to the sandbox has room for. */
const mostMiB = 20;

/** @throws Refused when there is too much of them, or one cannot be read. */
export function readUploads(files: readonly File[]): Promise<SentFile[]> {
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  if (bytes > mostMiB * 1024 * 1024) {
    return Promise.reject(new Refused(`These files are too large: ${mostMiB} MiB together at most`));
  }
  return Promise.all(files.map(readUpload));
}

async function readUpload(file: File): Promise<SentFile> {
  const url = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(String(reader.result)));
    reader.addEventListener('error', () => reject(new Refused(`${file.name} cannot be read`)));
    reader.readAsDataURL(file);
  });
  return { filename: file.name, contentType: file.type, base64: url.slice(url.indexOf(',') + 1) };
}
