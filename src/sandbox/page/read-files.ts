/** The files of the built page, and the document that loads them. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface PageFile {
  readonly contentType: string;
  readonly data: string;
}

export interface Shell {
  readonly title: string;
  readonly secret: string;
}

/**
 * @param folder what the build wrote: page.js and page.css.
 * @returns by path, or null when the page has not been built.
 */
export function readFiles(folder: string, shell: Shell): ReadonlyMap<string, PageFile> | null {
  try {
    const read = (name: string) => readFileSync(join(folder, name), 'utf8');
    return new Map([
      ['/', { contentType: 'text/html; charset=utf-8', data: documentOf(shell) }],
      ['/page.js', { contentType: 'text/javascript; charset=utf-8', data: read('page.js') }],
      ['/page.css', { contentType: 'text/css; charset=utf-8', data: read('page.css') }],
      ['/icon.svg', { contentType: 'image/svg+xml', data: icon }],
    ]);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw cause;
  }
}

const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="9" fill="#3f5bd9"/><path d="M8 21v-6c0-3 2-5 5-5v3c-1 0-2 1-2 2h2v6zm10 0v-6c0-3 2-5 5-5v3c-1 0-2 1-2 2h2v6z" fill="#fff"/></svg>`;

function documentOf({ title, secret }: Shell): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="secret" content="${secret}">
<title>${escaped(title)}</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/page.css">
<script type="module" src="/page.js"></script>
</head>
<body><div id="page"></div><noscript>This page needs JavaScript.</noscript></body>
</html>
`;
}

function escaped(text: string): string {
  return text.replaceAll(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
