import type { Announcement } from '../../announcement/announcement.ts';
import type { Statement } from '../../announcement/statement.ts';
import type { Answer } from '../../desk/desk.ts';
import { chat } from '../../desk/wording/chat.ts';
import { en } from '../../desk/wording/en.ts';
import type { Match } from '../../search/outcome.ts';
import { plainReply, type Reply, type Row } from '../reply.ts';
import { type AnswerState, answerId, mostCandidates } from './answer-state.ts';
import { placeLine, sourceTitle, speakerLine } from './attribution.ts';
import type { Audience } from './audience.ts';
import { button, buttonRow, shareOrRemove } from './buttons.ts';
import { renderChecks } from './check.ts';
import { escapeTyped } from './escape.ts';
import { renderHelp } from './help.ts';
import { statementBlocks } from './quotation.ts';

/** The reply to a question: somebody's words, that they were not said, or a verdict on what it quotes. */
export function renderAnswer(
  { question, announcement, outcome, near, checked: [check, ...more] }: Answer,
  audience: Audience,
  announcements: readonly Announcement[],
): Reply {
  if (check !== undefined) return renderChecks([check, ...more], audience);
  const asked = chat.asked(escapeTyped(question));
  const lead = (sentence: string | null) => escapeTyped(sentence ?? '', 220);
  switch (outcome.kind) {
    case 'quote':
      return renderCandidate(stateOf(announcement, [outcome.best, ...outcome.others]), audience, { asked });
    case 'elsewhere':
      return renderCandidate(stateOf(announcement, outcome.nearest), audience, {
        asked,
        leads: en.correction(outcome, announcement).map(lead),
      });
    case 'not-said': {
      return renderRefusal(
        lead(en.outcome(outcome, announcement)),
        { ...stateOf(announcement, near === null ? [] : [near]), at: null },
        audience,
        asked,
      );
    }
    case 'small-talk':
      return outcome.talk === 'greeting'
        ? renderHelp(announcements)
        : plainReply(lead(en.outcome(outcome, announcement)));
  }
}

/** What stands around a candidate's words, escaped. */
interface Surround {
  /** The question. */
  readonly asked?: string | undefined;
  /** Lines above the words. */
  readonly leads?: readonly string[];
  /** True: tell which of how many candidates it is. */
  readonly counted?: boolean;
}

/** One of an answer's candidates: the words, who said them, where. */
export function renderCandidate(
  state: AnswerState,
  audience: Audience,
  { asked, leads = [], counted = false }: Surround = {},
): Reply {
  const at = state.at ?? 0;
  const statement = state.statements[at];
  if (statement === undefined) throw new RangeError('No such candidate.');
  const blocks = statementBlocks(statement);
  const block = blocks[Math.min(state.part, blocks.length - 1)] ?? blocks[0];
  const lines = [
    ...leads,
    block.text,
    speakerLine(statement),
    placeLine(statement),
    ...(blocks.length === 1 ? [] : [chat.part(state.part + 1, blocks.length)]),
    ...(counted ? [chat.matchOf(at + 1, state.statements.length)] : []),
  ];
  return {
    content: lines.join('\n'),
    embeds: [{ ...sourceTitle(state.announcement), ...(asked === undefined ? {} : { description: asked }) }],
    components: answerButtons(state, audience, blocks.length),
    quotations: block.quotations,
  };
}

/** That it was not said, with what comes nearest, as near. */
function renderRefusal(lead: string, state: AnswerState, audience: Audience, asked: string): Reply {
  const [nearest] = state.statements;
  const near = nearest === undefined ? [] : ['', en.near, ...nearEntry(nearest)];
  return {
    content: lead,
    embeds: [{ ...sourceTitle(state.announcement), description: [asked, ...near].join('\n') }],
    components: answerButtons(state, audience, 1),
    quotations: refusalQuotations(state.statements),
  };
}

/** What a refusal quotes: the beginning of what comes nearest, if anything does. */
export function refusalQuotations([nearest]: readonly Statement[]): Reply['quotations'] {
  return nearest === undefined ? [] : statementBlocks(nearest)[0].quotations;
}

function nearEntry(statement: Statement): readonly string[] {
  const [first, ...rest] = statementBlocks(statement);
  const where = rest.length === 0 ? placeLine(statement) : `${placeLine(statement)} (${chat.continued})`;
  return [first.text, speakerLine(statement), where];
}

function stateOf(announcement: Announcement, matches: readonly Match[]): AnswerState {
  return {
    announcement,
    statements: matches.slice(0, mostCandidates).map(({ statement }) => statement),
    at: 0,
    part: 0,
  };
}

/** Buttons under an answer; `parts` is how many parts the shown words have. */
export function answerButtons(state: AnswerState, audience: Audience, parts: number): readonly Row[] {
  const { at, part, statements } = state;
  const id = (action: string, changed: Partial<AnswerState> = {}) =>
    answerId(action, audience.asker, { ...state, ...changed });
  const labels = chat.buttons;
  const shown = statements.slice(at ?? 0, (at ?? 0) + 1);
  return buttonRow([
    ...(shown.length === 0 ? [] : [button(labels.context, id('context', { statements: shown, at: 0 }))]),
    ...(part + 1 < parts ? [button(labels.more, id('more', { part: part + 1 }))] : []),
    ...(at !== null && statements.length > 1
      ? [button(labels.next, id('next', { at: (at + 1) % statements.length, part: 0 }))]
      : []),
    ...shareOrRemove(audience, () => id('share')),
    ...(audience.correctable ? [button(labels.wrong, id('wrong'))] : []),
  ]);
}
