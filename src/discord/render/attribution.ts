import type { Announcement } from '../../announcement/announcement.ts';
import type { Person, Statement } from '../../announcement/statement.ts';
import { chat } from '../../desk/wording/chat.ts';
import { en } from '../../desk/wording/en.ts';
import { escapeText, shorten } from './escape.ts';

/** A statement and an announcement never change, so neither do the lines about them. */
function once<Subject extends object, Line>(write: (subject: Subject) => Line): (subject: Subject) => Line {
  const written = new WeakMap<Subject, Line>();
  return (subject) => {
    const known = written.get(subject);
    if (known !== undefined) return known;
    const line = write(subject);
    written.set(subject, line);
    return line;
  };
}

/** Who said it: full name and role as the source gives them, or the article. */
export const speakerLine = once((statement: Statement): string => {
  const whose = shorten(en.whose(statement), 180);
  const bold = statement.speaker?.name ?? whose;
  return whose.startsWith(bold)
    ? `**${escapeText(bold)}**${escapeText(whose.slice(bold.length))}`
    : `**${escapeText(whose)}**`;
});

/** How the words stand in the article and where: all places. */
export const placeLine = once(
  (statement: Statement): string => `${en.how(statement)}, ${shorten(en.where(statement), 120)}`,
);

/** A full name, escaped. */
export function shownName({ name }: Person): string {
  return escapeText(shorten(name, 80));
}

/** Title of an embed: which announcement in which version, with its link where there is one. */
export const sourceTitle = once(
  ({ name, edition, source: { link } }: Announcement): { title: string; url?: string } => {
    const title = escapeText(shorten(edition === null ? name : chat.inVersion(name, edition), 128));
    return link === null ? { title } : { title, url: link };
  },
);
