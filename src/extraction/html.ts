import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** Deeper documents overflow the stack of the parser's recursive walks; no article nests as deep. */
const DEEPEST = 200;

const BLOCK =
  /^(?:p|div|section|article|header|footer|main|aside|nav|h[1-6]|ul|ol|li|dl|dt|dd|table|thead|tbody|tr|td|th|blockquote|figure|figcaption|pre|form|hr|address|details|summary)$/i;

/** What is needed of a document's nodes; the libraries bring no types that work without a browser's. */
interface PageNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly childNodes: Iterable<PageNode>;
}

/** Title and main text of a saved page, one paragraph a line; null where there is none to be found. */
export function mainText(html: string): string | null {
  // Read only when a page comes: 150 ms that no other command should pay.
  const { parseHTML } = require('linkedom') as typeof import('linkedom');
  const { Readability } = require('@mozilla/readability') as typeof import('@mozilla/readability');
  const { document } = parseHTML(flattened(html));
  // The parser runs nothing; what is no text is taken out all the same, so that none of it is read as text.
  for (const element of document.querySelectorAll('script,style,noscript,template,iframe,svg'))
    element.remove();
  const article = new Readability(document as never, {
    charThreshold: 200,
    maxElemsToParse: 100_000,
  }).parse();
  if (article?.content == null) return null;
  const { document: content } = parseHTML(`<html><body>${article.content}</body></html>`);
  const body = linesOf(content.body as unknown as PageNode);
  const title = (article.title ?? '').replace(/\s+/g, ' ').trim();
  const lines = title !== '' && body[0] !== title ? [title, ...body] : body;
  return lines.length === 0 ? null : `${lines.join('\n\n')}\n`;
}

/** Tags nested too deep are taken out; their words stay. */
function flattened(html: string): string {
  let depth = 0;
  return html.replace(
    /<(\/?)([a-z][a-z0-9-]*)\b[^<>]*(\/?)>/gi,
    (tag, close: string, name: string, selfClosing: string) => {
      if (
        selfClosing !== '' ||
        /^(?:br|hr|img|input|link|meta|area|base|col|embed|source|track|wbr|p|li|td|th|tr|dt|dd|option)$/i.test(
          name,
        )
      )
        return tag;
      if (close !== '') {
        depth -= 1;
        if (depth < 0) depth = 0;
        return depth >= DEEPEST ? ' ' : tag;
      }
      depth += 1;
      return depth > DEEPEST ? ' ' : tag;
    },
  );
}

function linesOf(root: PageNode): string[] {
  const lines: string[] = [];
  let line = '';
  const flush = () => {
    const words = line.replace(/[\s\u00a0]+/g, ' ').trim();
    if (words !== '') lines.push(words);
    line = '';
  };
  // A stack of our own: the page decides how deep it is.
  const stack: (PageNode | 'flush')[] = [root];
  while (stack.length > 0) {
    const node = stack.pop();
    if (node === undefined) break;
    if (node === 'flush') {
      flush();
    } else if (node.nodeType === 3) {
      line += node.textContent ?? '';
    } else {
      const name = node.nodeName;
      if (/^br$/i.test(name)) line += '\n';
      const block = BLOCK.test(name);
      if (block) {
        flush();
        stack.push('flush');
      }
      for (const child of [...node.childNodes].reverse()) stack.push(child);
    }
  }
  flush();
  return lines;
}
