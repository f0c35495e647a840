import { expect } from 'vitest';
import type { Newsroom } from './newsroom.ts';

/** Published, standing once as approved, and with a history from the draft to the channel without a gap. */
export async function expectOnce(room: Newsroom, id: string, where: string): Promise<void> {
  const { state, text, problem } = await room.settle(id);
  const log = await room.store.bulletins.log(id);
  const standing = room.standing(id);
  const found = {
    where,
    state,
    problem,
    texts: standing.map(({ content }) => content),
    notified: standing.map(({ notified }) => notified),
    begins: log[0]?.action,
    gaps: log.filter(({ from }, i) => from !== (log[i - 1]?.to ?? null)).length,
    published: log.filter(({ action }) => action === 'publish').length,
  };
  expect(found).toEqual({
    where,
    state: 'published',
    problem: null,
    texts: [text],
    notified: [[room.sandbox.personId('member')]],
    begins: 'write',
    gaps: 0,
    published: 1,
  });
}
