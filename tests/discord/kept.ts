import type { BotParts } from '../../src/discord/bot.ts';
import { openStore } from '../../src/store/open-store.ts';

/** What servers have written and decided: nothing yet, and gone with the test. */
export async function keptInMemory(): Promise<Pick<BotParts, 'settings' | 'bulletins'>> {
  const { settings, bulletins } = await openStore({ kind: 'memory' });
  return { settings, bulletins };
}
