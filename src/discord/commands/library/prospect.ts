import type { Announcement } from '../../../announcement/announcement.ts';
import type { Statement } from '../../../announcement/statement.ts';
import { library } from '../../../desk/wording/library.ts';
import type { Prospect } from '../../../library/library.ts';
import type { Manuscript } from '../../../library/library-store.ts';
import { tally } from '../../../library/review.ts';
import { tooOld } from '../../buttons/too-old.ts';
import type { Button, Call } from '../../command.ts';
import { type ComponentId, decodeNumbers, encodeCustomId } from '../../custom-id.ts';
import { asModerator, type InServer } from '../../moderator.ts';
import { renderPage } from '../../render/article.ts';
import { placeLine, speakerLine } from '../../render/attribution.ts';
import { button, buttonRow } from '../../render/buttons.ts';
import { escapeTyped } from '../../render/escape.ts';
import { type Block, statementBlocks } from '../../render/quotation.ts';
import { plainReply, type Reply } from '../../reply.ts';
import { decodeSpot, revisionId, spotId } from './ids.ts';
import { renderReview } from './review-message.ts';

const mostOnPage = 5;

/** Shows what would be in use, and how it differs from what is, before anybody says so. */
const show: Button = {
  action: 'review-use',
  who: 'asker',
  press: (interaction, call, id) =>
    asModerator(interaction, call, async (inServer) => {
      const manuscript = await manuscriptOf(inServer, call, id);
      if (manuscript === null) return;
      const [page = 0] = decodeNumbers(id.fields[2]) ?? [];
      const prospect = await call.library.prospect(manuscript);
      await call.say.update(renderProspect(prospect, manuscript, interaction.user.id, page));
    }),
};

/** Puts it into use, as it was shown. */
const confirm: Button = {
  action: 'review-confirm',
  who: 'asker',
  press: (interaction, call, id) =>
    asModerator(interaction, call, async (inServer) => {
      const manuscript = await manuscriptOf(inServer, call, id);
      if (manuscript === null) return;
      const { guildId: server, user } = inServer;
      const used = await call.library.use(manuscript, { server, person: user.id });
      switch (used.kind) {
        case 'in-use': {
          const { name, number, slug } = used.edition;
          const makeDefault = encodeCustomId({
            action: 'library-default',
            asker: user.id,
            fields: [handle(slug)],
          });
          return call.say.update({
            ...plainReply(library.used(escapeTyped(name, 100), number)),
            components: buttonRow([button(library.buttons.makeDefault, makeDefault)]),
          });
        }
        case 'gone':
          return call.say.update(plainReply(library.review.gone));
        case 'too-many-announcements':
          return call.say.reply(plainReply(library.refused['too-many-announcements']), { alone: true });
        default:
          return call.say.update(renderReview(manuscript, 0, user.id, [problemOf(used)]));
      }
    }),
};

export const prospectButtons: readonly Button[] = [show, confirm];

/** A slug in a custom id, whatever letters it has. */
export function handle(slug: string): string {
  return Buffer.from(slug, 'utf8').toString('base64url');
}

export function decodeHandle(field: string | undefined): string {
  return Buffer.from(field ?? '', 'base64url').toString('utf8');
}

/** The manuscript as it was seen; null, and the person shown what it is now, where it is another by now. */
async function manuscriptOf(interaction: InServer, call: Call, id: ComponentId): Promise<Manuscript | null> {
  const spot = decodeSpot(id);
  const manuscript = spot === null ? null : await call.library.manuscript(interaction.guildId, spot.id);
  if (spot === null) await tooOld(call);
  else if (manuscript === null) await call.say.update(plainReply(library.review.gone));
  else if (manuscript.revision === spot.at) return manuscript;
  else await call.say.update(renderReview(manuscript, 0, interaction.user.id, [library.review.changed]));
  return null;
}

function problemOf(prospect: Exclude<Prospect, { readonly kind: 'ready' }>): string {
  if (prospect.kind === 'nothing-accepted') return library.prospect.nothingAccepted;
  return prospect.faults
    .slice(0, 3)
    .map(({ statement, problem, remedy }) => escapeTyped(`${statement ?? ''} ${problem} ${remedy}`, 400))
    .join('\n');
}

function renderProspect(prospect: Prospect, manuscript: Manuscript, asker: string, page: number): Reply {
  if (prospect.kind !== 'ready') return renderReview(manuscript, 0, asker, [problemOf(prospect)]);
  const { announcement, replaced } = prospect;
  const name = escapeTyped(manuscript.name, 100);
  const { dropped, open } = tally(manuscript.review);
  const rest = dropped + open === 0 ? '' : `\n${library.prospect.leftOut(dropped, open)}`;
  const confirming = buttonRow([
    button(
      replaced === null ? library.buttons.confirm : library.buttons.replace,
      revisionId('review-confirm', asker, manuscript),
    ),
    button(library.buttons.goBack, spotId('review-at', asker, { id: manuscript.id, at: 0 }, ['up'])),
  ]);
  const { statements } = announcement;
  const fresh = library.prospect.fresh(name, statements.length) + rest;
  if (replaced === null) return { ...plainReply(fresh), components: confirming };
  const { added, removed, reattributed, unchanged } = replaced.difference;
  const counts = [added.length, removed.length, reattributed.length, unchanged] as const;
  const heading = library.prospect.replaces(name, counts) + rest;
  const blocks = [
    ...added.flatMap((statement) => entry(library.prospect.added, statement)),
    ...removed.flatMap((statement) => entry(library.prospect.removed, statement)),
    ...reattributed.flatMap((statement) => entry(library.prospect.reattributed, statement)),
  ];
  if (blocks.length === 0) return { ...plainReply(heading), components: confirming };
  const pageId = (to: number) => revisionId('review-use', asker, manuscript, [to.toString(36)]);
  const shown: Announcement = { ...announcement, name: manuscript.name };
  const paged = renderPage(shown, heading, blocks, page, pageId, mostOnPage);
  return { ...paged, components: [...(paged.components ?? []), ...confirming] };
}

function entry(what: string, statement: Statement): readonly Block[] {
  return statementBlocks(statement).map(({ text, quotations }) => ({
    text: `**${what}:** ${speakerLine(statement)}\n${text}\n${placeLine(statement)}`,
    quotations,
  }));
}
