import type { Announcement } from '../../../announcement/announcement.ts';
import { library } from '../../../desk/wording/library.ts';
import type { Edition, Manuscript } from '../../../library/library-store.ts';
import { tally } from '../../../library/review.ts';
import { timestamp } from '../../bulletins/post-body.ts';
import { escapeTyped } from '../../render/escape.ts';
import { shownPerson } from '../../render/person.ts';
import { plainReply, type Reply } from '../../reply.ts';

const longest = 3_800;

/** What can be asked about in a server, the default first, and what is under review. */
export function renderOverview(
  announcements: readonly Announcement[],
  inUse: readonly Edition[],
  manuscripts: readonly Manuscript[],
): Reply {
  const { list } = library;
  const lines = announcements.map(({ slug, name, version, statements }, index) => {
    const own = inUse.find((edition) => edition.slug === slug);
    const whence =
      own === undefined
        ? list.everywhere
        : list.version(own.number, shownPerson(own.addedBy), timestamp(own.addedAt));
    const facts = [
      ...(index === 0 ? [list.isDefault] : []),
      list.statements(statements.length),
      whence,
      list.digits(version),
    ];
    return `• **${escapeTyped(name, 100)}**: ${facts.join(', ')}`;
  });
  const reviewed = manuscripts.map(({ name, author, createdAt, review }) => {
    const counts = library.review.tally(tally(review));
    return `• ${list.manuscript(escapeTyped(name, 100), shownPerson(author), timestamp(createdAt), counts)}`;
  });
  const all = [...lines, ...(reviewed.length === 0 ? [] : ['', list.underReview, ...reviewed])];
  let shown = all;
  while (shown.join('\n').length > longest) shown = shown.slice(0, -1);
  const more = all.length - shown.length;
  const description = [...shown, ...(more === 0 ? [] : [list.earlier(more)])].join('\n');
  return plainReply(list.heading(announcements.length), [{ description }]);
}
