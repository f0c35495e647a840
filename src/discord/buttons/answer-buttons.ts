import type { ButtonInteraction } from 'discord.js';
import type { Button, Call } from '../command.ts';
import { wrongAnswer } from '../commands/taught/wrong-answer.ts';
import type { ComponentId } from '../custom-id.ts';
import { decodeNumbers } from '../custom-id.ts';
import { answerButtons, refusalQuotations, renderCandidate } from '../render/answer.ts';
import { decodeAnswerState } from '../render/answer-state.ts';
import { renderPassage } from '../render/article.ts';
import { everybody } from '../render/audience.ts';
import { statementBlocks } from '../render/quotation.ts';
import { shareMessage } from './share-message.ts';
import { shownEmbeds } from './shown-message.ts';
import { tooOld } from './too-old.ts';

/** Shows the candidate that the button's id names in place of the present one. */
async function showCandidate(
  interaction: ButtonInteraction,
  { desk, say, surface }: Call,
  id: ComponentId,
): Promise<void> {
  const state = decodeAnswerState(id.fields, desk.version);
  if (state === null || state.at === null) return tooOld({ say });
  const alone = isAlone(interaction);
  const { canBePublic: shareable, inServer, managesMessages } = surface;
  const correctable = inServer && (!alone || managesMessages);
  const audience = { asker: id.asker, alone, shareable, correctable };
  await say.update(
    renderCandidate(state, audience, {
      asked: shownEmbeds(interaction)[0]?.description,
      leads: correction(interaction),
      counted: state.statements.length > 1,
    }),
  );
}

/** The line above the words of the message, that somebody else was asked about: it holds for every candidate. */
function correction({ message }: ButtonInteraction): readonly string[] {
  const [first = ''] = message.content.split('\n');
  return first === '' || first.startsWith('> ') ? [] : [first];
}

/** The next best statement. */
const nextMatch: Button = { action: 'next', who: 'asker', press: showCandidate };

/** The next part of words too long for one message. */
const more: Button = { action: 'more', who: 'asker', press: showCandidate };

/** The passage around the words, for whoever presses. */
const context: Button = {
  action: 'context',
  who: 'anyone',
  async press(interaction, { desk, say, surface }, id) {
    const state = decodeAnswerState(id.fields, desk.version);
    const statement = state?.statements[state.at ?? 0];
    if (state === null || statement === undefined) return tooOld({ say });
    await say.reply(renderPassage(state.announcement, statement, interaction.user.id, null), {
      alone: surface.canBePrivate,
    });
  },
};

/** Turns a page of the passage. */
const passagePage: Button = {
  action: 'passage',
  who: 'asker',
  async press(_, { desk, say }, { asker, fields: [digits = '', numbers] }) {
    const announcement = desk.version(digits);
    const [place = -1, page = 0] = decodeNumbers(numbers) ?? [];
    const statement = announcement?.statements[place];
    if (!announcement || statement === undefined) return tooOld({ say });
    await say.update(renderPassage(announcement, statement, asker, page));
  },
};

/** Puts a private answer into the channel, as it stands, and takes the button away. */
const share: Button = {
  action: 'share',
  who: 'asker',
  async press(interaction, call, id) {
    const state = decodeAnswerState(id.fields, call.desk.version);
    if (state === null) return tooOld(call);
    const { statements, at, part } = state;
    const shown = at === null ? undefined : statements[at];
    const blocks = shown === undefined ? null : statementBlocks(shown);
    await shareMessage(interaction, call, {
      quotations: blocks === null ? refusalQuotations(statements) : (blocks[part] ?? blocks[0]).quotations,
      components: answerButtons(state, everybody(id.asker, call.surface.inServer), blocks?.length ?? 1),
    });
  },
};

/** Takes the answer away again. */
const remove: Button = {
  action: 'remove',
  who: 'asker-or-moderator',
  press: (_, { say }) => say.remove(),
};

export const answerButtonList: readonly Button[] = [
  context,
  passagePage,
  more,
  nextMatch,
  share,
  remove,
  wrongAnswer,
];

function isAlone(interaction: ButtonInteraction): boolean {
  return interaction.message.flags.has('Ephemeral');
}
