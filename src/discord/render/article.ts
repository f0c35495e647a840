import type { Announcement } from '../../announcement/announcement.ts';
import type { Span } from '../../announcement/source.ts';
import type { Statement } from '../../announcement/statement.ts';
import { chat } from '../../desk/wording/chat.ts';
import { encodeCustomId, encodeNumbers } from '../custom-id.ts';
import type { Reply } from '../reply.ts';
import { shownName, sourceTitle } from './attribution.ts';
import { button, buttonRow } from './buttons.ts';
import { escapeText, shorten } from './escape.ts';
import { pageText, paginate } from './pages.ts';
import { type Block, blockQuote, longestBlock, splitSpan } from './quotation.ts';

/** A page of the whole text, from 0, paragraph by paragraph, marking who speaks. */
export function renderArticle(announcement: Announcement, asker: string, page: number): Reply {
  const { source } = announcement;
  const all = source.paragraphs.map((_, index) => index + 1);
  const blocks = paragraphBlocks(announcement, all);
  return renderPage(announcement, chat.article(escapeText(shorten(source.label, 200))), blocks, page, (to) =>
    encodeCustomId({ action: 'source', asker, fields: [announcement.version, encodeNumbers([to])] }),
  );
}

/**
 * A page of the passage around a statement: its paragraph and the ones beside it, its words bold. Page null is the
 * one where its words begin.
 */
export function renderPassage(
  announcement: Announcement,
  statement: Statement,
  asker: string,
  page: number | null,
): Reply {
  const { paragraph, spans } = statement.place;
  const blocks = paragraphBlocks(announcement, [paragraph - 1, paragraph, paragraph + 1], spans);
  const place = announcement.statements.indexOf(statement);
  const start = spans[0]?.[0] ?? 0;
  const begins = paginate(blocks).findIndex((one) =>
    one.some(({ quotations }) => quotations.some(({ span: [from, to] }) => from <= start && start < to)),
  );
  return renderPage(announcement, chat.passage(paragraph), blocks, page ?? begins, (to) =>
    encodeCustomId({
      action: 'passage',
      asker,
      fields: [announcement.version, encodeNumbers([place, to])],
    }),
  );
}

/** More people than this in one paragraph are not all named above it. */
const mostNamed = 4;

/** Who speaks in each paragraph, from 1, and how, in the order of the source. */
function speakersByParagraph({ statements }: Announcement): ReadonlyMap<number, ReadonlySet<string>> {
  const speakers = new Map<number, Set<string>>();
  for (const { place, also, speaker, kind } of statements) {
    if (speaker === null) continue;
    for (const { paragraph } of [place, ...also]) {
      const known = speakers.get(paragraph) ?? new Set();
      speakers.set(paragraph, known.add(`${shownName(speaker)} (${chat.standingShort[kind]})`));
    }
  }
  return speakers;
}

/** Blocks of paragraphs, given by their numbers; none for a number that no paragraph has. */
function paragraphBlocks(
  announcement: Announcement,
  numbers: readonly number[],
  emphasis: readonly Span[] = [],
): readonly Block[] {
  const { source } = announcement;
  const speakers = speakersByParagraph(announcement);
  return numbers.flatMap((number) => {
    const span = source.paragraphs[number - 1];
    if (span === undefined) return [];
    const named = [...(speakers.get(number) ?? [])];
    const speaking = named.length > mostNamed ? [...named.slice(0, mostNamed), '…'] : named;
    const heading = [`**${chat.articleParagraph(number)}**`, ...speaking].join(' · ');
    return splitSpan(source, span, longestBlock).map((piece, index) => {
      const quotation = { source, span: piece, inMarks: false };
      const title = index === 0 ? heading : `${heading} (${chat.continued})`;
      return { text: `${title}\n${blockQuote(quotation, emphasis)}`, quotations: [quotation] };
    });
  });
}

/**
 * One page of blocks with buttons to turn it. A page beyond the last shows the last.
 * `pageId` is the custom id that leads to a page.
 */
export function renderPage(
  announcement: Announcement,
  heading: string,
  blocks: readonly Block[],
  page: number,
  pageId: (to: number) => string,
  most?: number,
): Reply {
  const pages = paginate(blocks, most);
  const at = Math.max(0, Math.min(page, pages.length - 1));
  const shown = pages[at];
  if (shown === undefined) throw new RangeError('There is nothing to show.');
  const { text, quotations } = pageText(shown);
  const turning = [
    // Both ids must differ within a message, also where they lead to the same page.
    button(chat.buttons.previousPage, at === 0 ? `${pageId(0)}:first` : pageId(at - 1), at === 0),
    button(
      chat.buttons.nextPage,
      at === pages.length - 1 ? `${pageId(at)}:last` : pageId(at + 1),
      at === pages.length - 1,
    ),
  ];
  return {
    content: pages.length === 1 ? heading : `${heading} ${chat.page(at + 1, pages.length)}`,
    embeds: [{ ...sourceTitle(announcement), description: text }],
    components: pages.length === 1 ? [] : buttonRow(turning),
    quotations,
  };
}
