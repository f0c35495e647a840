import type { Announcement } from '../../../announcement/announcement.ts';
import { teaching } from '../../../desk/wording/teaching.ts';
import { type Lesson, type RightAnswer, statementTaught } from '../../../teaching/lesson.ts';
import type { Button, Call } from '../../command.ts';
import { encodeCustomId } from '../../custom-id.ts';
import { asModerator, type InServer } from '../../moderator.ts';
import { placeLine, speakerLine } from '../../render/attribution.ts';
import { button, buttonRow } from '../../render/buttons.ts';
import { escapeTyped, visible } from '../../render/escape.ts';
import { statementBlocks } from '../../render/quotation.ts';
import { plainReply, type Reply } from '../../reply.ts';

export const longestQuestion = 300;
export const longestAbout = 60;
/** More are seldom read again, and all are read for each question. */
const mostLessons = 500;

/** Keeps a correction and shows what people get from now on. */
export async function teach(
  {
    announcement,
    question: typed,
    answer,
  }: Pick<Lesson, 'question' | 'answer'> & { readonly announcement: Announcement },
  { guildId: server, user }: InServer,
  call: Call,
): Promise<void> {
  const question = visible(typed).trim().slice(0, longestQuestion);
  const tell = (sentence: string) => call.say.reply(plainReply(sentence), { alone: true });
  if (!/[\p{L}\p{N}]/u.test(question)) return tell(teaching.noQuestion);
  if ((await call.lessons.inForce(server)).length >= mostLessons) return tell(teaching.tooMany(mostLessons));
  const lesson: Lesson = {
    id: call.newId(),
    server,
    announcement: announcement.slug,
    question,
    answer,
    by: user.id,
    at: call.clock(),
    reverted: null,
  };
  await call.lessons.add(lesson);
  await call.say.reply(renderLesson(lesson, announcement, user.id), { alone: true });
}

/** What it is about where it was not said: what was typed, or else the question itself. */
export function notSaid(question: string, about: string): RightAnswer {
  return {
    kind: 'not-said',
    about: visible(about || question)
      .trim()
      .slice(0, longestAbout),
  };
}

function renderLesson({ id, question, answer }: Lesson, announcement: Announcement, asker: string): Reply {
  const undo = encodeCustomId({ action: 'taught-undo', asker, fields: [id] });
  const components = buttonRow([button(teaching.buttons.undo, undo)]);
  const asked = escapeTyped(question);
  if (answer.kind === 'not-said') {
    const about = escapeTyped(answer.about, longestAbout);
    return { ...plainReply(teaching.learntNotSaid(asked, about)), components };
  }
  const statement = statementTaught(announcement, answer);
  if (statement === null) throw new RangeError('A lesson must lead to a statement that is there.');
  const [block] = statementBlocks(statement);
  const lines = [teaching.learnt(asked), block.text, speakerLine(statement), placeLine(statement)];
  return { content: lines.join('\n'), components, quotations: block.quotations };
}

export const undo: Button = {
  action: 'taught-undo',
  who: 'asker',
  press: (interaction, call, { fields: [id = ''] }) =>
    asModerator(interaction, call, async (inServer) => call.say.update(await revert(id, inServer, call))),
};

/** Takes a correction back; it stays on record. */
export async function revert(
  id: string,
  { guildId, user }: InServer,
  { lessons, clock }: Call,
): Promise<Reply> {
  const lesson = await lessons.find(id);
  const done = await lessons.revert(guildId, id, user.id, clock());
  return plainReply(
    done && lesson !== null ? teaching.reverted(escapeTyped(lesson.question)) : teaching.wasReverted,
  );
}
