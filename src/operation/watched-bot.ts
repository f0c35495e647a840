import { type Bot, type BotParts, createBot } from '../discord/bot.ts';
import { countedDesk } from './counted-desk.ts';
import { type HealthServer, openHealthServer } from './health-server.ts';
import { createMetrics } from './metrics.ts';
import { createSigns } from './signs.ts';

/**
 * A bot that counts what it does, and the server that tells how it is. Rejects with the system's error where nothing
 * can be served at `where`.
 */
export async function createWatchedBot(
  parts: BotParts,
  where: { readonly host: string; readonly port: number },
): Promise<{ readonly bot: Bot; readonly health: HealthServer }> {
  const { bulletins, clock, desks, log } = parts;
  const metrics = createMetrics({ bulletins, clock });
  const bot = createBot({
    ...parts,
    observer: metrics.observer,
    desks: async (server) => countedDesk(await desks(server), metrics),
  });
  const signs = createSigns({ vitals: bot.vitals, bulletins, clock });
  const health = await openHealthServer({ ...where, signs, metrics, log });
  log.info({ host: where.host, port: health.port }, 'serving /healthz and /metrics');
  return { bot, health };
}
