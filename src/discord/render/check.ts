import type { Announcement } from '../../announcement/announcement.ts';
import type { Span } from '../../announcement/source.ts';
import type { Statement } from '../../announcement/statement.ts';
import type { Finding } from '../../checking/finding.ts';
import { type Piece, versions } from '../../checking/versions.ts';
import type { Checked } from '../../desk/desk.ts';
import { chat } from '../../desk/wording/chat.ts';
import { checking } from '../../desk/wording/checking.ts';
import { en } from '../../desk/wording/en.ts';
import { decodeNumbers, encodeCustomId, encodeNumbers } from '../custom-id.ts';
import type { Reply, Row } from '../reply.ts';
import { answerId } from './answer-state.ts';
import { placeLine, sourceTitle, speakerLine } from './attribution.ts';
import { type Audience, everybody } from './audience.ts';
import { button, buttonRow, shareOrRemove } from './buttons.ts';
import { escapeText, escapeTyped, shorten, visible } from './escape.ts';
import { statementBlocks } from './quotation.ts';

/** What a check shows of the source: a statement, and which part of it where it is too long for one message. */
export interface Shown {
  readonly statement: Statement;
  readonly part: number;
}

/** How much a message may show of one check, so that it fits Discord's limits whatever is escaped. */
interface Room {
  readonly alleged: number;
  readonly speaker: number;
  readonly notes: number;
  readonly note: number;
}

const alone: Room = { alleged: 400, speaker: 80, notes: 8, note: 180 };
const oneOfSeveral: Room = { alleged: 150, speaker: 60, notes: 3, note: 100 };
/** Discord counts the text of all embeds together, up to 6,000. */
const roomInEmbeds = 5_600;

/** The reply to checked quotes: a verdict for each, the words of the source, and what differs. */
export function renderChecks(checks: readonly [Checked, ...Checked[]], audience: Audience): Reply {
  const [only, ...more] = checks;
  if (more.length > 0) return renderSeveral(checks, audience);
  const { verdict, source, details, shown, quotations } = partOf(only, alone);
  return {
    content: [verdict, ...source].join('\n'),
    embeds: [{ ...sourceTitle(only.announcement), description: details }],
    components: buttons(only.announcement, shown, audience),
    quotations,
  };
}

function renderSeveral(checks: readonly [Checked, ...Checked[]], audience: Audience): Reply {
  const [{ announcement }] = checks;
  const parts = checks.map((one) => partOf(one, oneOfSeveral));
  let room = roomInEmbeds - parts.reduce((sum, { details }) => sum + details.length + 40, 0);
  // What does not fit any more is left out whole: the verdict and what differs are there all the same.
  const fitting = parts.map((part) => {
    const length = part.source.join('\n').length + 1;
    if (length > room) return { ...part, source: [], shown: [], quotations: [] };
    room -= length;
    return part;
  });
  const count = parts.length;
  return {
    content: parts.map(({ verdict }, i) => `${chat.quoteOf(i + 1, count)} ${verdict}`).join('\n'),
    embeds: fitting.map(({ details, source }, i) => ({
      title: chat.quoteOf(i + 1, count),
      description: [details, ...source].join('\n'),
    })),
    components: buttons(
      announcement,
      fitting.flatMap(({ shown }) => shown),
      audience,
    ),
    quotations: fitting.flatMap(({ quotations }) => quotations),
  };
}

interface Part {
  readonly verdict: string;
  /** The words of the source, whose they are and where; none where there is nothing near. */
  readonly source: readonly string[];
  readonly details: string;
  readonly shown: readonly Shown[];
  readonly quotations: Reply['quotations'];
}

function partOf(checked: Checked, room: Room): Part {
  const { claim, finding } = checked;
  const said = escapeTyped(checking.verdict(finding), 300);
  const asked = `${chat.checked} ${allegedLine(checked, room.alleged)}`;
  const by = claim.speaker === null ? [] : [chat.checkedBy(escapeTyped(claim.speaker, room.speaker))];
  if (finding.kind === 'empty' || finding.kind === 'too-long') {
    return { verdict: said, source: [], details: [asked, ...by].join('\n'), shown: [], quotations: [] };
  }
  const verdict = `${checking.marks[finding.kind]} **${checking.names[finding.kind]}.** ${said}`;
  const notes = notesOf(finding).slice(0, room.notes);
  const details = [asked, ...by, ...notes.map((note) => `• ${escapeTyped(note, room.note)}`)].join('\n');
  const statement = finding.kind === 'not-found' ? finding.nearest : finding.passage.statement;
  if (statement === null) return { verdict, source: [], details, shown: [], quotations: [] };
  const emphasis = emphasised(finding);
  const shown = { statement, part: partWith(statement, emphasis) };
  const blocks = statementBlocks(statement, emphasis);
  const block = blocks[shown.part] ?? blocks[0];
  const near = finding.kind === 'not-found' ? [en.near] : [];
  const source = [...near, block.text, ownerLine(finding, statement), placeLine(statement)];
  if (emphasis.length > 0)
    source.push(finding.kind === 'altered' ? chat.differencesInBold : chat.wordsInBold);
  return { verdict, source, details, shown: [shown], quotations: block.quotations };
}

/** Whose words they are. Words beside a statement, such as a speaker's title, are the article's. */
function ownerLine(finding: Finding, statement: Statement): string {
  const articles = 'passage' in finding && finding.passage.speaker === null && statement.speaker !== null;
  return articles ? `**${chat.theArticle}**` : speakerLine(statement);
}

/** What differs, or what was found, as ranges of the source to be set bold; none where that is the whole statement. */
function emphasised(finding: Finding): readonly Span[] {
  if (!('passage' in finding)) return [];
  if (finding.kind === 'altered') {
    return finding.differences.filter(({ said }) => said !== '').map(({ start, end }): Span => [start, end]);
  }
  const { statement, spans } = finding.passage;
  const length = (all: readonly Span[]) => all.reduce((sum, [start, end]) => sum + end - start, 0);
  return length(spans) + 3 >= length(statement.place.spans) ? [] : spans;
}

/** The part of a long statement in which the first emphasised words begin. */
function partWith(statement: Statement, [first]: readonly Span[]): number {
  if (first === undefined) return 0;
  const found = statementBlocks(statement).findIndex(({ quotations }) =>
    quotations.some(({ span: [start, end] }) => start <= first[0] && first[0] < end),
  );
  return Math.max(0, found);
}

/** Differences and remarks in words. The words a remark speaks of stand in the statement that is shown. */
function notesOf(finding: Finding): readonly string[] {
  const differences = finding.kind === 'altered' ? checking.differences(finding.differences) : [];
  const remarks = checking.remarks(finding).map(({ text }) => (/[.!?]$/u.test(text) ? text : `${text}.`));
  return [...differences, ...remarks];
}

/** The alleged words on one line, what differs in bold; at most `room` characters long before escaping. */
function allegedLine({ claim, finding }: Checked, room: number): string {
  const pieces: readonly Piece[] = versions(claim, finding)?.alleged ?? [
    { text: claim.quote, differs: false },
  ];
  let left = room;
  let line = '';
  for (const { text, differs } of pieces) {
    if (left <= 0) return `${line}…`;
    const shown = shorten(visible(text), left);
    left -= shown.length;
    const [, before = '', bare = '', after = ''] = /^(\s*)(.*?)(\s*)$/su.exec(shown) ?? [];
    line += differs && bare !== '' ? `${before}**${escapeText(bare)}**${after}` : escapeText(shown);
  }
  return line.trim();
}

/** Buttons under a check: the context of the first statement shown, and sharing or removing it. */
function buttons(announcement: Announcement, shown: readonly Shown[], audience: Audience): readonly Row[] {
  const [first] = shown;
  const context =
    first === undefined
      ? []
      : [
          button(
            chat.buttons.context,
            answerId('context', audience.asker, {
              announcement,
              statements: [first.statement],
              at: 0,
              part: 0,
            }),
          ),
        ];
  return buttonRow([
    ...context,
    ...shareOrRemove(audience, () => shareId(announcement, shown, audience.asker)),
  ]);
}

function shareId(announcement: Announcement, shown: readonly Shown[], asker: string): string {
  const places = shown.map(({ statement }) => announcement.statements.indexOf(statement));
  const fields = [announcement.version, encodeNumbers(places), encodeNumbers(shown.map(({ part }) => part))];
  return encodeCustomId({ action: 'share-check', asker, fields });
}

/** What the share button remembers a check to quote; null where it is of an earlier version, or not ours. */
export function decodeShown(
  [digits = '', list, parts]: readonly string[],
  version: (digits: string) => Announcement | null,
): { readonly announcement: Announcement; readonly shown: readonly Shown[] } | null {
  const announcement = version(digits);
  const [places, numbers] = [decodeNumbers(list), decodeNumbers(parts)];
  if (announcement === null || places === null || numbers === null) return null;
  const shown = places.flatMap((place, i) => {
    const statement = announcement.statements[place];
    return statement === undefined ? [] : [{ statement, part: numbers[i] ?? 0 }];
  });
  return shown.length === places.length ? { announcement, shown } : null;
}

/** The quotations in a check's message and its buttons once everybody sees it. */
export function sharedCheck(
  announcement: Announcement,
  shown: readonly Shown[],
  asker: string,
): Pick<Reply, 'quotations'> & { readonly components: readonly Row[] } {
  const quotations = shown.flatMap(({ statement, part }) => {
    const blocks = statementBlocks(statement);
    return (blocks[part] ?? blocks[0]).quotations;
  });
  return { quotations, components: buttons(announcement, shown, everybody(asker, false)) };
}
