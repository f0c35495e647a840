/** Files on their way to the sandbox. */

import type { SentFile } from '../protocol.ts';

export function readUploads(files: readonly File[]): Promise<SentFile[]> {
  return Promise.all(files.map(readUpload));
}

export async function readUpload(file: File): Promise<SentFile> {
  const url = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(String(reader.result)));
    reader.addEventListener('error', () => reject(reader.error ?? new Error('The file cannot be read')));
    reader.readAsDataURL(file);
  });
  return {
    filename: file.name,
    contentType: file.type,
    base64: url.slice(url.indexOf(',') + 1),
  };
}
