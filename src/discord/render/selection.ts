import type { Announcement, Topic } from '../../announcement/announcement.ts';
import type { Person, Statement } from '../../announcement/statement.ts';
import { chat } from '../../desk/wording/chat.ts';
import { en } from '../../desk/wording/en.ts';
import { encodeCustomId, encodeNumbers } from '../custom-id.ts';
import { plainReply, type Reply } from '../reply.ts';
import { renderPage } from './article.ts';
import { placeLine, shownName, speakerLine } from './attribution.ts';
import { escapeText, shorten } from './escape.ts';
import { type Block, statementBlocks } from './quotation.ts';

/** What was chosen to browse, so that a page can be turned after a restart. */
export interface Browsing {
  readonly announcement: Announcement;
  readonly speaker: Person | null;
  readonly topics: readonly Topic[];
}

const mostOnPage = 5;

/** A page of statements, from 0, each with who said it and where. */
export function renderStatements(
  { announcement, speaker, topics }: Browsing,
  statements: readonly Statement[],
  asker: string,
  page: number,
): Reply {
  const by = speaker === null ? null : shownName(speaker);
  const on = topics.map(({ name }) => escapeText(shorten(name, 80)));
  if (statements.length === 0) return plainReply(nothingFor(by, on));
  const heading = chat.statements(statements.length, by, on);
  const chosen = [
    speaker === null ? [] : [announcement.people.indexOf(speaker)],
    topics.map((topic) => announcement.topics.indexOf(topic)),
  ].map(encodeNumbers);
  const pageId = (to: number) =>
    encodeCustomId({
      action: 'quotes',
      asker,
      fields: [announcement.version, ...chosen, encodeNumbers([to])],
    });
  return renderPage(announcement, heading, statements.flatMap(entries), page, pageId, mostOnPage);
}

function nothingFor(by: string | null, on: readonly string[]): string {
  if (by === null) return chat.nothingOn(on);
  return on.length === 0 ? en.notHeard(by) : chat.nothingFitsBoth;
}

function entries(statement: Statement): readonly Block[] {
  return statementBlocks(statement).map(({ text, quotations }, index) => ({
    text: `${speakerLine(statement)}\n${text}\n${placeLine(statement)}${index === 0 ? '' : ` (${chat.continued})`}`,
    quotations,
  }));
}
