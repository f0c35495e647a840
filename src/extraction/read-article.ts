import { extname } from 'node:path';
import type { Span } from '../announcement/source.ts';
import type { Extraction } from './candidate.ts';
import { extract } from './extract.ts';
import { mainText } from './html.ts';
import { withoutMarkup } from './markdown.ts';

/** Larger files are no articles. */
export const LARGEST_ARTICLE = 2 * 1024 * 1024;

type Format = 'text' | 'markdown' | 'html';

/** A file as it will be stored and quoted from. */
export interface Article {
  readonly format: Format;
  /**
   * The text as stored, which all offsets refer to: of plain text and Markdown the file's own text, every
   * character of it; of HTML the main text, one paragraph a line.
   */
  readonly text: string;
  /** As long as `text`, with markup turned into spaces: what the extractor reads. */
  readonly readable: string;
  readonly warnings: readonly string[];
}

/** The statements of an article as it is stored: emphasis that belongs to the words is taken in with them. */
export function extractFrom({ text, readable }: Article): Extraction {
  const { candidates, ...rest } = extract(readable);
  const isMarkup = (at: number) => readable[at] === ' ' && /[*_`]/.test(text[at] ?? '');
  const widened = ([start, end]: Span): Span => {
    let [from, to] = [start, end];
    while (from > 0 && isMarkup(from - 1)) from--;
    while (isMarkup(to)) to++;
    return [from, to];
  };
  return { candidates: candidates.map((one) => ({ ...one, spans: one.spans.map(widened) })), ...rest };
}

/** Decodes and reads a file. Bytes that are no UTF-8 become U+FFFD, with a warning. Never throws. */
export function readArticle(bytes: Buffer, file: string): Article {
  const written = bytes.toString('utf8');
  const warnings: string[] = [];
  if (written.includes('\ufffd') && !bytes.equals(Buffer.from(written, 'utf8'))) {
    warnings.push('The file is not UTF-8; what could not be read stands as \ufffd.');
  }
  const format = formatOf(written, file);
  if (format === 'markdown') return { format, text: written, readable: withoutMarkup(written), warnings };
  if (format === 'text') return { format, text: written, readable: written, warnings };
  const text = mainTextOf(written);
  if (text === null) {
    warnings.push('No article was found in the page.');
    return { format, text: '', readable: '', warnings };
  }
  return { format, text, readable: text, warnings };
}

/** The libraries stop at pages they were not made for; a page is the stranger's, so that is no error of ours. */
function mainTextOf(html: string): string | null {
  try {
    return mainText(html);
  } catch {
    return null;
  }
}

function formatOf(written: string, file: string): Format {
  const extension = extname(file).toLowerCase();
  if (/^\.(?:html?|xhtml)$/.test(extension)) return 'html';
  if (/^\.(?:md|markdown)$/.test(extension)) return 'markdown';
  if (extension === '.txt') return 'text';
  return /^\s*(?:<!doctype html|<html[\s>])/i.test(written.slice(0, 1000)) ? 'html' : 'text';
}
