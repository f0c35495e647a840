import type { BotParts } from '../../src/discord/bot.ts';
import { openStore } from '../../src/store/open-store.ts';

/** What servers have written and decided: nothing yet, and gone with the test. */
export async function keptInMemory(): Promise<
  Pick<BotParts, 'shipped' | 'settings' | 'bulletins' | 'library' | 'lessons' | 'personalData'>
> {
  const { settings, bulletins, library, lessons, personalData } = await openStore({ kind: 'memory' });
  return { shipped: [], settings, bulletins, library, lessons, personalData };
}
