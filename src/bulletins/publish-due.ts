import type { Bulletin } from './bulletin.ts';
import { createPublisher, type PublisherParts } from './publisher.ts';

export interface DueParts extends PublisherParts {
  /** Told of every failure of the store or the platform; the bulletin concerned is taken up again later. */
  readonly onError: (error: unknown, bulletin: string | null) => void;
}

/** How many are looked up at once, and in how many channels work goes on at the same time. */
const batch = 200;
const channelsAtOnce = 10;

/**
 * Publishes what is due, channel by channel, in each in the order of the due times. Called again while it is still at
 * work it starts on the other channels, so that one that is slow holds up no other.
 */
export function createRounds(parts: DueParts): () => Promise<void> {
  const { attend } = createPublisher(parts);
  const busy = new Set<string>();

  async function work(channel: string, bulletins: readonly Bulletin[]): Promise<void> {
    busy.add(channel);
    for (const bulletin of bulletins) {
      try {
        // Asked for a pause, the platform would refuse the others of this channel too.
        if ((await attend(bulletin)) === 'later') break;
      } catch (error) {
        parts.onError(error, bulletin.id);
      }
    }
    busy.delete(channel);
  }

  return async () => {
    const due = await parts.store.due(parts.now(), batch);
    const free = [...byChannel(due)].filter(([channel]) => !busy.has(channel));
    const room = Math.max(0, channelsAtOnce - busy.size);
    await Promise.all(free.slice(0, room).map(([channel, bulletins]) => work(channel, bulletins)));
  };
}

/** Watches the clock until told to stop. Due times live in the store: what came due meanwhile is found at the start. */
export function watchTheClock(parts: DueParts & { readonly every: number }): { stop(): Promise<void> } {
  const round = createRounds(parts);
  const running = new Set<Promise<void>>();
  const look = () => {
    const work = round()
      .catch((error) => parts.onError(error, null))
      .finally(() => running.delete(work));
    running.add(work);
  };
  const timer = setInterval(look, parts.every);
  look();
  return {
    async stop() {
      clearInterval(timer);
      await Promise.all(running);
    },
  };
}

function byChannel(bulletins: readonly Bulletin[]): Map<string, Bulletin[]> {
  const channels = new Map<string, Bulletin[]>();
  for (const bulletin of bulletins) {
    const others = channels.get(bulletin.channel);
    if (others === undefined) channels.set(bulletin.channel, [bulletin]);
    else others.push(bulletin);
  }
  return channels;
}
