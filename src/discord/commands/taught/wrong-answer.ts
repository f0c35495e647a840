import type { ButtonInteraction } from 'discord.js';
import { type APISelectMenuOption, ComponentType, TextInputStyle } from 'discord-api-types/v10';
import type { Statement } from '../../../announcement/statement.ts';
import { wordsAt } from '../../../announcement/statement.ts';
import type { Answer, Desk } from '../../../desk/desk.ts';
import { chat } from '../../../desk/wording/chat.ts';
import { teaching } from '../../../desk/wording/teaching.ts';
import { saidIn } from '../../../teaching/lesson.ts';
import { tooOld } from '../../buttons/too-old.ts';
import type { Button, Form } from '../../command.ts';
import { encodeCustomId } from '../../custom-id.ts';
import { asModerator } from '../../moderator.ts';
import { type AnswerState, decodeAnswerState } from '../../render/answer-state.ts';
import { shorten, unescapeText } from '../../render/escape.ts';
import { inShort } from '../statement-choice.ts';
import { longestAbout, longestQuestion, notSaid, teach } from './teach.ts';

/** Of Discord's 25 options one says that it was not said. */
const mostOffered = 24;
const nothing = '-';

/** Under an answer: a moderator says what the right one is. */
export const wrongAnswer: Button = {
  action: 'wrong',
  who: 'anyone',
  press: (interaction, call, id) =>
    asModerator(interaction, call, async ({ user }) => {
      const state = decodeAnswerState(id.fields, call.desk.version);
      if (state === null) return tooOld(call);
      const question = askedIn(interaction).slice(0, longestQuestion);
      const { form } = teaching;
      const short = TextInputStyle.Short as const;
      await call.say.openForm({
        custom_id: encodeCustomId({
          action: 'taught-form',
          asker: user.id,
          fields: [state.announcement.version],
        }),
        title: form.title,
        components: [
          {
            type: ComponentType.Label,
            label: form.question,
            component: {
              type: ComponentType.TextInput,
              custom_id: 'question',
              style: short,
              max_length: longestQuestion,
              ...(question === '' ? {} : { value: question }),
            },
          },
          {
            type: ComponentType.Label,
            label: form.answer,
            description: form.answerHint,
            component: {
              type: ComponentType.StringSelect,
              custom_id: 'answer',
              options: [...offered(state, question, call.desk)],
            },
          },
          {
            type: ComponentType.Label,
            label: form.about,
            description: form.aboutHint,
            component: {
              type: ComponentType.TextInput,
              custom_id: 'about',
              style: short,
              max_length: longestAbout,
              required: false,
            },
          },
        ],
      });
    }),
};

export const wrongAnswerForm: Form = {
  action: 'taught-form',
  submit: (interaction, call, { fields: [version = ''] }) =>
    asModerator(interaction, call, async (inServer) => {
      const announcement = call.desk.version(version);
      const question = interaction.fields.getTextInputValue('question');
      const [value = ''] = interaction.fields.getStringSelectValues('answer');
      const statement = announcement?.statements[Number.parseInt(value, 36)];
      if (announcement === null || (value !== nothing && statement === undefined)) return tooOld(call);
      const answer =
        statement === undefined
          ? notSaid(question, interaction.fields.getTextInputValue('about'))
          : saidIn(statement);
      await teach({ announcement, question, answer }, inServer, call);
    }),
};

/** The question as the answer repeats it; empty where it does not. */
function askedIn({ message }: ButtonInteraction): string {
  const [first = ''] = (message.embeds[0]?.description ?? '').split('\n');
  const before = chat.asked('');
  return first.startsWith(before) ? unescapeText(first.slice(before.length)) : '';
}

/** Not said, then what the answer showed, what else comes near, and what stands in the announcement. */
function offered(
  { announcement, statements }: AnswerState,
  question: string,
  desk: Desk,
): readonly APISelectMenuOption[] {
  const near = nearIn(desk.ask({ question, announcement: announcement.slug }));
  const all = new Set([...statements, ...near, ...announcement.statements]);
  const options = [...all].slice(0, mostOffered).map((statement) => {
    const place = announcement.statements.findIndex(({ id }) => id === statement.id);
    const more = wordsOf(statement).slice(40);
    return {
      label: shorten(inShort(statement).replace(/\s+/g, ' '), 100),
      value: place.toString(36),
      ...(more === '' ? {} : { description: shorten(`… ${more}`, 100) }),
    };
  });
  return [{ label: teaching.notSaid, value: nothing, description: teaching.notSaidMore }, ...options];
}

function nearIn({ outcome }: Answer): readonly Statement[] {
  switch (outcome.kind) {
    case 'quote':
      return [outcome.best, ...outcome.others].map(({ statement }) => statement);
    case 'elsewhere':
    case 'not-said':
      return outcome.nearest.map(({ statement }) => statement);
    case 'small-talk':
      return [];
  }
}

function wordsOf({ source, place }: Statement): string {
  return place.spans
    .map((span) => wordsAt(source, span))
    .join(' … ')
    .replace(/\s+/g, ' ');
}
