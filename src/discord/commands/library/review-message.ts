import {
  type APISelectMenuOption,
  type APIStringSelectComponent,
  ComponentType,
} from 'discord-api-types/v10';
import { library } from '../../../desk/wording/library.ts';
import type { Manuscript } from '../../../library/library-store.ts';
import { type Proposal, type Review, statementAt, tally } from '../../../library/review.ts';
import { placeLine, speakerLine } from '../../render/attribution.ts';
import { button, buttonRow } from '../../render/buttons.ts';
import { escapeTyped, shorten, visible } from '../../render/escape.ts';
import { statementBlocks } from '../../render/quotation.ts';
import type { Reply, Row } from '../../reply.ts';
import { revisionId, spotId } from './ids.ts';

/** What the menu of speakers offers beside the people of the text. */
export const nobody = '-';
export const somebodyElse = '+';

/** Steps of confidence at which all can be accepted, the surest first. */
const levels = [0.9, 0.8, 0.7, 0.6, 0.5];
const kinds = ['direct', 'indirect', 'mixed', 'narration'] as const;
/** Of Discord's 25 options two are needed for others. */
const mostPeople = 23;

/** One proposal of a text under review, with everything that can be decided about it. `leads` are said first, escaped. */
export function renderReview(
  manuscript: Manuscript,
  at: number,
  asker: string,
  leads: readonly string[] = [],
): Reply {
  const { name, review, replaces } = manuscript;
  const place = Math.max(0, Math.min(at, review.proposals.length - 1));
  const proposal = review.proposals[place];
  if (proposal === undefined) throw new RangeError('There is nothing to review.');
  const statement = statementAt(review, place);
  const [block, ...more] = statement === null ? [] : statementBlocks(statement);
  const words = library.review;
  const lines = [
    ...leads.map((lead) => `**${lead}**`),
    `${words.position(place + 1, review.proposals.length)} ${words.verdict[proposal.verdict]}`,
    ...(block === undefined || statement === null
      ? [words.unreadable]
      : [
          block.text,
          ...(more.length > 0 ? [words.continued] : []),
          speakerLine(statement),
          placeLine(statement),
        ]),
    words.sure(proposal.confidence, escapeTyped(proposal.reason, 100)),
  ];
  const heading = words.heading(escapeTyped(name, 100), replaces === null ? null : escapeTyped(replaces, 40));
  return {
    content: lines.join('\n'),
    embeds: [{ description: `${heading}\n${words.tally(tally(review))}` }],
    components: controls(manuscript, place, proposal, asker),
    quotations: block?.quotations ?? [],
  };
}

function controls(manuscript: Manuscript, at: number, proposal: Proposal, asker: string): readonly Row[] {
  const { review, id } = manuscript;
  const last = review.proposals.length - 1;
  const counts = tally(review);
  const here = (action: string, more?: readonly string[]) => spotId(action, asker, { id, at }, more);
  const to = (place: number, side: string) => spotId('review-at', asker, { id, at: place }, [side]);
  const labels = library.buttons;
  const open = proposal.verdict === 'open';
  return [
    ...buttonRow([
      button(labels.back, to(Math.max(0, at - 1), 'back'), at === 0),
      button(labels.forward, to(Math.min(last, at + 1), 'on'), at === last),
      ...(open
        ? [button(labels.accept, here('review-accept')), button(labels.drop, here('review-drop'))]
        : [button(labels.reopen, here('review-reopen'))]),
    ]),
    menu(here('review-kind'), library.menus.kind, kindOptions(proposal)),
    menu(here('review-speaker'), library.menus.speaker, speakerOptions(review, proposal)),
    ...(counts.open === 0 ? [] : [menu(here('review-above'), library.menus.above, levelOptions(review))]),
    ...buttonRow([
      button(
        labels.use(counts.accepted),
        revisionId('review-use', asker, manuscript, ['0']),
        counts.accepted === 0,
      ),
      button(labels.discard, here('review-discard')),
    ]),
  ];
}

function menu(customId: string, placeholder: string, options: readonly APISelectMenuOption[]): Row {
  const select: APIStringSelectComponent = {
    type: ComponentType.StringSelect,
    custom_id: customId,
    placeholder,
    options: [...options],
  };
  return { type: ComponentType.ActionRow, components: [select] };
}

function kindOptions({ statement }: Proposal): readonly APISelectMenuOption[] {
  return kinds.map((kind) => ({
    label: library.kinds[kind],
    value: kind,
    default: statement.kind === kind,
  }));
}

function speakerOptions({ people, text }: Review, { statement }: Proposal): readonly APISelectMenuOption[] {
  const chosen = people.filter(({ id }) => id === statement.speaker);
  const others = people.filter(({ id }) => id !== statement.speaker);
  // People who are named near the words first.
  const first = typeof statement.words === 'string' ? statement.words : (statement.words[0] ?? '');
  const from = Math.max(0, text.indexOf(first) - 400);
  const near = text.slice(from, from + first.length + 800);
  const sorted = [...chosen, ...others.filter(({ name }) => near.includes(name)), ...others];
  const shown = [...new Set(sorted)].slice(0, mostPeople);
  return [
    ...shown.map(({ id, name, role }) => ({
      label: oneLine(name),
      value: id,
      ...(role === undefined ? {} : { description: oneLine(role) }),
      default: id === statement.speaker,
    })),
    { label: library.menus.nobody, value: nobody, default: statement.speaker === undefined },
    { label: library.menus.somebodyElse, value: somebodyElse },
  ];
}

function levelOptions({ proposals }: Review): readonly APISelectMenuOption[] {
  const open = proposals.filter(({ verdict }) => verdict === 'open');
  const counted = levels.map((level) => ({
    level,
    count: open.filter(({ confidence }) => confidence >= level).length,
  }));
  // A level that takes in nothing, no more than the one before it, or everything, is no choice of its own.
  const between = counted.filter(
    ({ count }, index) => count > (counted[index - 1]?.count ?? 0) && count < open.length,
  );
  return [
    ...between.map(({ level, count }) => ({
      label: library.menus.atLeast(level),
      value: String(level),
      description: library.menus.howMany(count),
    })),
    { label: library.menus.everything, value: '0', description: library.menus.howMany(open.length) },
  ];
}

function oneLine(text: string): string {
  return shorten(visible(text).trim(), 100);
}
