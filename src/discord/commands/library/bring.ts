import { library } from '../../../desk/wording/library.ts';
import type { Brought } from '../../../library/library.ts';
import type { Call } from '../../command.ts';
import { type Attached, type Fetched, largestText } from '../../fetch-text.ts';
import type { InServer } from '../../moderator.ts';
import { escapeTyped } from '../../render/escape.ts';
import { plainReply } from '../../reply.ts';
import { renderReview } from './review-message.ts';

/** Begins the review of a text, and shows its first proposal. */
export async function bring(
  brought: Brought,
  { guildId: server, user }: InServer,
  call: Call,
): Promise<void> {
  const begun = await call.library.begin(brought, { server, person: user.id });
  if (begun.kind !== 'begun') {
    return call.say.reply(plainReply(library.refused[begun.kind]), { alone: true });
  }
  const { manuscript, leftOut } = begun;
  const leads = [
    library.review.begun(manuscript.review.proposals.length),
    ...(leftOut === 0 ? [] : [library.review.leftOut(leftOut)]),
    ...brought.article.warnings.slice(0, 2).map((warning) => escapeTyped(warning, 200)),
  ];
  await call.say.reply(renderReview(manuscript, 0, user.id, leads), { alone: true });
}

/** Reads an attached file and begins its review; says why not where it cannot be read. */
export async function bringFile(
  file: Attached,
  brought: Omit<Brought, 'article'>,
  interaction: InServer,
  call: Call,
): Promise<void> {
  await call.say.defer({ alone: true });
  const fetched = await call.fetchText(file);
  if (fetched.kind !== 'article') {
    return call.say.reply(plainReply(refusal(fetched.kind)), { alone: true });
  }
  await bring({ ...brought, article: fetched.article }, interaction, call);
}

function refusal(kind: Exclude<Fetched['kind'], 'article'>): string {
  return kind === 'too-large' ? library.refused['too-large'](largestText / 1024) : library.refused[kind];
}
