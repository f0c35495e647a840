import type { Outcome } from '../../../bulletins/office.ts';
import { bulletins } from '../../../desk/wording/bulletins.ts';
import type { Call } from '../../command.ts';
import { plainReply, type Reply } from '../../reply.ts';
import type { InServer } from './moderator.ts';
import { preview } from './preview.ts';

/** What a moderator is shown of what came of their wish: the bulletin as it is now, or why not. */
export async function told(
  outcome: Outcome,
  done: keyof typeof bulletins.done,
  interaction: InServer,
  call: Call,
): Promise<Reply> {
  switch (outcome.kind) {
    case 'done':
      return preview(outcome.bulletin, interaction, call, bulletins.done[done]);
    case 'changed':
      return preview(outcome.bulletin, interaction, call, bulletins.changed);
    case 'refused':
      return plainReply(bulletins.refusal(outcome.refusal));
    case 'missing':
      return plainReply(bulletins.missing);
  }
}
