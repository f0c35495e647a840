import type { Announcement } from '../../announcement/announcement.ts';
import { type Statement, wordsAt } from '../../announcement/statement.ts';
import type { Desk } from '../../desk/desk.ts';
import { chat } from '../../desk/wording/chat.ts';

/** A statement in a line of plain text; what is cut is marked. */
export function inShort({ kind, speaker, source, place }: Statement): string {
  const words = place.spans.map((span) => wordsAt(source, span)).join(' … ');
  const who = kind === 'narration' ? chat.theArticle : (speaker?.name ?? chat.unnamedSpeaker);
  return `${who} (${chat.standingShort[kind]}): ${words}`;
}

/** A choice that stands for a statement, as its value: people see only the choice's name. */
export function encodeStatement({ version, statements }: Announcement, statement: Statement): string {
  return `statement:${version}:${statements.indexOf(statement)}`;
}

/** What a choice stands for; null for typed text, "outdated" for a statement of a version that is gone. */
export function decodeStatement(
  value: string,
  desk: Desk,
): { readonly announcement: Announcement; readonly statements: readonly Statement[] } | 'outdated' | null {
  const [, version, place] = /^statement:([0-9a-f]{12}):(\d{1,7})$/.exec(value) ?? [];
  if (version === undefined || place === undefined) return null;
  const announcement = desk.version(version);
  const statement = announcement?.statements[Number(place)];
  return announcement === null || statement === undefined
    ? 'outdated'
    : { announcement, statements: [statement] };
}
