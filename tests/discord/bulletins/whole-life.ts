import { type Draft, fingerprint } from '../../../src/bulletins/bulletin.ts';
import type { BulletinStore } from '../../../src/bulletins/bulletin-store.ts';
import { type Actor, createOffice } from '../../../src/bulletins/office.ts';
import type { Platform } from '../../../src/bulletins/platform.ts';
import { createRounds } from '../../../src/bulletins/publish-due.ts';

export interface WholeLife {
  readonly store: BulletinStore;
  readonly platform: Platform;
  readonly now: () => number;
  /** Waits until an instant. */
  readonly waitUntil: (at: number) => void;
  readonly server: string;
  readonly draft: Draft;
  readonly author: Actor;
  readonly second: Actor;
}

/**
 * One bulletin from its draft to the channel, by two moderators and the clock. Begun again after a crash it goes on from
 * where the store says that things stand, as people do who look at what became of their bulletin.
 */
export async function liveOn(id: string, parts: WholeLife): Promise<void> {
  const { store, platform, now, waitUntil, server, draft, author, second } = parts;
  const office = createOffice({ store, now, newId: () => id });
  if ((await store.find(id)) === null) await office.write(server, draft, author);
  const drafted = await store.find(id);
  if (drafted?.state === 'draft') await office.submit(id, drafted.revision, author);
  const waiting = await store.find(id);
  if (waiting?.state === 'awaiting') await office.approve(id, fingerprint(waiting), second);
  const onError = (error: unknown) => {
    throw error;
  };
  const round = createRounds({ store, platform, now, onError });
  for (let rounds = 0; rounds < 50; rounds++) {
    await round();
    const wakeAt = (await store.find(id))?.wakeAt ?? null;
    if (wakeAt === null) return;
    waitUntil(wakeAt);
  }
}
