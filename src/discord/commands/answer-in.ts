import type { Question } from '../../desk/desk.ts';
import type { Call } from '../command.ts';
import { renderAnswer } from '../render/answer.ts';
import { audienceOf } from '../surface.ts';

/** Who asks, and whether they wished for a private answer (null: they did not say). */
interface Asking {
  readonly asker: string;
  readonly wished: boolean | null;
}

/**
 * Answers a question where it was asked. A refusal is private unless the asker wished otherwise: it says something
 * about the question, and they can share it.
 */
export async function answerIn(
  question: Question,
  { asker, wished }: Asking,
  { desk, say, surface }: Call,
): Promise<void> {
  const answer = desk.ask(question);
  const { kind } = answer.outcome;
  const refused = answer.checked.length === 0 && (kind === 'not-said' || kind === 'small-talk');
  const audience = audienceOf(asker, surface, wished, refused);
  await say.reply(renderAnswer(answer, audience, desk.announcements), audience);
}
