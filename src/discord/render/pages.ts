import type { Block } from './quotation.ts';

/** Escaped length of an embed's description that a page may fill. */
const fullPage = 3_500;

/** Blocks together on one page, in order. */
export type Page = readonly [Block, ...Block[]];

/** Spreads blocks over pages, each short enough for one embed and of at most `most` blocks. */
export function paginate(blocks: readonly Block[], most = Number.POSITIVE_INFINITY): readonly Page[] {
  const pages: [Block, ...Block[]][] = [];
  let length = 0;
  for (const block of blocks) {
    const page = pages.at(-1);
    if (page === undefined || page.length >= most || length + block.text.length > fullPage) {
      pages.push([block]);
      length = block.text.length;
    } else {
      page.push(block);
      length += block.text.length + 2;
    }
  }
  return pages;
}

/** What a page's embed says and quotes. */
export function pageText(page: Page): Block {
  return {
    text: page.map(({ text }) => text).join('\n\n'),
    quotations: page.flatMap(({ quotations }) => quotations),
  };
}
